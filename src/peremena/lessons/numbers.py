"""Numbers of a paper list as somebody types them: «1-12, 15, 17о, все кроме 4». Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .rules import Presence

LETTERS: Mapping[str, Presence] = {
    "о": Presence.LATE,
    "у": Presence.LEFT_EARLY,
    "д": Presence.ONLINE,
    "п": Presence.EXCUSED,
    "н": Presence.ABSENT,
}
LOOKALIKES = str.maketrans("oyhn", "оунп")
ALL_BUT = re.compile(r"^\s*вс[её]\b(?:[\s,]*кроме\b)?", re.IGNORECASE)
ENTRY = re.compile(r"^(\d{1,4})(?:[-–—](\d{1,4}))?\s*([а-я]?)$")
BETWEEN = re.compile(r"[\s,;.]+")


class Slip(StrEnum):
    UNREADABLE = "unreadable"
    NO_SUCH_NUMBER = "no-such-number"
    BACKWARDS = "backwards"
    TWICE = "twice"


@dataclass(frozen=True)
class Read:
    """`found`: by number, from 1. `slips`: what could not be taken, as it was typed, and why."""

    found: Mapping[int, Presence] = field(default_factory=dict)
    slips: tuple[tuple[str, Slip], ...] = ()


def read(text: str, most: int) -> Read:
    """`most`: the last number on the paper. “все” means all, “все кроме” all but those named."""
    rest, is_all = ALL_BUT.subn("", text.lower(), count=1)
    found: dict[int, Presence] = {}
    slips = []
    for piece in filter(None, BETWEEN.split(joined(rest))):
        slip = take(piece, most, found)
        if slip:
            slips.append((piece, slip))
    if is_all:
        others = dict.fromkeys(set(range(1, most + 1)) - set(found), Presence.PRESENT)
        found = others | {one: what for one, what in found.items() if what is not Presence.PRESENT}
    return Read(dict(sorted(found.items())), tuple(slips))


def joined(text: str) -> str:
    """“1 - 12” and “17 о” as one piece each."""
    dashed = re.sub(r"\s*[-–—]\s*", "-", text.translate(LOOKALIKES))
    return re.sub(r"(\d)\s+([а-я])(?![а-я])", r"\1\2", dashed)


def take(piece: str, most: int, found: dict[int, Presence]) -> Slip | None:
    entry = ENTRY.match(piece)
    if entry is None:
        return Slip.UNREADABLE
    first, last = int(entry[1]), int(entry[2] or entry[1])
    presence = LETTERS.get(entry[3]) if entry[3] else Presence.PRESENT
    if presence is None:
        return Slip.UNREADABLE
    if last < first:
        return Slip.BACKWARDS
    if first < 1 or last > most:
        return Slip.NO_SUCH_NUMBER
    numbers = range(first, last + 1)
    if any(found.get(one, presence) is not presence for one in numbers):
        return Slip.TWICE
    found.update(dict.fromkeys(numbers, presence))
    return None
