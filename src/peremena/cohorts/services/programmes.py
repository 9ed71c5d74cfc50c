"""Programmes with what their funder was promised, and their cohorts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from peremena.cohorts import rules
from peremena.cohorts.models import Cohort, PlannedIndicator, Programme
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Centre, Organisation, Person


@dataclass(frozen=True)
class Indicator:
    """What is promised: at least so many, by a day if one is named. `pk`: of the row that this
    was before, so that a new name is no new promise."""

    name: str
    plan: Decimal
    unit: str = ""
    due_on: date | None = None
    pk: int | None = None


@transaction.atomic
def add_programme(
    name: str,
    *,
    centre: Centre,
    funder: Organisation | None = None,
    grant_number: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    by: Person,
) -> Programme:
    if centre.programmes.filter(name=name).exists():
        raise Refused(_("There is a programme of this name already."))
    programme = Programme.objects.create(
        centre=centre,
        name=name,
        funder=funder,
        grant_number=grant_number,
        starts_on=starts_on,
        ends_on=ends_on,
        is_demonstration=by.is_demonstration,
    )
    record(by, "cohorts.programme.added", programme)
    return programme


@transaction.atomic
def change_programme(
    programme: Programme,
    *,
    name: str,
    funder: Organisation | None,
    grant_number: str,
    starts_on: date | None,
    ends_on: date | None,
    by: Person,
) -> None:
    others = Programme.objects.filter(centre=programme.centre_id).exclude(pk=programme.pk)
    if others.filter(name=name).exists():
        raise Refused(_("There is a programme of this name already."))
    programme.name, programme.funder, programme.grant_number = name, funder, grant_number
    programme.starts_on, programme.ends_on = starts_on, ends_on
    programme.save(update_fields=["name", "funder", "grant_number", "starts_on", "ends_on"])
    record(by, "cohorts.programme.changed", programme)


@transaction.atomic
def plan_indicators(programme: Programme, indicators: Iterable[Indicator], *, by: Person) -> None:
    """What the programme promises from now on; a row that is not named is promised no more.

    Refused where something has been written down of such a row: proof is not thrown away.
    """
    named = list(indicators)
    there = {one.pk: one for one in programme.indicators.select_for_update()}
    by_name = {one.name: one.pk for one in there.values()}
    kept = [one.pk if one.pk in there else by_name.get(one.name) for one in named]
    for gone in there.keys() - set(kept):
        take_out(there[gone])
    for old in [pk for pk in there if pk in kept]:  # names may have changed places
        programme.indicators.filter(pk=old).update(name=f"{old}")
    for known, one in zip(kept, named, strict=True):
        said = {"name": one.name, "unit": one.unit, "plan": one.plan, "due_on": one.due_on}
        if known:
            programme.indicators.filter(pk=known).update(**said)
        else:
            programme.indicators.create(**said)
    record(by, "cohorts.programme.planned", programme, indicators=len(named))


def take_out(indicator: PlannedIndicator) -> None:
    try:
        indicator.delete()
    except ProtectedError:
        said = _("Something is written down for “{name}”: it stays.").format(name=indicator)
        raise Refused(said) from None


@transaction.atomic
def add_cohort(
    programme: Programme,
    name: str,
    *,
    starts_on: date,
    places: int = 12,
    lessons_end_on: date | None = None,
    ends_on: date | None = None,
    by: Person,
) -> Cohort:
    """Without `ends_on` it lives for two years: money comes long after the lessons."""
    if programme.cohorts.filter(name=name).exists():
        raise Refused(_("There is a cohort of this name already."))
    cohort = Cohort.objects.create(
        programme=programme,
        name=name,
        places=places,
        starts_on=starts_on,
        lessons_end_on=lessons_end_on,
        ends_on=ends_on or rules.months_later(starts_on, rules.LIFE_IN_MONTHS),
        is_demonstration=by.is_demonstration,
    )
    record(by, "cohorts.cohort.added", cohort)
    return cohort


@transaction.atomic
def change_cohort(
    cohort: Cohort,
    *,
    name: str,
    starts_on: date,
    places: int,
    lessons_end_on: date | None,
    ends_on: date | None,
    by: Person,
) -> None:
    others = Cohort.objects.filter(programme=cohort.programme_id).exclude(pk=cohort.pk)
    if others.filter(name=name).exists():
        raise Refused(_("There is a cohort of this name already."))
    cohort.name, cohort.places = name, places
    cohort.starts_on, cohort.lessons_end_on = starts_on, lessons_end_on
    cohort.ends_on = ends_on or rules.months_later(starts_on, rules.LIFE_IN_MONTHS)
    cohort.save(update_fields=["name", "places", "starts_on", "lessons_end_on", "ends_on"])
    record(by, "cohorts.cohort.changed", cohort)
