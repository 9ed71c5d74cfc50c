"""A tree with the core in the middle, what it leads to above and what it comes of below.

`upright` is for a phone: one box under another, set in by depth. `spread` is for a desk and for
paper: side by side. Every node is drawn once, whatever the rows say of each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .shapes import NARROW, WIDE, Box, Card, Line, Picture, elbow, lowest

STEP = 20  # how far a child is set in
GAP = 14
BETWEEN = 34  # from a row of boxes to the next
LEAST, MOST = 150, 300  # width of a box on a desk


@dataclass(frozen=True)
class Twig:
    """A row of the brief and the rows that hang on it."""

    card: Card
    twigs: "tuple[Twig, ...]" = ()

    @property
    def leaves(self) -> int:
        return sum(twig.leaves for twig in self.twigs) or 1

    def __iter__(self) -> "Iterator[Twig]":
        yield self
        for twig in self.twigs:
            yield from twig


def grown(cards: Sequence[Card], under: Mapping[str, str | None]) -> tuple[Twig, ...]:
    """Cards hung on each other by name. What hangs on nothing known, or on itself, stands alone."""
    names = {card.name for card in cards}
    above: dict[str, str] = {}
    for card in cards:
        parent = under.get(card.name)
        if parent in names and not leads_to(parent, card.name, above):
            above[card.name] = parent

    def twig(card: Card) -> Twig:
        return Twig(card, tuple(twig(one) for one in cards if above.get(one.name) == card.name))

    return tuple(twig(card) for card in cards if card.name not in above)


def leads_to(name: str, sought: str, above: Mapping[str, str]) -> bool:
    while name != sought and name in above:
        name = above[name]
    return name == sought


def upright(
    core: Card, causes: Sequence[Twig], effects: Sequence[Twig], width: int = NARROW
) -> Picture:
    """One below the other, `width` units wide."""
    stack = Stack(width)
    tops = [stack.put_above(twig, STEP) for twig in effects]
    middle = stack.put(core, 0)
    stack.lines += rail(middle, tops, middle.y)
    roots = [stack.put_below(twig, STEP) for twig in causes]
    stack.lines += rail(middle, roots, middle.bottom)
    return Picture(width, lowest(stack.boxes), tuple(stack.boxes), tuple(stack.lines))


@dataclass
class Stack:
    """Boxes put one below another; a branch gives the box of its own root."""

    width: int
    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def put(self, card: Card, x: int) -> Box:
        y = self.boxes[-1].bottom + GAP if self.boxes else 0
        self.boxes.append(card.at(x, y, self.width - x))
        return self.boxes[-1]

    def put_above(self, twig: Twig, x: int) -> Box:
        """With its root at the bottom."""
        ends = [self.put_above(one, self.inset(x)) for one in twig.twigs]
        box = self.put(twig.card, x)
        self.lines += rail(box, ends, box.y)
        return box

    def put_below(self, twig: Twig, x: int) -> Box:
        box = self.put(twig.card, x)
        ends = [self.put_below(one, self.inset(x)) for one in twig.twigs]
        self.lines += rail(box, ends, box.bottom)
        return box

    def inset(self, x: int) -> int:
        """Deep branches stop being set in where nothing could be read any more."""
        return min(x + STEP, self.width // 2)


def rail(root: Box, ends: Sequence[Box], start: int) -> Iterator[Line]:
    """From the root along its left side to each end."""
    x = root.x + STEP // 2
    for end in ends:
        yield Line(elbow((x, start), (x, end.middle), (end.x, end.middle)))


def spread(
    core: Card, causes: Sequence[Twig], effects: Sequence[Twig], width: int = WIDE
) -> Picture:
    """Side by side; upright where so many branches would leave no room for words."""
    most = max(sum(twig.leaves for twig in half) for half in (causes, effects)) or 1
    if width // most < LEAST:
        return upright(core, causes, effects, width)
    above, over = half_of(effects, width)
    below, under = half_of(causes, width)
    top = sum(row + BETWEEN for row in over)
    middle = core.at((width - MOST * 2) // 2, top, MOST * 2)
    boxes, lines = [middle], []
    for half, rows, down in ((above, over, False), (below, under, True)):
        for place in half:
            y = row_at(middle, rows, place.depth, down=down)
            box = place.twig.card.at(place.x, y, place.width, rows[place.depth])
            boxes.append(box)
            parent = next((one for one in boxes if one.name == place.above), middle)
            lines.append(Line(joined(parent, box)))
    return Picture(width, lowest(boxes), tuple(boxes), tuple(lines))


@dataclass(frozen=True)
class Place:
    """Where a twig will stand across; `above`: the name of what it hangs on, none for the core."""

    twig: Twig
    depth: int
    x: int
    width: int
    above: str | None


def half_of(twigs: Sequence[Twig], width: int) -> tuple[list[Place], list[int]]:
    """The places of one half, and how high each of its rows is, from the core outwards."""
    places = list(across(twigs, 0, width, 0, None))
    depths = range(max((place.depth for place in places), default=-1) + 1)
    rows = [max(p.twig.card.height(p.width) for p in places if p.depth == d) for d in depths]
    return places, rows


def across(
    twigs: Sequence[Twig], left: int, width: int, depth: int, above: str | None
) -> Iterator[Place]:
    leaves = sum(twig.leaves for twig in twigs)
    for twig in twigs:
        part = width * twig.leaves // leaves
        own = min(part - GAP, MOST)
        yield Place(twig, depth, left + (part - own) // 2, own, above)
        yield from across(twig.twigs, left, part, depth + 1, twig.card.name)
        left += part


def row_at(core: Box, rows: Sequence[int], depth: int, *, down: bool) -> int:
    """Where a row begins."""
    before = sum(row + BETWEEN for row in rows[:depth])
    if down:
        return core.bottom + BETWEEN + before
    return core.y - before - BETWEEN - rows[depth]


def joined(near: Box, far: Box) -> str:
    """From the box nearer to the core to the one farther from it."""
    start, end = (near.bottom, far.y) if far.y > near.y else (near.y, far.bottom)
    turn = end - BETWEEN // 2 if far.y > near.y else end + BETWEEN // 2
    return elbow((near.centre, start), (near.centre, turn), (far.centre, turn), (far.centre, end))
