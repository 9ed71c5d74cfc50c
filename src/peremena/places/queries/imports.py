"""What an import compares a file with: territories as values, found by district and name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation

from peremena.places import sheet_words, words
from peremena.places.importing import Column, Place, Told, Vocabulary, fold
from peremena.places.models import (
    District,
    DistrictStatus,
    Territory,
    TerritoryCode,
    TerritoryStatus,
    Village,
)
from peremena.places.rules import Status

Key = tuple[str, str]


@dataclass(frozen=True)
class Known:
    """A territory with its rows of today; `place` says the same as a value."""

    territory: Territory
    status: TerritoryStatus | None
    code: TerritoryCode | None
    villages: Mapping[str, Village]
    place: Place


def vocabulary(today: date) -> Vocabulary:
    """Titles and statuses in each language of the site; districts under all their names."""
    columns: dict[str, Column] = {}
    statuses: dict[str, Status] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            columns |= {fold(str(text)): column for column, text in sheet_words.COLUMNS.items()}
            statuses |= {fold(str(text)): status for status, text in words.STATUSES.items()}
    named = District.objects.values_list("name", "name")
    in_law = DistrictStatus.objects.values_list("name", "district__name")
    districts = {fold(said): name for said, name in [*in_law, *named]}
    return Vocabulary(columns, districts, statuses, today)


def known(districts: Iterable[str] | None = None) -> dict[Key, Known]:
    """All territories of the districts (None: of all) in four queries."""
    rows = Territory.objects.all()
    if districts is not None:
        rows = rows.filter(district__name__in=set(districts))
    found = (known_of(territory) for territory in with_details(rows))
    return {key_of(one.place): one for one in found}


def key_of(place: Place) -> Key:
    return place.district, fold(place.name)


def with_details(rows: QuerySet[Territory]) -> QuerySet[Territory]:
    return rows.select_related("district").prefetch_related("statuses", "codes", "places")


def known_of(territory: Territory) -> Known:
    """Of a territory with its details; asks the database nothing more."""
    status = next((one for one in territory.statuses.all() if one.until is None), None)
    code = next((one for one in territory.codes.all() if one.until is None), None)
    villages = sorted(territory.places.all(), key=lambda one: one.pk)
    place = Place(
        district=territory.district.name,
        name=territory.name,
        centre=territory.centre,
        population=territory.population,
        year=territory.population_year,
        source=territory.population_source,
        status=Status(status.status) if status else None,
        status_since=status.since if status else None,
        status_source=status.source if status else "",
        code=code.code if code else "",
        code_since=code.since if code else None,
        villages=tuple(told(village) for village in villages),
    )
    return Known(territory, status, code, {fold(one.name): one for one in villages}, place)


def told(village: Village) -> Told:
    return Told(
        village.name,
        village.population,
        village.population_year,
        village.population_source,
        village.latitude,
        village.longitude,
    )


def owners(codes: Iterable[str]) -> dict[str, Place]:
    """Whose each of the codes is now."""
    rows = TerritoryCode.objects.filter(code__in=set(codes), until=None)
    return {
        one.code: Place(one.territory.district.name, one.territory.name)
        for one in rows.select_related("territory__district")
    }


def places(rows: QuerySet[Territory], *, size: int = 500) -> Iterator[Place]:
    """Values of many territories, read in portions: for a table that is sent while it is made."""
    for territory in with_details(rows).iterator(chunk_size=size):
        yield known_of(territory).place
