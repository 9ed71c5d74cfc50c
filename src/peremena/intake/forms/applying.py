"""What visitors type before the form of the call, and the way back into an application."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.intake import words
from peremena.intake.models import Call, Candidate
from peremena.intake.rules import Channel
from peremena.intake.services.candidates import Told
from peremena.kit.choices import choices
from peremena.people import codes
from peremena.people.forms import NameForm
from peremena.places.models import District, Territory

from .days import DayInput

YES_NO = [("yes", _("Yes")), ("no", _("No"))]
PHONE_DIGITS = 5


class FitForm(forms.Form):
    """The questions that are asked first."""

    def __init__(self, call: Call, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conditions = call.conditions
        for one in call.conditions:
            self.fields[one["key"]] = forms.ChoiceField(
                label=one["text"], choices=YES_NO, widget=forms.RadioSelect
            )

    @property
    def against(self) -> list[dict[str, str]]:
        """The conditions that are not met, each with a reason and what to do instead."""
        given = self.cleaned_data
        return [one for one in self.conditions if given.get(one["key"]) != one["good"]]


class CardForm(NameForm):
    """Who applies, and from where."""

    phone = forms.CharField(
        label=_("Phone"),
        max_length=32,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(
        label=_("E-mail, if you have one"),
        help_text=_("We send the link by which you come back."),
        required=False,
    )
    district = forms.ModelChoiceField(
        label=_("District"),
        queryset=District.objects.order_by("name"),
        empty_label=_("Choose the district"),
    )
    territory = forms.ModelChoiceField(
        label=_("Territory"),
        queryset=Territory.objects.none(),
        required=False,
        empty_label=_("Mine is not in the list"),
    )
    village = forms.CharField(
        label=_("Your village"),
        help_text=_("Only if your territory is not in the list above."),
        max_length=160,
        required=False,
    )
    field_order = [
        "surname", "name", "patronymic", "phone", "email", "district", "territory", "village",
    ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["surname"].required = True
        field = self.fields["territory"]
        chosen = str(self["district"].value() or "")
        field.queryset = territories_of(chosen)  # type: ignore[attr-defined]
        field.label_from_instance = territory_name  # type: ignore[attr-defined]

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if sum(sign.isdigit() for sign in phone) < PHONE_DIGITS:
            raise forms.ValidationError(_("Write the phone in figures, such as 8 913 123-45-67."))
        return phone

    def clean(self) -> None:
        given = super().clean() or self.cleaned_data
        if not given.get("territory") and not (given.get("village") or "").strip():
            self.add_error("village", _("Choose the territory, or type the name of the village."))

    @property
    def told(self) -> Told:
        given = self.cleaned_data
        names = ("name", "surname", "patronymic", "phone", "email", "district", "territory")
        village = " ".join(given["village"].split())
        return Told(**{name: given[name] for name in names}, village=village)


def territories_of(district: str) -> Any:
    """The list of one district; nothing before it is chosen."""
    if not district.isdecimal():
        return Territory.objects.none()
    return Territory.objects.filter(district=int(district)).order_by("name")


def territory_name(territory: Territory) -> str:
    return f"{territory.name} ({territory.centre})"


class BeginForm(CardForm):
    """With a consent of its own, which nobody has ticked before."""

    agree = forms.BooleanField(label=_("I agree to the processing of my data for this application"))
    text = forms.IntegerField(widget=forms.HiddenInput)


class SettleForm(forms.Form):
    """Staff choose among the territories of the applicant's district, or all when it is unknown."""

    territory = forms.ModelChoiceField(
        label=_("Territory"), queryset=Territory.objects.none(), empty_label=_("choose")
    )

    def __init__(self, *args: Any, candidate: Candidate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Territory.objects.order_by("name", "pk")
        if candidate.district_id:
            known = known.filter(district=candidate.district_id)
        self.fields["territory"].queryset = known  # type: ignore[attr-defined]


class KeyInForm(CardForm):
    """What staff write down, with the act of consent."""

    came_by = forms.TypedChoiceField(
        label=_("How it came"),
        choices=[pair for pair in choices(words.CHANNELS) if pair[0] != Channel.WEB],
        coerce=Channel,
        widget=forms.RadioSelect,
    )
    agree = forms.BooleanField(label=_("The person has agreed to the text below"))
    agreed_on = forms.DateField(label=_("When"), widget=DayInput())
    scan = forms.FileField(
        label=_("Photo or scan of the signed consent"),
        help_text=_("For an application on paper. By phone the text is read aloud."),
        required=False,
    )
    text = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("came_by") is Channel.PAPER and not self.cleaned_data.get("scan"):
            self.add_error("scan", _("Add a scan or a photo of the signed paper."))


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Ten signs, such as KMH27-T9XPA. Russian or Latin letters, all the same."),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_code(self) -> str:
        code = codes.read(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(NO_SUCH_CODE)
        return code


NO_SUCH_CODE = _("There is no such code. Look whether each sign is right.")


class ImpressionForm(forms.Form):
    """One minute."""

    useful = forms.TypedChoiceField(
        label=_("Was it useful?"),
        choices=[(str(mark), str(mark)) for mark in range(1, 6)],
        coerce=int,
        widget=forms.RadioSelect,
        help_text=_("1: no, 5: very"),
    )
    clear = forms.TypedChoiceField(
        label=_("Is it clear what comes next?"),
        choices=[(str(mark), str(mark)) for mark in range(1, 6)],
        coerce=int,
        widget=forms.RadioSelect,
        help_text=_("1: no, 5: quite"),
    )
    will_go_on = forms.TypedChoiceField(
        label=_("Do you want to go on?"),
        choices=[("yes", _("Yes")), ("no", _("No")), ("", _("I do not know yet"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("What else do you want to say?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )
