"""What people send on the small pages of the projects room; the sections are drafts."""

import string
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from peremena.places.models import District

from . import rules, words
from .brief import Brief, Unreadable, explain, read
from .brief.reading import LARGEST_FILE
from .rules import TeamRole, VerdictKind

ROLE_CHOICES = [(role.value, words.TEAM_ROLES[role]) for role in TeamRole]


class InvitationForm(forms.Form):
    role = forms.TypedChoiceField(
        label=_("What this person will do"),
        choices=[(role.value, sentence) for role, sentence in words.TEAM_ROLE_SENTENCES.items()],
        coerce=TeamRole,
        initial=TeamRole.WRITER.value,
        widget=forms.RadioSelect,
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Six digits of the invitation"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
    )

    def clean_code(self) -> str:
        """People write codes with spaces and hyphens."""
        digits = "".join(sign for sign in self.cleaned_data["code"] if sign in string.digits)
        if len(digits) != 6:
            raise forms.ValidationError(_("The code has six digits, such as 402 318."))
        return digits


class PlaceForm(forms.Form):
    """Where a project will happen."""

    village = forms.CharField(label=_("Your village"), max_length=120)
    district = forms.ModelChoiceField(
        label=_("District"),
        queryset=District.objects.order_by("name"),
        empty_label=_("Choose the district"),
    )


class BeginForm(PlaceForm):
    title = forms.CharField(
        label=_("What do you call the project?"),
        help_text=_("A working name; you can change it at any time."),
        max_length=200,
    )
    profile = forms.ChoiceField(
        label=_("What is it for?"),
        choices=[
            ("ngo", _("A grant: people do something new together")),
            ("ib", _("“People decide”: we build or repair something that all use")),
        ],
        initial="ngo",
        widget=forms.RadioSelect,
    )

    field_order = ["title", "village", "district", "profile"]


class BriefFileForm(PlaceForm):
    file = forms.FileField(
        label=_("File of the brief"), help_text=_("A .json file saved from Peremena, up to 500 KB.")
    )

    def clean_file(self) -> Brief:
        """The brief in the file, or every fault of the file as a sentence."""
        try:
            return read(self.cleaned_data["file"].read(LARGEST_FILE + 1))
        except Unreadable as error:
            language = get_language() or "ru"
            sentences = [explain(fault, language) for fault in error.faults]
            raise forms.ValidationError(sentences) from error


class PutAsideForm(forms.Form):
    rule = forms.CharField(max_length=8)
    field = forms.CharField(max_length=200)
    reason = forms.CharField(
        label=_("Why it does not fit here"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MilestoneForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the milestone"),
        help_text=_("Such as “before the coworking” or “before the defence”."),
        max_length=80,
    )


class VerdictForm(forms.Form):
    """`version`: which one of the page the expert has read."""

    kind = forms.TypedChoiceField(
        label=_("What do you say of this page?"),
        choices=[(kind.value, sentence) for kind, sentence in words.VERDICT_SENTENCES.items()],
        coerce=VerdictKind,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("In a sentence"),
        help_text=_("What to change or what to talk about. When it is ready, you may leave it."),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Whoever asks for something says what."""
        said = super().clean() or {}
        if rules.why_not_judge(
            said.get("kind", VerdictKind.READY), said.get("text", ""), judges=True
        ):
            self.add_error("text", words.REFUSALS[rules.Refusal.VERDICT_NEEDS_WORDS])
        return said


class OperationForm(forms.Form):
    """A button that is pressed once, however often it is sent."""

    operation = forms.RegexField(r"^[\w-]{8,40}$")


class BeginTaskForm(OperationForm):
    cause = forms.RegexField(r"^[\w-]{1,40}$")
