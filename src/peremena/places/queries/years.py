"""The numbers of a passport by year, in words for a table and for a screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from peremena.kit import typesetting
from peremena.places.models import Territory
from peremena.places.passport.yearly import Cell, Line

from .passports import years

MINUS = "−"


@dataclass(frozen=True)
class CellShown:
    """`change` in figures, `said` in words; both empty where there was nothing before."""

    year: int
    words: str
    change: str
    said: str


@dataclass(frozen=True)
class LineShown:
    label: str
    unit: str
    cells: Sequence[CellShown]


@dataclass(frozen=True)
class YearsTable:
    years: Sequence[int]
    lines: Sequence[LineShown]


def years_table(territory: Territory) -> YearsTable:
    found = years(territory)
    return YearsTable(found.years, [shown(line) for line in found.lines])


def shown(line: Line) -> LineShown:
    return LineShown(line.fact.label, line.fact.unit, [cell_shown(cell) for cell in line.cells])


def cell_shown(cell: Cell) -> CellShown:
    words = typesetting.number(cell.value)
    if cell.change is None:
        return CellShown(cell.year, words, "", "")
    return CellShown(cell.year, words, figures(cell), sentence(cell))


def figures(cell: Cell) -> str:
    """«+31 (+3 %)», «−101 (−10 %)», «0»."""
    change = signed(cell.change or 0)
    if cell.percent is None or not cell.change:
        return change
    return f"{change} ({signed(cell.percent)}{typesetting.NBSP}%)"


def signed(value: int | Decimal) -> str:
    sign = MINUS if value < 0 else "+" if value > 0 else ""
    return sign + typesetting.number(-value if value < 0 else value)


def sentence(cell: Cell) -> str:
    change = cell.change or 0
    if not change:
        return _("no change")
    number = {"number": signed(change)[1:]}
    return (_("up by %(number)s") if change > 0 else _("down by %(number)s")) % number
