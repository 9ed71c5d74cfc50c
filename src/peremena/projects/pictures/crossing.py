"""Whom the project concerns, by how much it matters to them and how much hangs on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from .shapes import NARROW, WIDE, Box, Card, Picture, lowest, stacked

GAP = 10
INSET = 4
QUARTERS = ((True, False), (True, True), (False, False), (False, True))
"""Influence and interest, as they stand in two rows of two."""


@dataclass(frozen=True)
class Party:
    """None: nobody has said yet."""

    name: str
    who: str
    interest: bool | None
    influence: bool | None

    @property
    def is_placed(self) -> bool:
        return self.interest is not None and self.influence is not None


def crossing(parties: Sequence[Party], titles: Sequence[str], *, wide: bool = False) -> Picture:
    """`titles`: of the four quarters, in the order of `QUARTERS`. Only parties that are placed."""
    width = WIDE if wide else NARROW
    half = (width - GAP) // 2
    frames: list[Box] = []
    inside: list[Box] = []
    y = 0
    for row in (0, 2):
        pair = []
        for column in (0, 1):
            x = column * (half + GAP)
            name = f"quarter-{row + column}"
            frame = Card(name, titles[row + column]).at(x, y, half)
            cards = [
                Card(one.name, one.who)
                for one in parties
                if one.is_placed and (one.influence, one.interest) == QUARTERS[row + column]
            ]
            inside += (own := stacked(cards, x + INSET, frame.bottom, half - 2 * INSET, GAP))
            pair.append((frame, lowest(own, frame.bottom) + GAP))
        bottom = max(low for _frame, low in pair)
        frames += [grow(frame, bottom - y) for frame, _low in pair]
        y = bottom + GAP
    return Picture(width, y - GAP, (*frames, *inside))


def grow(frame: Box, height: int) -> Box:
    """Both quarters of a row are as high as the fuller one."""
    return Box(
        frame.name, frame.x, frame.y, frame.width, height, "frame", lines=frame.lines
    )  # fmt: skip
