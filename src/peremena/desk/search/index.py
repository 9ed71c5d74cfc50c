"""Keeping the index fresh: what has changed is read anew, what is gone drops out."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from peremena.desk.models import SearchRow

from . import engine
from .sources import LONGEST, SOURCES, Source, Thing
from .terms import terms

AT_A_TIME = 200
FIELDS = ["number", "title", "text", "title_terms", "terms", "stamp"]


def refresh(_now: datetime | None = None) -> int:
    """How many rows were written or removed. Reading the stamps of 10,000 things takes 0.1 s."""
    engine.ensure()
    return sum(refresh_source(source) for source in SOURCES)


def refresh_source(source: Source) -> int:
    stamps = source.stamps()
    rows = SearchRow.objects.filter(kind=source.kind)
    known = dict(rows.values_list("key", "stamp"))
    gone = [key for key in known if key not in stamps]
    stale = [key for key, stamp in stamps.items() if known.get(key) != stamp]
    for keys in parted(gone):
        rows.filter(key__in=keys).delete()
    for keys in parted(stale):
        write([row(source, thing, stamps) for thing in source.things(keys)])
    return len(gone) + len(stale)


def parted(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[start : start + AT_A_TIME] for start in range(0, len(keys), AT_A_TIME))


def row(source: Source, thing: Thing, stamps: Any) -> SearchRow:
    text = thing.text[:LONGEST]
    return SearchRow(
        kind=source.kind,
        key=thing.key,
        number=int(thing.key) if thing.key.isdigit() else None,
        title=thing.title[:400],
        text=text,
        title_terms=terms(thing.title),
        terms=terms(f"{text} {thing.unseen}"),
        stamp=stamps[thing.key],
    )


def write(rows: Sequence[SearchRow]) -> None:
    """A row of another process that was quicker is written over: it says the same."""
    SearchRow.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["kind", "key"], update_fields=FIELDS
    )


@transaction.atomic
def forget(kind: str, key: object) -> None:
    """At once, with all traces; if the thing is still there, the next look brings it back."""
    SearchRow.objects.filter(kind=kind, key=str(key)).delete()
    engine.purge()


@transaction.atomic
def erase(person: Any, words: Iterable[str]) -> dict[str, int]:
    """The person, and every row that says one of the words; what stays is read anew later."""
    wanted = [word.lower() for word in words if word]
    rows = SearchRow.objects.only("kind", "key", "title", "text").iterator()
    found = [
        one.pk
        for one in rows
        if (one.kind == "person" and one.key == str(person.pk))
        or any(word in f"{one.title}\n{one.text}".lower() for word in wanted)
    ]
    SearchRow.objects.filter(pk__in=found).delete()
    engine.purge()
    return {"search": len(found)}


def rebuild() -> int:
    """All of it anew."""
    engine.ensure()
    SearchRow.objects.all().delete()
    engine.purge()
    return refresh()
