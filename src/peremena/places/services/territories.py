"""Territories: how they come here, who keeps them, who works with them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Centre, Person
from peremena.places import rules, words
from peremena.places.importing import fold
from peremena.places.models import Care, District, Keeper, Territory, TerritoryCode, Village
from peremena.places.rules import Refusal, Status


@transaction.atomic
def add_territory(
    name: str,
    *,
    district: District,
    centre: str,
    population: int | None = None,
    population_year: int | None = None,
    population_source: str = "",
    by: Person,
) -> Territory:
    """Its villages begin with the centre; the rest is told in the passport."""
    refuse_a_taken_name(district, name)
    territory = district.territories.create(
        name=name,
        centre=centre,
        population=population,
        population_year=population_year,
        population_source=population_source,
        is_demonstration=by.is_demonstration,
    )
    add_villages(territory, [centre])
    record(by, "places.territory.added", territory)
    return territory


@transaction.atomic
def add_villages(territory: Territory, names: Iterable[str]) -> None:
    """Villages of a new territory, of which only names are known; part of another deed."""
    Village.objects.bulk_create(
        [Village(territory=territory, name=name) for name in dict.fromkeys(names)]
    )


@transaction.atomic
def territory_of(village: str, *, district: District, by: Person) -> Territory:
    """The territory with this village at its centre; a new one when the district has none."""
    district = District.objects.select_for_update().get(pk=district.pk)
    name = " ".join(village.split())
    for territory in district.territories.all():
        if name.casefold() in (territory.centre.casefold(), territory.name.casefold()):
            return territory
    return add_territory(name, district=district, centre=name, by=by)


@transaction.atomic
def admit(territory: Territory, person: Person, *, now: datetime, by: Person) -> None:
    """The person may write in the passport from now on; harmless when that is so already."""
    _row, is_new = Keeper.objects.get_or_create(
        territory=territory, person=person, until=None, defaults={"since": now}
    )
    if is_new:
        record(by, "places.keeper.admitted", territory, person=person.pk)


@transaction.atomic
def take_care(territory: Territory, centre: Centre, *, now: datetime, by: Person | None) -> None:
    """The centre works with the territory from now on; harmless when it does already."""
    _row, is_new = Care.objects.get_or_create(
        territory=territory, centre=centre, until=None, defaults={"since": now}
    )
    if is_new:
        record(by, "places.care.begun", territory, centre=centre.pk)


@transaction.atomic
def end_care(territory: Territory, centre: Centre, *, now: datetime, by: Person) -> None:
    """Its staff no longer read and help there; what they wrote stays."""
    if territory.care.filter(centre=centre, until=None).update(until=now):
        record(by, "places.care.ended", territory, centre=centre.pk)


@transaction.atomic
def change_territory(territory: Territory, told: dict[str, Any], *, by: Person) -> None:
    """`told`: new values by the names of fields; only those that differ are written."""
    territory.refresh_from_db(from_queryset=Territory.objects.select_for_update())
    changed = [name for name, value in told.items() if getattr(territory, name) != value]
    for name in changed:
        setattr(territory, name, told[name])
    if {"name", "district"} & set(changed):
        refuse_a_taken_name(territory.district, territory.name, but=territory)
    if changed:
        territory.save(update_fields=changed)
        record(by, "places.territory.changed", territory, fields=changed)


def refuse_a_taken_name(district: District, name: str, but: Territory | None = None) -> None:
    others = district.territories.exclude(pk=but.pk) if but else district.territories.all()
    if fold(name) in map(fold, others.values_list("name", flat=True)):
        raise Refused(words.REFUSALS[Refusal.NAME_TAKEN])


@transaction.atomic
def change_status(
    territory: Territory, status: Status, *, since: date | None, source: str, by: Person
) -> None:
    """From the day on the territory is something else in law; what it was until then stays."""
    Territory.objects.select_for_update().get(pk=territory.pk)
    now = territory.statuses.filter(until=None).first()
    if now:
        refuse(rules.why_not_become(now.status, now.since, status, since))
        now.until = since
        now.save(update_fields=["until"])
    territory.statuses.create(status=str(status), since=since, source=source)
    record(by, "places.territory.status-changed", territory, status=status, since=since)


@transaction.atomic
def change_code(territory: Territory, code: str, *, since: date | None, by: Person) -> None:
    """From the day on the territory has another code in the classifier."""
    Territory.objects.select_for_update().get(pk=territory.pk)
    if TerritoryCode.objects.filter(code=code, until=None).exclude(territory=territory).exists():
        raise Refused(words.REFUSALS[Refusal.CODE_TAKEN])
    now = territory.codes.filter(until=None).first()
    if now:
        refuse(rules.why_not_become(now.code, now.since, code, since))
        now.until = since
        now.save(update_fields=["until"])
    territory.codes.update_or_create(code=code, defaults={"since": since, "until": None})
    record(by, "places.territory.code-changed", territory, code=code, since=since)


def refuse(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(words.REFUSALS[refusal])
