"""The map of the region: districts, marks and the names that fit. Pure: no Django, no database.

Whatever the map leaves out for want of room stands in the table beside it.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from . import outlines
from .outlines import HEIGHT, WIDTH, Point

SHADES = 4
LARGEST, SMALLEST = 40, 11  # radius of a mark
ROOMY = 8  # so many circles of any size do not crowd the map; of more, the largest is smaller
LETTER, LINE = 20, 36  # width of a letter and height of a line of a label
GAP = 8
REACH = 56  # half of what a thumb needs, where the map is as wide as a phone


@dataclass(frozen=True)
class Mark:
    """`size`: any number that is not negative; the areas of circles compare as sizes do."""

    latitude: float
    longitude: float
    label: str
    size: float
    url: str = ""


@dataclass(frozen=True)
class Area:
    """`shade`: 0 for nothing known or none, 1 for the least to 4 for the most."""

    name: str
    path: str
    shade: int


@dataclass(frozen=True)
class Label:
    """Where the text stands; `anchor` as in SVG."""

    x: int
    y: int
    anchor: str


@dataclass(frozen=True)
class Spot:
    """A mark in units of the frame. No label: it would lie on another. No url: too near to one."""

    x: int
    y: int
    radius: int
    name: str
    label: Label | None
    url: str


@dataclass(frozen=True)
class RegionMap:
    areas: tuple[Area, ...]
    spots: tuple[Spot, ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def has_links(self) -> bool:
        return any(spot.url for spot in self.spots)


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    @property
    def is_inside(self) -> bool:
        return self.left >= 0 and self.top >= 0 and self.right <= WIDTH and self.bottom <= HEIGHT


def region(marks: Sequence[Mark] = (), shades: Mapping[str, float] | None = None) -> RegionMap:
    """`shades`: a number that is not negative for districts by name, the more the darker.

    A mark outside the frame is left out. The greatest mark is drawn first, below the others, and
    has the first choice of a place for its name.
    """
    return RegionMap(
        tuple(shaded(shades or {})), tuple(spots(sorted(marks, key=lambda one: -one.size)))
    )


def shaded(shades: Mapping[str, float]) -> Iterator[Area]:
    most = max(shades.values(), default=0)
    for outline in outlines.outlines():
        value = shades.get(outline.name, 0)
        shade = math.ceil(SHADES * value / most) if most and value > 0 else 0
        yield Area(outline.name, outline.path, shade)


def spots(marks: Sequence[Mark]) -> Iterator[Spot]:
    seen = [mark for mark in marks if outlines.is_inside(at(mark))]
    sizes = radii(marks, len(seen))
    circles = [circle(at(mark), sizes[mark.size]) for mark in seen]
    names: list[Box] = []
    linked: list[Point] = []
    for mark, ground in zip(seen, circles, strict=True):
        others = [*names, *(one for one in circles if one != ground)]
        found = next(free(places_for(mark.label, ground), others), None)
        if found:
            names.append(found[1])
        yield Spot(
            *whole(at(mark)),
            sizes[mark.size],
            mark.label,
            found[0] if found else None,
            reachable(mark, linked),
        )


def reachable(mark: Mark, linked: list[Point]) -> str:
    """The link of the mark, unless a thumb could not tell it from one that has a link already."""
    point = at(mark)
    if not mark.url or any(math.dist(point, other) < 2 * REACH for other in linked):
        return ""
    linked.append(point)
    return mark.url


def places_for(label: str, ground: Box) -> Iterator[tuple[Label, Box]]:
    """To the right of the circle, to the left, below, above; `y` is the line letters stand on."""
    wide = LETTER * len(label)
    middle, level = (ground.left + ground.right) / 2, (ground.top + ground.bottom) / 2
    for anchor, x, y in (
        ("start", ground.right + GAP, level),
        ("end", ground.left - GAP, level),
        ("middle", middle, ground.bottom + LINE / 2),
        ("middle", middle, ground.top - LINE / 2),
    ):
        left = {"start": x, "end": x - wide, "middle": x - wide / 2}[anchor]
        yield (
            Label(round(x), round(y + LINE / 3), anchor),
            Box(left, y - LINE / 2, left + wide, y + LINE / 2),
        )


def free(places: Iterable[tuple[Label, Box]], taken: Sequence[Box]) -> Iterator[tuple[Label, Box]]:
    for label, box in places:
        if box.is_inside and not any(box.meets(other) for other in taken):
            yield label, box


def radii(marks: Sequence[Mark], number: int) -> dict[float, int]:
    """By size. All circles together never cover more than a few of the largest would."""
    most = max((mark.size for mark in marks), default=0) or 1
    largest = LARGEST * math.sqrt(ROOMY / max(ROOMY, number))
    return {
        mark.size: round(max(SMALLEST, largest * math.sqrt(mark.size / most))) for mark in marks
    }


def circle(point: Point, half: float) -> Box:
    return Box(point[0] - half, point[1] - half, point[0] + half, point[1] + half)


def at(mark: Mark) -> Point:
    return outlines.placed(mark.latitude, mark.longitude)


def whole(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])
