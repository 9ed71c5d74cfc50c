"""The line of how many remarks there were, as a small picture. Pure: no Django, no database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

WIDTH, HEIGHT, MARGIN = 320, 90, 8
FEWEST = 2


@dataclass(frozen=True)
class Count:
    at: datetime
    number: int


@dataclass(frozen=True)
class Trend:
    """`line`: points of a polyline in units of the frame, in steps: a count holds until the next.

    `end_x`, `end_y`: where the line ends.
    """

    first: Count
    last: Count
    most: int
    line: str
    end_x: int
    end_y: int
    width: int = WIDTH
    height: int = HEIGHT


def trend(counts: Sequence[Count]) -> Trend | None:
    """`counts` in the order of time; None while there are too few to draw a line."""
    if len(counts) < FEWEST:
        return None
    first, last, most = counts[0], counts[-1], max(count.number for count in counts)
    whole = (last.at - first.at).total_seconds() or 1
    points: list[tuple[int, int]] = []
    for count in counts:
        share = (count.at - first.at).total_seconds() / whole
        x = MARGIN + round(share * (WIDTH - 2 * MARGIN))
        y = HEIGHT - MARGIN - round(count.number / (most or 1) * (HEIGHT - 2 * MARGIN))
        if points:
            points.append((x, points[-1][1]))
        points.append((x, y))
    line = " ".join(f"{x},{y}" for x, y in points)
    return Trend(first, last, most, line, end_x=points[-1][0], end_y=points[-1][1])
