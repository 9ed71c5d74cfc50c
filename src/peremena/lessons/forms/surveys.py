"""A questionnaire as staff put it together, and as people answer it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from peremena.lessons import words
from peremena.lessons.questions import LONGEST_WORDS, MOST, SCALE, Kind, Question

KINDS = [(one.value, text) for one, text in words.QUESTION_KINDS.items()]
MOST_OPTIONS = 6


class SurveyForm(forms.Form):
    """Up to five questions; one that is left blank is not asked."""

    is_anonymous = forms.BooleanField(
        label=_("Without names"),
        help_text=_("Then nobody learns who answered what, and it cannot be undone."),
        required=False,
        initial=True,
    )
    closes_on = forms.DateField(
        label=_("Answers until"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST + 1):
            self.fields[f"label{number}"] = forms.CharField(
                label=_now("Question {number}").format(number=number), max_length=200,
                required=False,
            )  # fmt: skip
            self.fields[f"kind{number}"] = forms.ChoiceField(
                label=_now("How {number} is answered").format(number=number), choices=KINDS,
                initial=Kind.SCALE.value,
            )  # fmt: skip
            self.fields[f"options{number}"] = forms.CharField(
                label=_now("Answers to choose from in {number}").format(number=number),
                help_text=_("Only for “one of several”: each on a line of its own."),
                required=False, max_length=600, widget=forms.Textarea({"rows": 3}),
            )  # fmt: skip
        self.order_fields([*self.numbered_names, "is_anonymous", "closes_on"])

    @property
    def numbered_names(self) -> list[str]:
        parts = ("label", "kind", "options")
        return [f"{part}{number}" for number in range(1, MOST + 1) for part in parts]

    def clean(self) -> dict[str, Any]:
        known = super().clean() or {}
        for number in range(1, MOST + 1):
            is_choice = known.get(f"label{number}") and known.get(f"kind{number}") == Kind.CHOICE
            if is_choice and len(self.options(number)) < 2:
                self.add_error(f"options{number}", _("Write at least two answers."))
        if not any(known.get(f"label{number}") for number in range(1, MOST + 1)):
            self.add_error("label1", _("Ask at least one question."))
        return known

    def options(self, number: int) -> tuple[str, ...]:
        lines = self.cleaned_data.get(f"options{number}", "").splitlines()
        kept = dict.fromkeys(line.strip()[:80] for line in lines if line.strip())
        return tuple(kept)[:MOST_OPTIONS]

    @property
    def asked(self) -> list[Question]:
        known = self.cleaned_data
        found = []
        for number in range(1, MOST + 1):
            if label := known[f"label{number}"]:
                kind = Kind(known[f"kind{number}"])
                options = self.options(number) if kind is Kind.CHOICE else ()
                found.append(Question(f"q{number}", kind, label, options))
        return found


def usual(day: date) -> dict[str, Any]:
    """Three or four questions, one minute; `day`: until which."""
    found: dict[str, Any] = {"closes_on": day, "is_anonymous": True}
    for number, (kind, label, options) in enumerate(words.USUAL_QUESTIONS, start=1):
        found |= {
            f"label{number}": label,
            f"kind{number}": kind.value,
            f"options{number}": "\n".join(map(str, options)),
        }
    return found


class AnswersForm(forms.Form):
    """Made of the questions; whatever is left blank is not answered."""

    def __init__(self, *args: Any, asked: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in asked:
            self.fields[one.key] = field_of(one)

    @property
    def answers(self) -> dict[str, str]:
        return {key: value for key, value in self.cleaned_data.items() if value}

    def clean(self) -> dict[str, Any]:
        known = super().clean() or {}
        if not self.errors and not any(known.values()):
            self.add_error(next(iter(self.fields)), _("Answer at least one question."))
        return known


def field_of(one: Question) -> forms.Field:
    if one.kind is Kind.WORDS:
        return forms.CharField(
            label=one.label, required=False, max_length=LONGEST_WORDS,
            widget=forms.Textarea({"rows": 3}),
        )  # fmt: skip
    options = [(str(step), str(words.SCALE[step])) for step in reversed(SCALE)]
    if one.kind is Kind.CHOICE:
        options = [(option, option) for option in one.options]
    return forms.ChoiceField(
        label=one.label, required=False, choices=options, widget=forms.RadioSelect
    )
