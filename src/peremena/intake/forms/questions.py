"""The form of a call as staff put it together: ready questions and own ones."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from peremena.drafts import texts
from peremena.intake import questions, wording, words
from peremena.intake.questions import Question
from peremena.kit.choices import choices

from .calls import ConditionForm, QuotaForm, RubricForm, left, lines

NEEDS_OPTIONS = 2


def kinds() -> list[tuple[str, Any]]:
    """Ready questions by what they ask, then own ones."""
    ready = texts.page(wording.HERE, "ready", get_language() or "ru").fields
    return [
        ("", _("nothing more")),
        *((kind, ready[kind].label) for kind in questions.READY),
        *choices(words.OWN_KINDS),
    ]


class QuestionForm(forms.Form):
    key = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Question"), choices=kinds, required=False)
    required = forms.BooleanField(label=_("Has to be answered"), required=False)
    label = forms.CharField(label=_("The question in your words"), max_length=200, required=False)
    hint = forms.CharField(label=_("A hint under it"), max_length=300, required=False)
    options = forms.CharField(
        label=_("Answers to choose from, a line each"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )

    @property
    def is_ready(self) -> bool:
        """A ready question has its own words already."""
        return self["kind"].value() in questions.READY

    def clean(self) -> None:
        given = self.cleaned_data
        kind = given.get("kind")
        if kind in questions.OWN and not given.get("label"):
            self.add_error("label", _("Write the question."))
        if kind == questions.CHOICE and len(lines(given.get("options", ""))) < NEEDS_OPTIONS:
            self.add_error("options", _("Write at least two answers."))


class OrderedRows(forms.BaseFormSet[forms.Form]):
    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["ORDER"].label = _("Place")
        form.fields["DELETE"].label = _("Take it out")


def rows_of(form: type[forms.Form], *, extra: int = 2) -> type[OrderedRows]:
    return forms.formset_factory(  # type: ignore[return-value]
        form, formset=OrderedRows, extra=extra, max_num=40, can_order=True, can_delete=True
    )


QuestionRows = rows_of(QuestionForm)
ConditionRows = rows_of(ConditionForm, extra=1)
RubricRows = rows_of(RubricForm, extra=1)
QuotaRows = rows_of(QuotaForm)


def of_questions(stored: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**one, "options": "\n".join(one.get("options", []))} for one in stored]


def asked(rows: Any) -> list[dict[str, Any]]:
    """A ready question is there once; an own one keeps its key."""
    kept = left(rows, named_by="kind")
    taken = {one["key"] for one in kept}
    numbers = (f"own{number}" for number in range(1, 1000))
    free = (key for key in numbers if key not in taken)
    ready = {one["kind"]: one for one in reversed(kept) if one["kind"] in questions.READY}
    return questions.stored(
        question(one, one["kind"] if one["kind"] in questions.READY else one["key"] or next(free))
        for one in kept
        if one["kind"] not in questions.READY or ready[one["kind"]] is one
    )


def question(given: dict[str, Any], key: str) -> Question:
    own = {
        "label": given["label"],
        "hint": given["hint"],
        "options": tuple(dict.fromkeys(lines(given["options"]))),
    }
    return Question(key=key, kind=given["kind"], required=given["required"], **own)
