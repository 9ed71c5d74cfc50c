"""Territories: how they come here, who keeps them, who works with them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Centre, Person
from peremena.places.models import Care, District, Keeper, Territory, Village


@transaction.atomic
def add_territory(
    name: str, *, district: District, centre: str, population: int | None = None, by: Person
) -> Territory:
    """Its villages begin with the centre; the rest is told in the passport."""
    if district.territories.filter(name=name).exists():
        raise Refused(_("This district already has a territory of this name: choose it."))
    territory = district.territories.create(
        name=name,
        centre=centre,
        population=population,
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
