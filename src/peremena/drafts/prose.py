"""Two edits of one long text: kept both where they touch different sentences. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SENTENCE = re.compile(r"\s+|\S.*?(?:[.!?…](?=\s)|$)", re.MULTILINE)


@dataclass(frozen=True)
class Edit:
    """Sentences `start` to `end` of the base become `words`."""

    start: int
    end: int
    words: tuple[str, ...]


def merge(base: str, mine: str, theirs: str) -> str | None:
    """The text with both edits; None when both touch one sentence.

    Where both add at one place, their words come first.
    """
    sentences = SENTENCE.findall(base)
    ours, others = edits(sentences, mine), edits(sentences, theirs)
    if any(collide(one, other) for one in ours for other in others):
        return None
    both = dict.fromkeys([*ours, *others])
    for edit in sorted(both, key=lambda edit: (edit.start, edit.end), reverse=True):
        sentences[edit.start : edit.end] = edit.words
    return "".join(sentences)


def edits(base: Sequence[str], text: str) -> list[Edit]:
    other = SENTENCE.findall(text)
    steps = SequenceMatcher(None, base, other).get_opcodes()
    return [
        Edit(start, end, tuple(other[first:last]))
        for step, start, end, first, last in steps
        if step != "equal"
    ]


def collide(one: Edit, other: Edit) -> bool:
    """Whether they overlap. The same edit twice does not collide, nor do two additions."""
    return one != other and one.start < other.end and other.start < one.end
