"""What was written in a draft and when: bursts of writing, each with what it changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from . import diff, history
from .diff import Kind, Piece
from .forms import PageWords
from .marks import Mark
from .merge import blank
from .models import Draft, Revision
from .outline import Group, node_at, outline, pattern
from .paths import UNKNOWN, Content
from .values import show

MOST_REVISIONS = 200
MOST_BURSTS = 20


@dataclass(frozen=True)
class Line:
    """One field or row that changed, as words that went and words that came.

    `can_return`: what stood there before was something, and can stand there again.
    """

    label: str
    pieces: tuple[Piece, ...]
    path: str = ""
    can_return: bool = False


@dataclass(frozen=True)
class Version:
    """A burst of writing; `revision` holds what came of it."""

    revision: Revision
    lines: tuple[Line, ...]
    is_newest: bool


def versions(draft: Draft, model: type[BaseModel], words: PageWords) -> list[Version]:
    """The newest first; of a long history its last part. One query."""
    newest_first = draft.revisions.newest_first()[:MOST_REVISIONS]
    kept = list(reversed(newest_first))
    by_version = {revision.version: revision.content for revision in kept}
    telling = Telling(outline(model), words)
    return [
        Version(
            burst.last,
            tuple(telling.lines(by_version.get(burst.before, {}), burst.last.content)),
            is_newest=burst.last.version == draft.version,
        )
        for burst in reversed(history.bursts(kept)[-MOST_BURSTS:])
    ]


@dataclass(frozen=True)
class Telling:
    """How the owner room's words tell a change."""

    group: Group
    words: PageWords

    def lines(self, old: Content, new: Content) -> Iterator[Line]:
        for change in diff.changes(without_marks(old), without_marks(new)):
            if change.kind is Kind.CHANGED:
                before = self.written(change.path, change.old)
                after = self.written(change.path, change.new)
                pieces = tuple(diff.pieces(before, after))
                yield Line(self.label(change.path), pieces, change.path, not blank(change.old))
            elif change.kind is not Kind.MOVED:
                piece = Piece(first_words(change.new or change.old), change.kind)
                gone = change.kind is Kind.REMOVED
                yield Line(self.label(change.path), (piece,), change.path, gone)

    def label(self, path: str) -> str:
        """What people call the field, or one row of the list."""
        key = pattern(self.group, path)
        if key in self.words.rows:
            return self.words.rows[key].one.capitalize()
        return self.words.fields[key].label if key in self.words.fields else key

    def written(self, path: str, value: Any) -> str:
        """The value as it stands in its input; codes as words."""
        node = node_at(self.group, path)
        if not isinstance(node, Mark):
            return str(value or "")
        shown = show(node, value)
        if isinstance(shown, tuple):
            return ", ".join(shown)
        codes: Mapping[str, str] = self.words.choices.get(pattern(self.group, path), {})
        return codes.get(str(shown), str(shown))


def without_marks(content: Content) -> Content:
    return {key: value for key, value in content.items() if key != UNKNOWN}


def first_words(row: Content) -> str:
    """The first words of a row that say what it is."""
    return next((value for key, value in row.items() if key != "id" and isinstance(value, str)), "")
