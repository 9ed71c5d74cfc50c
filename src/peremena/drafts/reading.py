"""A draft's content to be read through: every written field in words, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from . import diff
from .content import Leaf, leaves
from .diff import Piece
from .fields import Picks, said
from .forms import PageWords
from .marks import Number, Yes
from .outline import Group, node_at, pattern
from .paths import UNKNOWN, Content, find, ids


@dataclass(frozen=True)
class Answer:
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Part:
    """Fields that belong together. `title`: what people call the row; empty outside lists."""

    title: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Reading:
    """`picks`: rows of other lists by path, so that what was picked is read by its name."""

    group: Group
    words: PageWords
    picks: Picks

    def parts(self, content: Content, before: Content | None = None) -> list[Part]:
        """Empty fields are left out. `before`: what has come since is marked, and what went;
        rows that went stand last."""
        new, old = self.texts(content), self.texts(before or {})
        told = {
            path: pieces(old.get(path, ""), new.get(path, ""), marked=before is not None)
            for path in {**new, **old}
            if new.get(path) or old.get(path)
        }
        titles = {path: self.title(path, content, before or {}) for path in told}
        return [
            Part(title, tuple(Answer(self.label(path), told[path]) for path in paths))
            for title, paths in groupby(told, titles.__getitem__)
        ]

    def texts(self, content: Content) -> dict[str, str]:
        """By path, in the order of the page; “I do not know yet” is an answer."""
        unknown = content.get(UNKNOWN) or {}
        found = ((leaf.path, self.text(leaf)) for leaf in leaves(self.group, content))
        ticked = _("I do not know yet")
        return {path: text or (ticked if unknown.get(path) else "") for path, text in found}

    def text(self, leaf: Leaf) -> str:
        if isinstance(leaf.mark, Yes):
            return _("yes") if leaf.value else ""
        names = self.words.choices.get(pattern(self.group, leaf.path), {})
        return said(leaf, names, self.picks)

    def label(self, path: str) -> str:
        """Of a band, such as residents of an age, with its name."""
        key = pattern(self.group, path)
        label = self.words.fields[key].label if key in self.words.fields else key
        band = path.rpartition(".")[2]
        is_band = not key.endswith(band) and isinstance(node_at(self.group, path), Number)
        named: Mapping[str, str] = self.words.choices.get(key, {})
        return f"{label}: {named.get(band, band)}" if is_band else label

    def title(self, path: str, content: Content, before: Content) -> str:
        """“Cause 2”: the row that the field stands in, by its place in the list."""
        parts = path.split(".")
        for end in range(1, len(parts)):
            listing, row = ".".join(parts[:end]), parts[end]
            key = pattern(self.group, listing)
            if key not in self.words.rows:
                continue
            one, now = self.words.rows[key].one.capitalize(), ids(find(content, listing) or [])
            if row in now:
                return f"{one} {now.index(row) + 1}"
            place = ids(find(before, listing) or []).index(row) + 1
            return _("{row}, taken out").format(row=f"{one} {place}")
        return ""


def pieces(old: str, new: str, *, marked: bool) -> tuple[Piece, ...]:
    return tuple(diff.pieces(old, new)) if marked else (Piece(new),)
