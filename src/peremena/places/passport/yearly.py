"""What the numbers were in each year, and how they changed. Pure: no Django, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from .reading import Fact

Number = int | Decimal


@dataclass(frozen=True)
class Statement:
    """A number that stood in the passport. `at`: when it was written."""

    fact: Fact
    at: datetime

    @property
    def year(self) -> int:
        """Of the fact's own day, else the year in which it was written."""
        return int(self.fact.as_of[:4]) if self.fact.as_of else self.at.year


@dataclass(frozen=True)
class Cell:
    """The number of one year; `change`, `percent`: against the last year that has one.

    `change`: None where there was no number before; `percent`: None also when that was zero.
    """

    year: int
    value: Number | None
    change: Number | None = None
    percent: int | None = None


@dataclass(frozen=True)
class Line:
    """One number through the years; `fact` is the newest statement of it."""

    fact: Fact
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Yearly:
    years: tuple[int, ...]
    lines: tuple[Line, ...]


def yearly(statements: Iterable[Statement], most: int = 5) -> Yearly:
    """The last `most` years in which anything was counted, the oldest first.

    Of two statements about one year the one written later holds: it is a correction.
    """
    by_path: dict[tuple[str, str], dict[int, Statement]] = {}
    for statement in sorted(statements, key=lambda one: one.at):
        if not isinstance(statement.fact.value, str):
            key = statement.fact.block.value, statement.fact.path
            by_path.setdefault(key, {})[statement.year] = statement
    years = sorted({year for found in by_path.values() for year in found})[-most:]
    lines = (line(found, years) for found in by_path.values() if found.keys() & set(years))
    return Yearly(tuple(years), tuple(lines))


def line(found: dict[int, Statement], years: Sequence[int]) -> Line:
    before: Number | None = None
    cells = []
    for year in years:
        value = found[year].fact.value if year in found else None
        assert not isinstance(value, str)
        cells.append(cell(year, value, before))
        before = value if value is not None else before
    return Line(found[max(found)].fact, tuple(cells))


def cell(year: int, value: Number | None, before: Number | None) -> Cell:
    if value is None or before is None:
        return Cell(year, value)
    change = value - before
    percent = round(100 * change / before) if before else None
    return Cell(year, value, change, percent)
