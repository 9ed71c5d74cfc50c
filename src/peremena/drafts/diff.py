"""What changed between two versions of a draft, by field and row, and by word in a text. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from .merge import same
from .paths import Content, ids, is_rows, join

WORD = re.compile(r"\s+|\w+(?:[\xa0,.]\d+)*|[^\w\s]")


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Change:
    """A field with its values; a whole row added or removed; or a list's ids before and after."""

    path: str
    kind: Kind
    old: Any = None
    new: Any = None


@dataclass(frozen=True)
class Piece:
    """A run of words; `kind` is None where both texts agree."""

    text: str
    kind: Kind | None = None


def changes(old: Content, new: Content) -> list[Change]:
    """In the order of the new version, removed things last within their place."""
    return list(between("", old, new))


def between(path: str, old: Any, new: Any) -> Iterator[Change]:
    if same(old, new):
        return
    if is_group(old) and is_group(new):
        for key in {**(new or {}), **(old or {})}:
            yield from between(join(path, key), (old or {}).get(key), (new or {}).get(key))
    elif is_list(old) and is_list(new):
        yield from between_rows(path, old or [], new or [])
    else:
        yield Change(path, Kind.CHANGED, old, new)


def is_group(value: object) -> bool:
    return isinstance(value, dict) or value is None


def is_list(value: object) -> bool:
    return is_rows(value) or value is None


def between_rows(path: str, old: list[Content], new: list[Content]) -> Iterator[Change]:
    before = {row["id"]: row for row in old}
    after = {row["id"]: row for row in new}
    for key, row in after.items():
        if key in before:
            yield from between(join(path, key), before[key], row)
        else:
            yield Change(join(path, key), Kind.ADDED, None, row)
    for key, row in before.items():
        if key not in after:
            yield Change(join(path, key), Kind.REMOVED, row, None)
    stayed = [key for key in ids(old) if key in after]
    if stayed != [key for key in ids(new) if key in before]:
        yield Change(path, Kind.MOVED, ids(old), ids(new))


def pieces(old: str, new: str) -> list[Piece]:
    """The old text without the added pieces, the new one without the removed."""
    before, after = WORD.findall(old), WORD.findall(new)
    found: list[Piece] = []
    gone = come = ""
    for step, start, end, first, last in SequenceMatcher(None, before, after).get_opcodes():
        was, stands = "".join(before[start:end]), "".join(after[first:last])
        is_gap = was.isspace() and (gone or come)
        if step == "equal" and not is_gap:
            found += [*changed(gone, come), Piece(was)]
            gone = come = ""
        else:
            gone, come = gone + was, come + stands
    return found + changed(gone, come)


def changed(gone: str, come: str) -> list[Piece]:
    pair = Piece(gone, Kind.REMOVED), Piece(come, Kind.ADDED)
    return [piece for piece in pair if piece.text]
