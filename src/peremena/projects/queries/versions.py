"""What was written on a page and when: bursts of writing, each with what it changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from peremena.drafts import diff, history
from peremena.drafts.diff import Kind, Piece
from peremena.drafts.marks import Mark
from peremena.drafts.models import Revision
from peremena.drafts.outline import node_at, outline, pattern
from peremena.drafts.paths import UNKNOWN, Content
from peremena.drafts.values import show
from peremena.projects import texts, workshop
from peremena.projects.brief import Section
from peremena.projects.models import Section as Page

MOST_REVISIONS = 200
MOST_BURSTS = 20


@dataclass(frozen=True)
class Line:
    """One field that changed, as words that went and words that came."""

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Version:
    """A burst of writing; `revision` holds what came of it."""

    revision: Revision
    lines: tuple[Line, ...]
    is_newest: bool


def versions(page: Page) -> list[Version]:
    """The newest first; of a long history its last part. One query."""
    newest_first = page.draft.revisions.newest_first()[:MOST_REVISIONS]
    kept = list(reversed(newest_first))
    by_version = {revision.version: revision.content for revision in kept}
    section = Section(page.name)
    return [
        Version(
            burst.last,
            tuple(lines(section, by_version.get(burst.before, {}), burst.last.content)),
            is_newest=burst.last.version == page.draft.version,
        )
        for burst in reversed(history.bursts(kept)[-MOST_BURSTS:])
    ]


def lines(section: Section, old: Content, new: Content) -> Iterator[Line]:
    for change in diff.changes(without_marks(old), without_marks(new)):
        if change.kind is Kind.CHANGED:
            before = written(section, change.path, change.old)
            after = written(section, change.path, change.new)
            yield Line(label(section, change.path), tuple(diff.pieces(before, after)))
        elif change.kind is not Kind.MOVED:
            piece = Piece(first_words(change.new or change.old), change.kind)
            yield Line(label(section, change.path), (piece,))


def without_marks(content: Content) -> Content:
    return {key: value for key, value in content.items() if key != UNKNOWN}


def label(section: Section, path: str) -> str:
    """What people call the field, or one row of the list."""
    words = texts.section(section, get_language() or "ru")
    key = pattern(outline(workshop.model_of(section)), path)
    if key in words.rows:
        return words.rows[key].one.capitalize()
    return words.fields[key].label if key in words.fields else key


def written(section: Section, path: str, value: Any) -> str:
    """The value as it stands in its input; codes as words."""
    node = node_at(outline(workshop.model_of(section)), path)
    if not isinstance(node, Mark):
        return str(value or "")
    key = pattern(outline(workshop.model_of(section)), path)
    shown = show(node, value)
    if isinstance(shown, tuple):
        return ", ".join(shown)
    return texts.word(key, str(shown), get_language() or "ru")


def first_words(row: Content) -> str:
    """The first words of a row that say what it is."""
    return next((value for key, value in row.items() if key != "id" and isinstance(value, str)), "")
