"""A module, a lesson and its materials as staff type them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.cohorts.models import Cohort
from peremena.kit.choices import choices
from peremena.lessons import words
from peremena.lessons.models import Lesson
from peremena.lessons.rules import CasePart
from peremena.lessons.services.lessons import Written
from peremena.projects import cases


class ModuleForm(forms.Form):
    title = forms.CharField(
        label=_("What is the module called?"),
        help_text=_("For example: From a problem to a goal"),
        max_length=200,
    )


class ModuleChangeForm(ModuleForm):
    place = forms.IntegerField(label=_("Which in order"), min_value=0, max_value=500)


def case_choices() -> list[tuple[str, str]]:
    cards = sorted(cases.all_cards(), key=lambda card: card.title)
    named = [(card.id, f"{card.title[:70]} — {card.place}"[:120]) for card in cards]
    return [("", str(_("no card: told below, or none"))), *named]


class LessonForm(forms.Form):
    title = forms.CharField(label=_("What is the lesson called?"), max_length=200)
    content = forms.ChoiceField(
        label=_("What it is about"),
        choices=choices(words.CONTENTS),
        initial="method",
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("What to read"),
        help_text=_("Ten minutes on a phone. An empty line begins a new paragraph."),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    case = forms.ChoiceField(
        label=_("A case of the library"),
        help_text=_("How neighbours did it, with its source."),
        required=False,
    )
    reflection = forms.CharField(
        label=_("A question to think about"),
        help_text=_("One, for the way home."),
        max_length=500,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].choices = case_choices()  # type: ignore[attr-defined]
        for part, label in words.CASE_PARTS.items():
            self.fields[f"told_{part}"] = forms.CharField(
                label=label, max_length=1500, required=False, widget=forms.Textarea
            )

    def clean(self) -> None:
        """Whoever tells a case says where it is known from."""
        told = [self.cleaned_data.get(f"told_{part}") for part in CasePart]
        has_source = self.cleaned_data.get(f"told_{CasePart.SOURCE}")
        if any(told) and not has_source and not self.cleaned_data.get("case"):
            self.add_error(f"told_{CasePart.SOURCE}", _("Say where this is known from."))

    @property
    def first_fields(self) -> Iterable[forms.BoundField]:
        return [self[name] for name in ("title", "content", "text")]

    @property
    def told_fields(self) -> Iterable[forms.BoundField]:
        return [self[f"told_{part}"] for part in CasePart]

    @property
    def tells(self) -> bool:
        """Whether a case is told in words of one's own, or was told wrongly."""
        return any(one.value() or one.errors for one in self.told_fields)

    @property
    def written(self) -> Written:
        given = self.cleaned_data
        told = {str(part): given[f"told_{part}"] for part in CasePart}
        names = ("title", "content", "text", "case", "reflection")
        return Written(told=told, **{name: given[name] for name in names})


def of_lesson(lesson: Lesson) -> dict[str, Any]:
    names = ("title", "content", "text", "case", "reflection")
    told = {f"told_{part}": text for part, text in lesson.told.items()}
    return {name: getattr(lesson, name) for name in names} | told


class MaterialForm(forms.Form):
    title = forms.CharField(label=_("What it is called"), max_length=200)
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, Word, Excel or a photo, 10 MB at most."),
        required=False,
    )
    link = forms.URLField(
        label=_("or an address on the internet"),
        max_length=500,
        required=False,
        assume_scheme="https",
    )

    def clean(self) -> None:
        given = self.cleaned_data
        if bool(given.get("file")) == bool(given.get("link")) and "file" not in self.errors:
            self.add_error("file", _("Give a file or an address, one of the two."))


class CopyForm(forms.Form):
    source = forms.ModelChoiceField(
        label=_("From which cohort"), queryset=Cohort.objects.none(), empty_label=None
    )

    def __init__(self, given: Any = None, *, sources: Any) -> None:
        super().__init__(given)
        self.fields["source"].queryset = sources  # type: ignore[attr-defined]
