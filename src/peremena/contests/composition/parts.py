"""The application as one frozen structure, from which every paper is drawn. Pure.

All texts are plain words in Russian: no markup, no control characters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from peremena.contests.evidence import Words
from peremena.projects.brief import Section as Chapter


@dataclass(frozen=True)
class Text:
    """Paragraphs parted by line ends."""

    text: str


@dataclass(frozen=True)
class Listing:
    """`lead`: the line above the list, or ""."""

    lead: str
    items: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True)
class Pair:
    """`code`: by which a contest's form may name it."""

    code: str
    label: str
    text: str


@dataclass(frozen=True)
class Pairs:
    rows: tuple[Pair, ...]


@dataclass(frozen=True)
class Cell:
    """`note`: what stands below in smaller letters, or ""."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Column:
    """`share`: its part of the width, in per cent; the shares of a table make 100."""

    title: str
    share: int
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True)
class Table:
    """`lead`: the line above, or ""; `total`: the last row, or None."""

    lead: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None


Part = Text | Listing | Pairs | Table


@dataclass(frozen=True)
class Section:
    """`limit`: how many characters the contest's form takes; None when not known."""

    code: str
    title: str
    parts: tuple[Part, ...]
    limit: int | None = None


@dataclass(frozen=True)
class Line:
    """One line of the budget with exact numbers; None where nothing was filled in."""

    title: str
    category: str
    quantity: Decimal | None
    unit: str
    price: Decimal | None
    sum: Decimal | None
    source: str
    purpose: str
    grounds: str

    @property
    def is_product(self) -> bool:
        """Whether the sum is quantity by price, so that a formula may stand for it."""
        return None not in (self.quantity, self.price) and self.quantity * self.price == self.sum  # type: ignore[operator]


@dataclass(frozen=True)
class Sums:
    """In roubles. `total` = `requested` + `own` + `unnamed`, the lines that name no source.

    `by_source`: by the source's name in words.
    """

    requested: Decimal
    own: Decimal
    unnamed: Decimal
    total: Decimal
    by_source: Mapping[str, Decimal]


@dataclass(frozen=True)
class Missing:
    """Something a jury will look for and not find. `field`: its path in the brief."""

    chapter: Chapter
    field: str
    text: Words


@dataclass(frozen=True)
class Paper:
    """`made`: the day it was frozen; None: not frozen."""

    contest: str
    title: str
    applicant: str
    summary: str
    sums: Sums
    head: tuple[Pair, ...]
    sections: tuple[Section, ...]
    lines: tuple[Line, ...]
    missing: tuple[Missing, ...]
    made: date | None
