"""What an import compares a file with: territories as values, found by district and name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation

from peremena.places import sheet_words, words
from peremena.places.importing import Column, Fault, Place, Told, Vocabulary, fold
from peremena.places.models import (
    District,
    DistrictStatus,
    Import,
    Territory,
    TerritoryCode,
    TerritoryStatus,
    Village,
)
from peremena.places.rules import ImportState, Status

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


@dataclass(frozen=True)
class Complaint:
    """A mistake as people read it: where it is, what is wrong, what may have been meant."""

    row: int
    column: str
    sentence: str
    perhaps: str


@dataclass(frozen=True)
class NewsRow:
    """What a file would do to a territory; no changes: all of it is new."""

    district: str
    name: str
    villages: int
    changes: Sequence[str]


@dataclass(frozen=True)
class Report:
    made: int
    changed: int
    same: int
    found: int
    complaints: Sequence[Complaint]
    news: Sequence[NewsRow]
    why_not: str


def report(import_: Import) -> Report:
    said = import_.report
    refusal = import_.why_not if import_.state == ImportState.READ else None
    return Report(
        made=said["made"],
        changed=said["changed"],
        same=said["same"],
        found=said["mistakes_found"],
        complaints=[complaint(one) for one in said["mistakes"]],
        news=[news(one) for one in said["news"]],
        why_not=str(words.REFUSALS[refusal]) if refusal else "",
    )


def complaint(said: dict[str, Any]) -> Complaint:
    fault = Fault(said["fault"])
    named = said["title"] or (
        str(sheet_words.COLUMNS[Column(said["column"])]) if said["column"] else ""
    )
    guessed = fault is Fault.UNKNOWN_DISTRICT and said["guess"]
    return Complaint(
        row=said["row"],
        column=f"{said['letter']} · {named}" if said["letter"] else named,
        sentence=str(sheet_words.FAULTS[fault]) % said,
        perhaps=str(sheet_words.PERHAPS) % said if guessed else "",
    )


def news(said: dict[str, Any]) -> NewsRow:
    return NewsRow(
        said["district"], said["name"], said["villages"], [change(one) for one in said["changes"]]
    )


def change(said: dict[str, str]) -> str:
    """«Лесная, жителей: 300 → 280»."""
    column = Column(said["column"])
    before, after = (shown(column, said[part]) for part in ("before", "after"))
    title = str(sheet_words.COLUMNS[column])
    named = f"{said['of']}, {title[:1].lower()}{title[1:]}" if said["of"] else title
    return f"{named}: {before} → {after}" if before else f"{named}: {after}"


def shown(column: Column, value: str) -> str:
    return str(words.STATUSES[Status(value)]) if column is Column.STATUS and value else value
