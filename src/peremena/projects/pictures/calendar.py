"""The plan as bars on months, for a phone (a title above its bar) and for a desk (beside it)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .shapes import (
    LINE,
    NARROW,
    PAD,
    SIZE,
    WIDE,
    Box,
    Line,
    Picture,
    Said,
    elbow,
    share,
    width_of,
    wrapped,
)

HEAD = 34  # names of months
BAR = 16
GAP = 16
TITLES = 360  # where titles stand on a desk
LEAST_BAR = 6
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Stretch:
    """Something that lasts. A day that is not known is None: its bar reaches to the edge."""

    name: str
    title: str
    start: date | None
    end: date | None
    tone: str = "bar"


@dataclass(frozen=True)
class Months:
    """`first`: counted from the year 0; `many`: at least one."""

    first: int
    many: int

    def at(self, day: date, length: int, *, after: bool = False) -> int:
        """Where a day begins on the length, or ends."""
        whole = month_of(day) - self.first
        part = (day.day - (not after)) / 31
        return round(length * min(self.many, max(0, whole + part)) / self.many)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Year and month from 1 to 12."""
        for number in range(self.first, self.first + self.many):
            yield number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1


def month_of(day: date) -> int:
    return day.year * MONTHS_A_YEAR + day.month - 1


def months(stretches: Sequence[Stretch], start: date | None, end: date | None) -> Months | None:
    """From the first known day to the last; None when no day is known. At most ten years."""
    days = [start, end, *(day for one in stretches for day in (one.start, one.end))]
    known = [month_of(day) for day in days if day]
    if not known:
        return None
    return Months(min(known), min(max(known) - min(known) + 1, 10 * MONTHS_A_YEAR))


def calendar(
    stretches: Sequence[Stretch], span: Months, names: Sequence[str], *, wide: bool = False
) -> Picture:
    """`names`: of the twelve months, short. What has no day at all gets a row without a bar."""
    width, left = (WIDE, TITLES) if wide else (NARROW, 0)
    length = width - left
    boxes: list[Box] = []
    words = list(heads(span, names, left, length))
    y = HEAD
    for stretch in stretches:
        rows = wrapped(stretch.title, (left - PAD) if wide else width)
        words += [Said(0, y + SIZE + LINE * n, row) for n, row in enumerate(rows)]
        height = len(rows) * LINE
        top = y + (max(height, LINE) - BAR) // 2 + 2 if wide else y + height + PAD // 2
        if stretch.start or stretch.end:
            boxes.append(bar(stretch, span, left, top, length))
        y = max(y + height, top + BAR) + GAP
    return Picture(width, y, tuple(boxes), tuple(grid(span, left, length, y)), tuple(words))


def bar(stretch: Stretch, span: Months, left: int, top: int, length: int) -> Box:
    begins = span.at(stretch.start, length) if stretch.start else 0
    ends = span.at(stretch.end, length, after=True) if stretch.end else length
    begins = min(begins, length - LEAST_BAR)
    whole = max(LEAST_BAR, ends - begins)
    return Box(stretch.name, left + begins, top, whole, BAR, stretch.tone)


def heads(span: Months, names: Sequence[str], left: int, length: int) -> Iterator[Said]:
    """As many names of months as fit; each January brings its year."""
    free = left
    for place, (year, month) in enumerate(span):
        x = left + share(place, span.many, length)
        text = f"{names[month - 1]} {year}" if month == 1 or place == 0 else names[month - 1]
        if x >= free and x + width_of(text) <= left + length:
            yield Said(x, SIZE, text)
            free = x + round(width_of(text)) + PAD


def grid(span: Months, left: int, length: int, bottom: int) -> Iterator[Line]:
    for place, (_year, month) in enumerate(span):
        x = left + share(place, span.many, length)
        tone = "year" if month == 1 and place else "month"
        yield Line(elbow((x, HEAD - PAD), (x, bottom)), tone)
