"""A programme, what it promises, and a cohort."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.cohorts.models import Cohort, PlannedIndicator, Programme
from peremena.cohorts.services import Indicator
from peremena.people.models import Centre, Organisation


class DayInput(forms.DateInput):
    """The calendar of the device; the day is written as 2026-11-23."""

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, required=required, widget=DayInput())


class ProgrammeForm(forms.Form):
    name = forms.CharField(label=_("What is the programme called?"), max_length=200)
    centre = forms.ModelChoiceField(label=_("Centre"), queryset=Centre.objects.none())
    funder = forms.ModelChoiceField(
        label=_("Who pays for it"),
        help_text=_("Not in the list yet? Add the organisation first, or fill this in later."),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Not known yet"),
    )
    grant_number = forms.CharField(label=_("Number of the grant"), max_length=80, required=False)
    starts_on = day(_("First day"))
    ends_on = day(_("Last day"))

    def __init__(self, *args: Any, centres: Iterable[int], **kwargs: Any) -> None:
        """`centres`: those for which the person may run a programme; one needs no question."""
        super().__init__(*args, **kwargs)
        mine = Centre.objects.filter(pk__in=centres).order_by("name")
        organisations = Organisation.objects.filter(centre__in=centres)
        self.fields["funder"].queryset = organisations.order_by("name")  # type: ignore[attr-defined]
        self.fields["centre"].queryset = mine  # type: ignore[attr-defined]
        if len(mine) == 1:
            self.fields["centre"].initial = mine[0]
            self.fields["centre"].widget = forms.HiddenInput()

    def clean(self) -> None:
        starts, ends = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day comes before the first."))


def of_programme(programme: Programme) -> dict[str, Any]:
    names = ("name", "centre", "funder", "grant_number", "starts_on", "ends_on")
    return {name: getattr(programme, name) for name in names}


class IndicatorForm(forms.Form):
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("What is counted"), max_length=200, required=False)
    plan = forms.DecimalField(
        label=_("Planned"), required=False, min_value=0, max_digits=14, decimal_places=2
    )
    unit = forms.CharField(label=_("In what"), max_length=60, required=False)
    due_on = day(_("By which day"))

    def clean(self) -> None:
        name, plan = self.cleaned_data.get("name"), self.cleaned_data.get("plan")
        if name and plan is None and "plan" not in self.errors:
            self.add_error("plan", _("Say how many."))
        if plan is not None and not name:
            self.add_error("name", _("Say what is counted."))


class PlanRows(forms.BaseFormSet[IndicatorForm]):
    def clean(self) -> None:
        names = [getattr(form, "cleaned_data", {}).get("name") for form in self.forms]
        for form in self.forms:
            name = getattr(form, "cleaned_data", {}).get("name")
            if name and names.count(name) > 1:
                form.add_error("name", _("This row is here twice."))


def planned(rows: forms.BaseFormSet[IndicatorForm]) -> list[Indicator]:
    """The rows as they were typed; empty ones are left out."""
    given = (getattr(form, "cleaned_data", {}) for form in rows)
    return [
        Indicator(one["name"], one["plan"], one["unit"], one["due_on"], one["pk"])
        for one in given
        if one.get("name")
    ]


PlanForm = forms.formset_factory(IndicatorForm, formset=PlanRows, extra=2, max_num=40)


def of_plan(indicators: Iterable[PlannedIndicator]) -> list[dict[str, Any]]:
    return [
        {
            "pk": one.pk,
            "name": one.name,
            "plan": one.plan.normalize(),
            "unit": one.unit,
            "due_on": one.due_on,
        }
        for one in indicators
    ]


class CohortForm(forms.Form):
    name = forms.CharField(
        label=_("What is the cohort called?"),
        help_text=_("For example: autumn 2026"),
        max_length=120,
    )
    places = forms.IntegerField(label=_("How many places"), min_value=1, max_value=200, initial=12)
    starts_on = day(_("First lesson"), required=True)
    lessons_end_on = day(_("Last lesson"))
    ends_on = day(
        _("Until when we keep track"),
        _("Empty: two years, because money comes long after the lessons."),
    )

    def clean(self) -> None:
        given = self.cleaned_data
        for name in ("lessons_end_on", "ends_on"):
            if given.get("starts_on") and given.get(name) and given[name] < given["starts_on"]:
                self.add_error(name, _("The last day comes before the first."))


def of_cohort(cohort: Cohort) -> dict[str, Any]:
    names = ("name", "places", "starts_on", "lessons_end_on", "ends_on")
    return {name: getattr(cohort, name) for name in names}
