"""Gates, personal plans and certificates as staff type them."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.cohorts import words
from peremena.cohorts.gates import Condition, Kind
from peremena.cohorts.models import Cohort, Gate
from peremena.cohorts.services.gates import Step
from peremena.kit.choices import choices
from peremena.projects.brief import Section
from peremena.projects.queries import words_of

from .programmes import day

WEEKS = {1: 5, 2: 15, 3: 18}
"""After the first lesson, as in the announced school: late December, early March, late March."""


class UsualGatesForm(forms.Form):
    first = day(_("By which day the team, the passport, the problem and the goal"), required=True)
    second = day(_("By which day the application is whole"), required=True)
    third = day(_("The day of the defence"), required=True)

    def __init__(self, cohort: Cohort, given: Any = None) -> None:
        days = [cohort.starts_on + timedelta(weeks=weeks) for weeks in WEEKS.values()]
        super().__init__(given, initial=dict(zip(("first", "second", "third"), days, strict=True)))

    @property
    def days(self) -> dict[int, date]:
        given = self.cleaned_data
        return {1: given["first"], 2: given["second"], 3: given["third"]}

    def clean(self) -> None:
        given = [self.cleaned_data.get(name) for name in ("first", "second", "third")]
        if None not in given and sorted(given) != given:  # type: ignore[type-var]
            self.add_error("third", _("The days have to follow one another."))


class GateForm(forms.Form):
    title = forms.CharField(label=_("What the gate is called"), max_length=200)
    due_on = day(_("By which day"), required=True)


class ConditionForm(forms.Form):
    kind = forms.TypedChoiceField(
        label=_("What is asked"),
        choices=[("", _("nothing more")), *choices(words.CONDITIONS)],
        coerce=lambda value: Kind(value) if value else None,
        required=False,
    )
    least = forms.IntegerField(label=_("How many"), min_value=1, max_value=1000, required=False)
    part = forms.ChoiceField(label=_("Which section"), required=False)
    words = forms.CharField(label=_("In words"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = [(str(one), words_of(one).title) for one in Section]
        self.fields["part"].choices = [("", "—"), *sections]  # type: ignore[attr-defined]

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("kind") is Kind.SECTION and not given.get("part"):
            self.add_error("part", _("Choose the section."))
        if given.get("kind") is Kind.WORD and not given.get("words"):
            self.add_error("words", _("Say what staff look at."))


ConditionRows = forms.formset_factory(ConditionForm, extra=2, max_num=20)


def of_gate(gate: Gate) -> list[dict[str, Any]]:
    return [
        {"kind": str(one.kind), "least": one.least, "part": one.part, "words": one.words}
        for one in gate.asks
    ]


def conditions(rows: Iterable[forms.Form]) -> list[Condition]:
    """Rows in which nothing is asked are left out."""
    given = (getattr(row, "cleaned_data", {}) for row in rows)
    return [
        Condition(one["kind"], one["least"] or 1, one["part"], one["words"])
        for one in given
        if one.get("kind")
    ]


class PassForm(forms.Form):
    note = forms.CharField(
        label=_("Why it is enough"),
        help_text=_("Needed while something is missing. Staff of the centre see it."),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )


class StepForm(forms.Form):
    text = forms.CharField(label=_("What to do"), max_length=300, required=False)
    due_on = day(_("By which day"))

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("text") and not given.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", _("Say by which day."))


StepRows = forms.formset_factory(StepForm, extra=2, max_num=20)


def steps(rows: Iterable[forms.Form]) -> list[Step]:
    given = (getattr(row, "cleaned_data", {}) for row in rows)
    return [Step(one["text"], one["due_on"]) for one in given if one.get("text")]


class CertificatesForm(forms.Form):
    """Who gets one and for how many hours; counted hours stand there already."""

    series = forms.CharField(
        label=_("Series"),
        help_text=_("Letters and the year, such as ШЛ-2027. Numbers follow by themselves."),
        max_length=12,
    )

    def __init__(self, learners: Iterable[tuple[int, str, Decimal]], *args: Any, **kw: Any) -> None:
        """`learners`: pk of the enrolment, name, hours counted."""
        super().__init__(*args, **kw)
        self.names = {pk: name for pk, name, _hours in learners}
        for pk, name, hours in learners:
            self.fields[f"hours-{pk}"] = forms.DecimalField(
                label=name,
                initial=hours.normalize() if hours else None,
                required=False,
                localize=True,
                min_value=0,
                max_value=Decimal(999),
                max_digits=4,
                decimal_places=1,
            )

    @property
    def hours(self) -> dict[int, Decimal]:
        """Those for whom hours are written; zero and blank mean: not now."""
        found = {pk: self.cleaned_data.get(f"hours-{pk}") for pk in self.names}
        return {pk: hours for pk, hours in found.items() if hours}

    def clean(self) -> None:
        if not self.errors and not self.hours:
            self.add_error(None, _("Write the hours of at least one person."))


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code under the square"), help_text=_("Letters and digits."), max_length=40
    )


class RevokeForm(forms.Form):
    why = forms.CharField(label=_("Why it holds no more"), max_length=500, widget=forms.Textarea)
