"""Outlines of the districts, small enough for a page. Pure: no Django, no database, no clock.

Neighbours share their border point by point. A border is simplified once, as a line between two
places where three districts meet, so that no gap opens between the neighbours.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

Point = tuple[float, float]
Line = Sequence[Point]

WIDTH, HEIGHT, MARGIN = 900, 1240, 24
MIDDLE = (73.3, 56.0)
SCALE = (HEIGHT - 2 * MARGIN) / (58.58 - 53.43)
COARSE = 3.5  # units of the frame by which a border may leave its true place


@dataclass(frozen=True)
class Outline:
    """`path`: the `d` of an SVG path in whole units of the frame."""

    name: str
    path: str


def placed(latitude: float, longitude: float) -> Point:
    """Sinusoidal: equal areas, straight parallels. (0, 0) is the frame's upper left corner."""
    east = (longitude - MIDDLE[0]) * math.cos(math.radians(latitude))
    return WIDTH / 2 + SCALE * east, HEIGHT / 2 + SCALE * (MIDDLE[1] - latitude)


def is_inside(point: Point) -> bool:
    return 0 <= point[0] <= WIDTH and 0 <= point[1] <= HEIGHT


@cache
def outlines() -> tuple[Outline, ...]:
    """Every district of the package's map by name; read and drawn once in a process."""
    file = resources.files("peremena.places") / "data" / "districts.geojson"
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    rings = {one["properties"]["name"]: list(rings_of(one["geometry"])) for one in features}
    corners = corners_of(rings)
    return tuple(
        Outline(name, "".join(path(simplified(ring, corners)) for ring in rings[name]))
        for name in sorted(rings)
    )


def rings_of(geometry: Mapping[str, Sequence]) -> Iterable[Line]:
    """Closed rings without the doubled last point, outer ones and holes alike."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    for polygon in polygons:
        for ring in polygon:
            yield [(longitude, latitude) for longitude, latitude in ring[:-1]]


def corners_of(rings: Mapping[str, Sequence[Line]]) -> set[Point]:
    """Points from which borders go in more than two directions."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for line in (ring for several in rings.values() for ring in several):
        for here, there in zip(line, [*line[1:], line[0]], strict=True):
            beside[here].add(there)
            beside[there].add(here)
    return {point for point, others in beside.items() if len(others) > 2}


def simplified(ring: Line, corners: set[Point]) -> Line:
    """The ring in units of the frame, its borders between corners drawn with fewer points."""
    cuts = [place for place, point in enumerate(ring) if point in corners]
    if len(cuts) < 2:
        lowest = cuts[0] if cuts else ring.index(min(ring))
        farthest = max(range(len(ring)), key=lambda place: math.dist(ring[place], ring[lowest]))
        cuts = sorted({lowest, farthest})
    turned = [*ring[cuts[0] :], *ring[: cuts[0]], ring[cuts[0]]]
    ends = [*(cut - cuts[0] for cut in cuts), len(ring)]
    drawn: list[Point] = []
    for start, end in pairwise(ends):
        drawn += border(turned[start : end + 1])[:-1]
    return drawn


def border(line: Line) -> Line:
    """The same whichever of the two neighbours asks."""
    is_turned = line[0] > line[-1]
    points = [placed(latitude, longitude) for longitude, latitude in line]
    kept = fewer(points[::-1] if is_turned else points)
    return kept[::-1] if is_turned else kept


def fewer(line: Line) -> Line:
    """Douglas and Peucker: no point that was left out lies farther than COARSE from the line."""
    if len(line) < 3:
        return list(line)
    far = max(range(1, len(line) - 1), key=lambda place: off(line[place], line[0], line[-1]))
    if off(line[far], line[0], line[-1]) <= COARSE:
        return [line[0], line[-1]]
    return [*fewer(line[: far + 1])[:-1], *fewer(line[far:])]


def off(point: Point, start: Point, end: Point) -> float:
    """How far the point lies from the stretch between the two."""
    (x, y), length = (end[0] - start[0], end[1] - start[1]), math.dist(start, end)
    if not length:
        return math.dist(point, start)
    share = ((point[0] - start[0]) * x + (point[1] - start[1]) * y) / length**2
    share = max(0.0, min(1.0, share))
    return math.dist(point, (start[0] + share * x, start[1] + share * y))


def path(ring: Line) -> str:
    """Whole units, relative steps; an islet too small to be seen leaves nothing."""
    points = [(round(x), round(y)) for x, y in ring]
    steps = [
        f"{x - before_x} {y - before_y}".replace(" -", "-")
        for (before_x, before_y), (x, y) in pairwise(points)
        if (x, y) != (before_x, before_y)
    ]
    if len(steps) < 2:
        return ""
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z"
