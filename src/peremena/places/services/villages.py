"""Villages of a territory: told of, mended, taken out."""

from typing import Any

from django.db import transaction

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.places import words
from peremena.places.importing import fold
from peremena.places.models import Territory, Village
from peremena.places.rules import Refusal


@transaction.atomic
def add_village(territory: Territory, told: dict[str, Any], *, by: Person) -> Village:
    """`told`: values by the names of fields; what is not known is None or ""."""
    Territory.objects.select_for_update().get(pk=territory.pk)
    refuse_a_told_name(territory, told["name"])
    village = territory.places.create(**told)
    record(by, "places.village.added", territory, village=village.pk)
    return village


@transaction.atomic
def change_village(village: Village, told: dict[str, Any], *, by: Person) -> None:
    """The centre keeps being the centre under its new name."""
    territory = Territory.objects.select_for_update().get(pk=village.territory_id)
    refuse_a_told_name(territory, told["name"], but=village)
    if fold(territory.centre) == fold(village.name) and told["name"] != village.name:
        territory.centre = told["name"]
        territory.save(update_fields=["centre"])
    for name, value in told.items():
        setattr(village, name, value)
    village.save(update_fields=list(told))
    record(by, "places.village.changed", territory, village=village.pk)


@transaction.atomic
def remove_village(village: Village, *, by: Person) -> None:
    """What is told of resources there stays with the territory."""
    if fold(village.territory.centre) == fold(village.name):
        raise Refused(words.REFUSALS[Refusal.IS_THE_CENTRE])
    record(by, "places.village.removed", village.territory, village=village.pk)
    village.delete()


def refuse_a_told_name(territory: Territory, name: str, but: Village | None = None) -> None:
    others = territory.places.exclude(pk=but.pk) if but else territory.places.all()
    if fold(name) in map(fold, others.values_list("name", flat=True)):
        raise Refused(words.REFUSALS[Refusal.VILLAGE_TOLD])
