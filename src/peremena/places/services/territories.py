"""Districts and territories: how they come here, who keeps them, who works with them."""

import json
from datetime import datetime
from importlib import resources
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Centre, Person
from peremena.places.models import Care, District, Keeper, Territory


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
        villages=[centre],
        population=population,
        is_demonstration=by.is_demonstration,
    )
    record(by, "places.territory.added", territory)
    return territory


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
def load_districts() -> int:
    """Bring the districts of the package's map into the database; how many there are."""
    outlines = resources.files("peremena.places") / "data" / "districts.geojson"
    features = json.loads(outlines.read_text(encoding="utf-8"))["features"]
    districts = [district(feature["properties"]) for feature in features]
    District.objects.bulk_create(
        districts,
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=[
            "code_before_reform",
            "code",
            "latitude",
            "longitude",
            "population",
            "population_year",
        ],
    )
    return len(districts)


def district(properties: dict[str, Any]) -> District:
    return District(
        name=properties["name"],
        code_before_reform=properties["oktmo_before_reform"] or "",
        code=properties["oktmo_okrug"] or "",
        latitude=properties["centre_lat"],
        longitude=properties["centre_lon"],
        population=properties["population"],
        population_year=properties["population_year"],
    )
