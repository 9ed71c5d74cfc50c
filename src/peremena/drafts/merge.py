"""Three versions of a draft become one that keeps both people's words. Pure.

`base` is what both started from; `theirs` arrived first and is stored; `mine` arrives now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from . import prose
from .paths import Content, is_rows, join


@dataclass(frozen=True)
class Clash:
    """Both wrote the same field: the later words stand, the earlier are offered beside them."""

    path: str
    kept: Any
    offered: Any


@dataclass(frozen=True)
class Merged:
    content: Content
    clashes: tuple[Clash, ...]


class Absent:
    """Stands for a key that an object does not have."""


ABSENT = Absent()


def merge(base: Content, mine: Content, theirs: Content) -> Merged:
    """Edits of different fields and rows are all kept; a row edited here and removed there stays.

    An unknown base may be given as `{}`: then nothing counts as removed.
    """
    clashes: list[Clash] = []
    content = Merge(clashes).values("", base, mine, theirs)
    return Merged(content, tuple(clashes))


def blank(value: Any) -> bool:
    """Nothing typed: an unticked box and an empty list too, but not a zero."""
    return value is None or value is False or value is ABSENT or value in ("", [], {})


def same(one: Any, other: Any) -> bool:
    return one == other or (blank(one) and blank(other))


def joined(stands: Any, offered: Any) -> Any:
    """Both people's words, one after the other; not twice what one of them holds already.

    Of what is no text only one can stand: what is offered.
    """
    if not (isinstance(stands, str) and isinstance(offered, str)):
        return offered
    if offered.strip() in stands:
        return stands
    return offered if stands.strip() in offered else f"{stands.rstrip()}\n{offered.lstrip()}"


@dataclass(frozen=True)
class Merge:
    clashes: list[Clash]

    def values(self, path: str, base: Any, mine: Any, theirs: Any) -> Any:
        if same(mine, base) or same(mine, theirs):
            return theirs
        if same(theirs, base):
            return mine
        three = (base, mine, theirs)
        if all(isinstance(value, dict) or blank(value) for value in three):
            return self.groups(path, *({} if blank(value) else value for value in three))
        if all(is_rows(value) or blank(value) for value in three):
            return self.rows(path, *([] if blank(value) else value for value in three))
        if all(is_names(value) or blank(value) for value in three):
            return names(*([] if blank(value) else value for value in three))
        return self.leaves(path, *three)

    def groups(self, path: str, base: Content, mine: Content, theirs: Content) -> Content:
        merged = {}
        for key in theirs | mine:
            three = (side.get(key, ABSENT) for side in (base, mine, theirs))
            merged[key] = self.values(join(path, key), *three)
        return {key: value for key, value in merged.items() if value is not ABSENT}

    def rows(
        self, path: str, base: list[Content], mine: list[Content], theirs: list[Content]
    ) -> list[Content]:
        old, ours, others = ({row["id"]: row for row in side} for side in (base, mine, theirs))
        stays = {}
        for key in others | ours:
            if key in ours and key in others:
                stays[key] = self.values(join(path, key), old.get(key), ours[key], others[key])
            elif (row := ours.get(key) or others[key]) != old.get(key):
                stays[key] = row
        return [stays[key] for key in arranged([*old], [*ours], [*others]) if key in stays]

    def leaves(self, path: str, base: Any, mine: Any, theirs: Any) -> Any:
        if all(isinstance(text, str) and text for text in (base, mine, theirs)):
            both = prose.merge(base, mine, theirs)
            if both is not None:
                return both
        if not blank(theirs):
            self.clashes.append(Clash(path, None if blank(mine) else mine, theirs))
        return mine


def is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def names(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """Added by either, removed by neither."""
    stays = (set(mine) & set(theirs)) | (set(mine) ^ set(theirs)) - set(base)
    return [name for name in arranged(base, mine, theirs) if name in stays]


def arranged(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """All of both: in my order if I moved any, else in theirs; what the other side has besides
    stands after its neighbour there, or at the end."""
    trunk, other = (mine, theirs) if moved(base, mine) else (theirs, mine)
    result = list(trunk)
    added_last = tuple(takewhile(lambda key: key not in trunk, reversed(other)))
    place = 0
    for key in other[: len(other) - len(added_last)]:
        if key not in result:
            result.insert(place, key)
        place = result.index(key) + 1
    return [*result, *reversed(added_last)]


def moved(base: Sequence[str], side: Sequence[str]) -> bool:
    return [key for key in base if key in side] != [key for key in side if key in base]
