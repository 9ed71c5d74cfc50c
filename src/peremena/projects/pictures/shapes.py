"""What a picture is made of, and how words fit into a box."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

SIZE = 16  # of letters, in units of the frame
LINE = 21  # from line to line
PAD = 10
MOST_LINES = 6
NARROW, WIDE = 320, 1000  # a phone and a desk
ELLIPSIS = "…"
THIN = frozenset(".,:;!|'’`ilI1()[]-–\xa0 «»jrtfг")
VOWELS, SILENT = frozenset("аеёиоуыэюяaeiouy"), frozenset("ьъй")
THICK = frozenset("шщжмюыфъЫФШЩЖМЮЪWMwm@—%№ОДQ")


@dataclass(frozen=True)
class Said:
    """One line of words, by the left end of its base line."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class Box:
    """`name`: what it stands for, such as `c1`; `head`: a few words above its own."""

    name: str
    x: int
    y: int
    width: int
    height: int
    tone: str = ""
    head: Said | None = None
    lines: tuple[Said, ...] = ()

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    @property
    def centre(self) -> int:
        return self.x + self.width // 2

    @property
    def corner(self) -> int:
        """How round; a short bar keeps its shape."""
        return min(10, min(self.width, self.height) // 4)

    def meets(self, other: Self) -> bool:
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True)
class Line:
    """`path` as in SVG."""

    path: str
    tone: str = ""


@dataclass(frozen=True)
class Picture:
    """Boxes on lines, with loose words such as names of months."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...] = ()
    words: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Card:
    """What stands in a box before it has a place. `tone`: how it is drawn."""

    name: str
    text: str
    head: str = ""
    tone: str = ""

    def height(self, width: int, most: int = MOST_LINES) -> int:
        rows = len(wrapped(self.text, width - 2 * PAD, most)) + bool(self.head)
        return max(44, rows * LINE + 2 * PAD)

    def at(self, x: int, y: int, width: int, height: int = 0, most: int = MOST_LINES) -> Box:
        """The box, as high as its words unless told."""
        base = y + PAD + SIZE - 1
        below = base + (LINE if self.head else 0)
        rows = wrapped(self.text, width - 2 * PAD, most)
        return Box(
            name=self.name,
            x=x,
            y=y,
            width=width,
            height=height or self.height(width, most),
            tone=self.tone,
            head=Said(x + PAD, base, shortened(self.head, width - 2 * PAD)) if self.head else None,
            lines=tuple(Said(x + PAD, below + LINE * n, row) for n, row in enumerate(rows)),
        )


def letter(sign: str) -> float:
    """How wide a letter is, at most, as a share of its size."""
    if sign in THIN:
        return 0.36
    return 0.86 if sign in THICK or sign.isupper() or ord(sign) > 0x2E7F else 0.61


def width_of(text: str) -> float:
    """In units of the frame."""
    return SIZE * sum(map(letter, text))


def wrapped(text: str, width: int, most: int = MOST_LINES) -> tuple[str, ...]:
    """Lines no wider than `width`; what does not go into `most` lines ends in an ellipsis."""
    rows: list[str] = []
    for word in pieces(text, width):
        joined = f"{rows[-1]} {word}" if rows else word
        if rows and width_of(joined) <= width:
            rows[-1] = joined
        else:
            rows.append(word)
        if len(rows) > most:
            return (*rows[: most - 1], shortened(rows[most - 1] + ELLIPSIS, width))
    return tuple(rows)


def pieces(text: str, width: int) -> Iterator[str]:
    """Words; such as are wider than a line, in parts, by syllables where they have any."""
    for word in text.split():
        rest = word
        while width_of(rest) > width and (end := syllables(rest, width)):
            yield f"{rest[:end]}-"
            rest = rest[end:]
        begun = ""
        for sign in rest:
            if begun and width_of(begun + sign) > width:
                yield begun
                begun = ""
            begun += sign
        yield begun


def syllables(word: str, width: int) -> int:
    """How many letters of the word a line takes before a hyphen; 0 where it cannot be divided."""
    ends = [n for n in range(2, len(word) - 1) if is_divided(word[:n].lower(), word[n:].lower())]
    return max((n for n in ends if width_of(f"{word[:n]}-") <= width), default=0)


def is_divided(left: str, right: str) -> bool:
    """Between two consonants, or before one that begins a syllable; a vowel on either side."""
    if not (left + right).isalpha() or VOWELS.isdisjoint(left) or VOWELS.isdisjoint(right):
        return False
    if right[0] in SILENT or right[0] in VOWELS:
        return False
    return left[-1] not in VOWELS or right[1] in VOWELS


def shortened(text: str, width: int) -> str:
    if width_of(text) <= width:
        return text
    kept = text.rstrip(ELLIPSIS)
    while kept and width_of(kept + ELLIPSIS) > width:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def elbow(*points: tuple[int, int]) -> str:
    """A broken line through the points."""
    return "M" + "L".join(f"{x} {y}" for x, y in points)


def stacked(cards: Sequence[Card], x: int, y: int, width: int, gap: int) -> tuple[Box, ...]:
    """One below the other."""
    boxes: list[Box] = []
    for card in cards:
        boxes.append(card.at(x, boxes[-1].bottom + gap if boxes else y, width))
    return tuple(boxes)


def lowest(boxes: Sequence[Box], otherwise: int = 0) -> int:
    return max((box.bottom for box in boxes), default=otherwise)


def share(number: int, of: int, length: int) -> int:
    """Where the part `number` of `of` ends on a length."""
    return math.floor(length * number / of) if of else 0
