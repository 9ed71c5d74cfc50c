"""How much of one application stands word for word in another."""

from collections.abc import Iterator
from functools import lru_cache

from peremena.projects.brief import Brief

from . import text

LENGTH = 3
FEWEST = 40

Shingle = tuple[str, ...]


def share(brief: Brief, other: Brief) -> float:
    """Of all runs of three words of the brief, the share that the other has too, 0…1.

    0 while the brief is too short to tell: a few plain sentences may coincide by chance.
    """
    ours, theirs = _shingles(brief), _shingles(other)
    return len(ours & theirs) / len(ours) if len(ours) >= FEWEST else 0.0


def share_of_text(said: str, other: str) -> float:
    """Of all runs of three words of the text, the share that the other text has too, 0…1."""
    ours = _shingles_of(said)
    return len(ours & _shingles_of(other)) / len(ours) if ours else 0.0


def _shingles(brief: Brief) -> frozenset[Shingle]:
    return frozenset().union(*map(_shingles_of, _texts(brief)))


@lru_cache(maxsize=10_000)
def _shingles_of(said: str | None) -> frozenset[Shingle]:
    """A shorter text is one run of its own."""
    words = text.words(said)
    starts = range(max(len(words) - LENGTH + 1, 1))
    return frozenset(words[start : start + LENGTH] for start in starts if words)


def _texts(brief: Brief) -> Iterator[str | None]:
    yield from (brief.project.summary, brief.problem.core, brief.goal.text)
    yield from (task.text for task in brief.tasks)
    yield from (activity.title for activity in brief.plan)
    for line in brief.budget:
        yield from (line.title, line.comment)
