"""Districts and okrugs: how they come here, and what they become."""

import json
from datetime import date
from importlib import resources
from typing import Any

from django.db import transaction

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.places import rules, words
from peremena.places.models import District, DistrictStatus
from peremena.places.rules import DistrictKind

DISTRICT, OKRUG, CITY = "район", "муниципальный округ", "городской округ"
SOURCE = "Коды ОКТМО, сверены в июле 2026 года"


@transaction.atomic
def load_districts() -> int:
    """Bring the districts of the package's map into the database; how many there are.

    What they are in law is told only of those about which nobody has said anything here yet.
    """
    outlines = resources.files("peremena.places") / "data" / "districts.geojson"
    known = [one["properties"] for one in json.loads(outlines.read_text("utf-8"))["features"]]
    District.objects.bulk_create(
        [district(properties) for properties in known],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["latitude", "longitude", "population", "population_year"],
    )
    untold = {one.name: one for one in District.objects.filter(statuses=None)}
    DistrictStatus.objects.bulk_create(
        status
        for properties in known
        if properties["name"] in untold
        for status in statuses(untold[properties["name"]], properties)
    )
    return len(known)


def district(properties: dict[str, Any]) -> District:
    return District(
        name=properties["name"],
        latitude=properties["centre_lat"],
        longitude=properties["centre_lon"],
        population=properties["population"],
        population_year=properties["population_year"],
    )


def statuses(of: District, properties: dict[str, Any]) -> list[DistrictStatus]:
    """Before and after the reform. Where the new code is not confirmed, what is now is unknown."""
    before, after = properties["oktmo_before_reform"] or "", properties["oktmo_okrug"] or ""
    if of.name.startswith(CITY):
        kind = {"kind": DistrictKind.CITY, "is_current": True}
        return [DistrictStatus(district=of, name=of.name, code=before, **kind)]
    told = [DistrictStatus(district=of, kind=DistrictKind.DISTRICT, name=of.name, code=before)]
    if after:
        okrug = DistrictStatus(district=of, kind=DistrictKind.OKRUG, code=after, source=SOURCE)
        okrug.name, okrug.is_current = of.name.replace(DISTRICT, OKRUG), True
        told.append(okrug)
    return told


@transaction.atomic
def change_district(
    of: District, kind: DistrictKind, *, name: str, code: str, since: date, source: str, by: Person
) -> DistrictStatus:
    """From the day on the district is something else; what it was until then stays."""
    District.objects.select_for_update().get(pk=of.pk)
    now = of.statuses.filter(is_current=True).first()
    if now and (refusal := rules.why_not_become(now.name, now.since, name, since)):
        raise Refused(words.REFUSALS[refusal])
    of.statuses.filter(is_current=True).update(is_current=False, until=since)
    status = of.statuses.create(
        kind=kind, name=name, code=code, since=since, source=source, is_current=True
    )
    record(by, "places.district.changed", of, kind=kind, since=since)
    return status
