"""What a row can say, what can be wrong with it, and the place that rows add up to. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peremena.places.rules import Status


class Column(StrEnum):
    DISTRICT = "district"
    NAME = "name"
    CENTRE = "centre"
    POPULATION = "population"
    YEAR = "year"
    SOURCE = "source"
    STATUS = "status"
    STATUS_SINCE = "status-since"
    STATUS_SOURCE = "status-source"
    CODE = "code"
    CODE_SINCE = "code-since"
    VILLAGE = "village"
    RESIDENTS = "residents"
    RESIDENTS_YEAR = "residents-year"
    RESIDENTS_SOURCE = "residents-source"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"


REQUIRED = (Column.DISTRICT, Column.NAME)
OF_TERRITORY = tuple(Column)[2:11]


class Fault(StrEnum):
    NO_COLUMN = "no-column"
    EXTRA_COLUMN = "extra-column"
    COLUMN_TWICE = "column-twice"
    NO_DISTRICT = "no-district"
    UNKNOWN_DISTRICT = "unknown-district"
    NO_NAME = "no-name"
    NO_CENTRE = "no-centre"
    CENTRE_ELSEWHERE = "centre-elsewhere"
    TOO_LONG = "too-long"
    NOT_A_NUMBER = "not-a-number"
    NEGATIVE = "negative"
    TOO_MANY = "too-many"
    BAD_YEAR = "bad-year"
    BAD_DAY = "bad-day"
    UNKNOWN_STATUS = "unknown-status"
    BAD_CODE = "bad-code"
    CODE_TAKEN = "code-taken"
    CODE_TWICE = "code-twice"
    TERRITORY_TWICE = "territory-twice"
    CONTRADICTS = "contradicts"
    VILLAGE_TWICE = "village-twice"
    BAD_DEGREES = "bad-degrees"
    HALF_A_POINT = "half-a-point"
    NO_VILLAGE = "no-village"
    DAY_NEEDED = "day-needed"
    DAY_TOO_EARLY = "day-too-early"


@dataclass(frozen=True)
class Mistake:
    """`row` as Excel counts. `value`: what stands there; `guess`: what may have been meant, or
    where the same was said before."""

    row: int
    column: Column | None
    fault: Fault
    value: str = ""
    guess: str = ""


@dataclass(frozen=True)
class Told:
    """A village. Nothing told: None or ""."""

    name: str
    population: int | None = None
    year: int | None = None
    source: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Place:
    """A territory as it is now, or as a file tells it. `row`: where the file first speaks of it."""

    district: str
    name: str
    centre: str = ""
    population: int | None = None
    year: int | None = None
    source: str = ""
    status: Status | None = None
    status_since: date | None = None
    status_source: str = ""
    code: str = ""
    code_since: date | None = None
    villages: tuple[Told, ...] = ()
    row: int = 0
