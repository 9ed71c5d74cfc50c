"""Rows of a table become places, or mistakes with their row and column. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from peremena.places.rules import Status

from .values import OF_TERRITORY, REQUIRED, Column, Fault, Mistake, Place, Told

EARLIEST_YEAR = 1897  # of the first census of the whole country
MOST_PEOPLE = 2_000_000_000
DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y")
CODE = re.compile(r"\d{8}|\d{11}")
LONGEST = {Column.NAME: 160, Column.CENTRE: 120, Column.VILLAGE: 120}
EXAMPLE = ("пример:", "example:")
FIELDS = {
    Column.CENTRE: "centre", Column.POPULATION: "population", Column.YEAR: "year",
    Column.SOURCE: "source", Column.STATUS: "status", Column.STATUS_SINCE: "status_since",
    Column.STATUS_SOURCE: "status_source", Column.CODE: "code", Column.CODE_SINCE: "code_since",
}  # fmt: skip


@dataclass(frozen=True)
class Vocabulary:
    """What the words of a table may be: folded, with what each of them means."""

    columns: Mapping[str, Column]
    districts: Mapping[str, str]
    statuses: Mapping[str, Status]
    today: date


@dataclass(frozen=True)
class Sheet:
    """A table as kit reads it."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]


@dataclass(frozen=True)
class Gathered:
    places: Sequence[Place]
    mistakes: Sequence[Mistake]


@dataclass
class Reading:
    """What has been understood so far; cells that make no sense are noted and read as empty."""

    words: Vocabulary
    mistakes: list[Mistake] = field(default_factory=list)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    rows: dict[tuple[str, str, Column], int] = field(default_factory=dict)
    villages: dict[tuple[str, str], dict[str, Told]] = field(default_factory=dict)

    def note(
        self, row: int, column: Column, fault: Fault, value: str = "", guess: str = ""
    ) -> None:
        self.mistakes.append(Mistake(row, column, fault, value, guess))


def fold(words: str) -> str:
    """The same for “Берёзовка” and “ берёзовка ”, and for ё and е."""
    return " ".join(words.casefold().replace("ё", "е").split())


def gather(sheet: Sheet, words: Vocabulary) -> Gathered:
    """Mistakes in the order of rows. With a wrong header no row is read: all would be wrong."""
    columns = [words.columns.get(fold(title)) for title in sheet.header]
    if mistakes := list(faults_of_header(sheet.header, columns)):
        return Gathered((), mistakes)
    reading = Reading(words)
    for number, cells in zip(sheet.numbers, sheet.rows, strict=True):
        said = {column: cell for column, cell in zip(columns, cells, strict=True) if column}
        if not fold(said[Column.NAME]).startswith(EXAMPLE):
            read_row(reading, number, {column: said.get(column, "") for column in Column})
    places = [
        replace(place, villages=tuple(reading.villages[key].values()))
        for key, place in reading.places.items()
    ]
    note_codes_told_twice(reading, places)
    return Gathered(places, sorted(reading.mistakes, key=lambda one: one.row))


def faults_of_header(header: Sequence[str], columns: Sequence[Column | None]) -> Iterable[Mistake]:
    for place, (title, column) in enumerate(zip(header, columns, strict=True)):
        if column is None:
            yield Mistake(1, None, Fault.EXTRA_COLUMN, title or str(place + 1))
        elif column in columns[:place]:
            yield Mistake(1, column, Fault.COLUMN_TWICE, title)
    for column in REQUIRED:
        if column not in columns:
            yield Mistake(1, column, Fault.NO_COLUMN)


def read_row(reading: Reading, row: int, said: Mapping[Column, str]) -> None:
    district, name = district_of(reading, row, said), text(reading, row, Column.NAME, said)
    if not name:
        reading.note(row, Column.NAME, Fault.NO_NAME)
    told = {column: CELLS[column](reading, row, column, said) for column in OF_TERRITORY}
    village = village_of(reading, row, said)
    if not (district and name):
        return
    key = (district, fold(name))
    is_first = key not in reading.places
    place = reading.places.setdefault(key, Place(district, name, row=row))
    if not is_first and not village:
        reading.note(row, Column.NAME, Fault.TERRITORY_TWICE, name, str(place.row))
    for column, value in told.items():
        place = add(reading, row, (key, place), column, value)
    reading.places[key] = place
    add_village(reading, row, key, village)


def add(
    reading: Reading, row: int, told: tuple[tuple[str, str], Place], column: Column, value: Any
) -> Place:
    """The place with the value, unless another row has said something else."""
    (key, place), name = told, FIELDS[column]
    before = getattr(place, name)
    if value in (None, "") or value == before:
        return place
    if before not in (None, ""):
        reading.note(row, column, Fault.CONTRADICTS, str(value), str(reading.rows[(*key, column)]))
        return place
    reading.rows[(*key, column)] = row
    return replace(place, **{name: value})


def add_village(reading: Reading, row: int, key: tuple[str, str], village: Told | None) -> None:
    villages = reading.villages.setdefault(key, {})
    if village is None:
        return
    if fold(village.name) in villages:
        reading.note(row, Column.VILLAGE, Fault.VILLAGE_TWICE, village.name)
        return
    villages[fold(village.name)] = village


def village_of(reading: Reading, row: int, said: Mapping[Column, str]) -> Told | None:
    name = text(reading, row, Column.VILLAGE, said)
    rest = (
        count(reading, row, Column.RESIDENTS, said),
        year(reading, row, Column.RESIDENTS_YEAR, said),
        text(reading, row, Column.RESIDENTS_SOURCE, said),
        degrees(reading, row, Column.LATITUDE, said),
        degrees(reading, row, Column.LONGITUDE, said),
    )
    if not name:
        if any(said[column] for column in tuple(Column)[12:]):
            reading.note(row, Column.VILLAGE, Fault.NO_VILLAGE)
        return None
    if bool(said[Column.LATITUDE]) != bool(said[Column.LONGITUDE]):
        reading.note(row, Column.LATITUDE, Fault.HALF_A_POINT)
    return Told(name, *rest)


def district_of(reading: Reading, row: int, said: Mapping[Column, str]) -> str:
    """ "" with a note when it is not known."""
    told, known = said[Column.DISTRICT], reading.words.districts
    if not told:
        reading.note(row, Column.DISTRICT, Fault.NO_DISTRICT)
        return ""
    if found := known.get(fold(told)):
        return found
    near = get_close_matches(fold(told), known, 1)
    guess = known[near[0]] if near else ""
    reading.note(row, Column.DISTRICT, Fault.UNKNOWN_DISTRICT, told, guess)
    return ""


def note_codes_told_twice(reading: Reading, places: Sequence[Place]) -> None:
    owners: dict[str, Place] = {}
    for place in places:
        owner = owners.setdefault(place.code, place)
        if place.code and owner is not place:
            row = reading.rows[(place.district, fold(place.name), Column.CODE)]
            reading.note(row, Column.CODE, Fault.CODE_TWICE, place.code, owner.name)


def text(reading: Reading, row: int, column: Column, said: Mapping[Column, str]) -> str:
    words = " ".join(said[column].split())
    if len(words) > LONGEST.get(column, 300):
        reading.note(row, column, Fault.TOO_LONG, words[:40] + "…")
        return words[:40]
    return words


def count(reading: Reading, row: int, column: Column, said: Mapping[Column, str]) -> int | None:
    """1 140, 1140,0 and 1140 are the same."""
    told = re.sub(r"[\s\xa0]", "", said[column])
    if not told:
        return None
    if not re.fullmatch(r"[-−]?\d+([.,]0+)?", told):
        reading.note(row, column, Fault.NOT_A_NUMBER, said[column])
        return None
    number = int(re.split("[.,]", told)[0].replace("−", "-"))
    if number < 0 or number > MOST_PEOPLE:
        fault = Fault.NEGATIVE if number < 0 else Fault.TOO_MANY
        reading.note(row, column, fault, said[column])
        return None
    return number


def year(reading: Reading, row: int, column: Column, said: Mapping[Column, str]) -> int | None:
    told, latest = said[column].strip(), reading.words.today.year
    if not told:
        return None
    if re.fullmatch(r"\d{4}", told) and EARLIEST_YEAR <= int(told) <= latest:
        return int(told)
    reading.note(row, column, Fault.BAD_YEAR, told, f"{EARLIEST_YEAR}–{latest}")
    return None


def day(reading: Reading, row: int, column: Column, said: Mapping[Column, str]) -> date | None:
    told = said[column].strip()
    for form in DAYS if told else ():
        try:
            found = datetime.strptime(told, form).date()  # noqa: DTZ007 -- a day without a clock
        except ValueError:
            continue
        if found.year >= EARLIEST_YEAR:
            return found
    if told:
        reading.note(row, column, Fault.BAD_DAY, told)
    return None


def status(reading: Reading, row: int, column: Column, said: Mapping[Column, str]) -> Status | None:
    told, known = said[column], reading.words.statuses
    if told and fold(told) not in known:
        near = get_close_matches(fold(told), known, 1, 0.4) or list(known)[:1]
        reading.note(row, column, Fault.UNKNOWN_STATUS, told, near[0])
    return known.get(fold(told))


def code(reading: Reading, row: int, column: Column, said: Mapping[Column, str]) -> str:
    told = re.sub(r"[\s\xa0]", "", said[column])
    if told and not CODE.fullmatch(told):
        reading.note(row, column, Fault.BAD_CODE, said[column])
        return ""
    return told


def degrees(reading: Reading, row: int, column: Column, said: Mapping[Column, str]) -> float | None:
    told, bound = said[column].strip().replace(",", "."), 90 if column == Column.LATITUDE else 180
    if re.fullmatch(r"-?\d{1,3}(\.\d+)?", told) and abs(float(told)) <= bound:
        return float(told)
    if told:
        reading.note(row, column, Fault.BAD_DEGREES, said[column])
    return None


CELLS: Mapping[Column, Callable[[Reading, int, Column, Mapping[Column, str]], Any]] = {
    Column.CENTRE: text,
    Column.POPULATION: count,
    Column.YEAR: year,
    Column.SOURCE: text,
    Column.STATUS: status,
    Column.STATUS_SINCE: day,
    Column.STATUS_SOURCE: text,
    Column.CODE: code,
    Column.CODE_SINCE: day,
}
