"""Asking the index: what this person may see, the best first, kind by kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import QuerySet
from django.utils.functional import Promise

from peremena.desk.models import SearchRow

from . import engine
from .index import refresh
from .marking import Piece, marked, snippet
from .sources import SOURCES, Source, Viewer
from .terms import Wanted, score, wanted

CONSIDERED = 300  # rows of a kind that are ranked
SHOWN, SHOWN_ALONE = 5, 50
FRESH_FOR = 20  # seconds


@dataclass(frozen=True)
class Hit:
    url: str
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


@dataclass(frozen=True)
class Group:
    """`has_more`: there are others, which the page of this kind alone shows."""

    kind: str
    title: str | Promise
    hits: tuple[Hit, ...]
    has_more: bool


@dataclass(frozen=True)
class Answer:
    """`is_asked`: there was a word to look for."""

    question: str
    is_asked: bool
    groups: tuple[Group, ...] = ()


def ask(question: str, viewer: Viewer, *, kind: str = "") -> Answer:
    """`kind`: only this one, with more of it."""
    words = wanted(question)
    if not words:
        return Answer(question, is_asked=False)
    keep_fresh()
    sources = [source for source in SOURCES if kind in ("", source.kind)]
    groups = (group(source, words, viewer, SHOWN_ALONE if kind else SHOWN) for source in sources)
    return Answer(question, is_asked=True, groups=tuple(one for one in groups if one.hits))


def keep_fresh() -> None:
    """At most once in some seconds, whoever asks."""
    engine.ensure()
    if cache.add("search.fresh", "yes", FRESH_FOR):
        refresh()


def group(source: Source, words: Sequence[Wanted], viewer: Viewer, most: int) -> Group:
    rows = ranked(visible(source, viewer), words)
    hits = tuple(hit(source, row, words) for row in rows[:most])
    return Group(source.kind, source.title, hits, has_more=len(rows) > most)


def visible(source: Source, viewer: Viewer) -> QuerySet[SearchRow]:
    rows = SearchRow.objects.filter(kind=source.kind)
    seen = source.visible(viewer)
    return rows if seen is None else rows.filter(number__in=seen.order_by().values("pk"))


def ranked(rows: QuerySet[SearchRow], words: Sequence[Wanted]) -> list[SearchRow]:
    """Ranked here, so that both engines give one order; titles are never left out for number."""
    titled = engine.in_title(rows, words).order_by("-pk")[:CONSIDERED]
    others = engine.matching(rows, words).order_by("-pk")[:CONSIDERED]
    found = {row.pk: row for row in (*others, *titled)}
    marks = {row.pk: -score(words, row.title_terms, row.terms) for row in found.values()}
    return sorted(found.values(), key=lambda row: (marks[row.pk], row.title, row.pk))


def hit(source: Source, row: SearchRow, words: Sequence[Wanted]) -> Hit:
    return Hit(
        url=source.url(row.key),
        title=marked(row.title, words),
        snippet=snippet(row.text, words) if row.text else (),
    )
