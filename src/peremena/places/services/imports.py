"""Bringing in a file of territories: looked through first, brought in when somebody says so."""

import secrets
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone

from peremena.journal.services import record
from peremena.kit import tables_in
from peremena.kit.refusals import Refused
from peremena.kit.tables_out import letters
from peremena.people.models import Person
from peremena.places import importing, words
from peremena.places.importing import Compared, Fault, Mistake, News, Sheet
from peremena.places.models import Import
from peremena.places.queries import imports as queries
from peremena.places.queries.imports import Key, Known
from peremena.places.rules import ImportState, Refusal

from . import settling

BATCH = 200
MISTAKES_KEPT, NEWS_KEPT = 200, 60


@transaction.atomic
def look_through(upload: File, *, by: Person, now: datetime) -> Import:
    """Read and compare; nothing of it is brought in. Raises Refused when it is no table."""
    found = Plan(upload, now)
    content = ContentFile(upload.read(), name=f"{secrets.token_hex(16)}.table")
    upload.seek(0)
    name = str(upload.name or "").replace("\\", "/").rpartition("/")[2][-200:]
    looked_at = Import.objects.create(
        name=name,
        file=content,
        total=len(found.compared),
        report=found.report(),
        by=by,
        at=now,
    )
    record(by, "places.import.read", looked_at, territories=looked_at.total)
    return looked_at


@transaction.atomic
def confirm(import_: Import, *, by: Person) -> None:
    """The file waits for its turn; pressed twice, it is brought in once."""
    import_.refresh_from_db(from_queryset=Import.objects.select_for_update())
    if refusal := import_.why_not:
        raise Refused(words.REFUSALS[refusal])
    import_.state = ImportState.WAITING
    import_.save(update_fields=["state"])
    record(by, "places.import.confirmed", import_)


@transaction.atomic
def drop(import_: Import, *, by: Person, now: datetime) -> None:
    """The file is forgotten, and its report stays."""
    import_.refresh_from_db(from_queryset=Import.objects.select_for_update())
    if import_.state != ImportState.READ:
        refusal = Refusal.AT_WORK_ALREADY if import_.is_going_on else Refusal.DONE_ALREADY
        raise Refused(words.REFUSALS[refusal])
    end(import_, ImportState.DROPPED, now)
    record(by, "places.import.dropped", import_)


@transaction.atomic
def forget_waiting(before: datetime) -> int:
    """Put away files that were looked through before that moment and that nobody confirmed."""
    old = Import.objects.select_for_update().filter(state=ImportState.READ, at__lt=before)
    found = list(old)
    for import_ in found:
        end(import_, ImportState.DROPPED, timezone.now())
        record(None, "places.import.dropped", import_)
    return len(found)


def carry_out(import_: Import, *, now: datetime) -> None:
    """Bring the file in, some territories at a time, each with the progress that people see.

    When it was interrupted, it goes on: what is here already is the same and is left alone. Should
    a mistake have come up since the file was read, nothing more is brought in.
    """
    import_.refresh_from_db()
    if not import_.is_going_on:
        return
    with import_.file.open("rb") as file:
        found = Plan(file, now)
    if found.mistakes:
        import_.report = found.report()
        end(import_, ImportState.FAILED, now)
        return
    news = [one for one in found.compared if one.news is not News.SAME]
    import_.total, import_.state = len(found.compared), ImportState.AT_WORK
    import_.done = import_.total - len(news)
    import_.save(update_fields=["total", "state", "done"])
    rest = iter(news)
    while batch := list(islice(rest, BATCH)):
        bring_in(import_, batch, found.known)
    finish(import_, now)


@transaction.atomic
def bring_in(import_: Import, batch: list[Compared], known: dict[Key, Known]) -> None:
    settling.settle(batch, known, by=import_.by)
    import_.done += len(batch)
    import_.save(update_fields=["done"])


@transaction.atomic
def finish(import_: Import, now: datetime) -> None:
    end(import_, ImportState.DONE, now)
    record(import_.by, "places.import.done", import_, territories=import_.total)


def end(import_: Import, state: ImportState, now: datetime) -> None:
    """The file is needed no more and goes away when this is saved."""
    name, storage = import_.file.name, import_.file.storage
    import_.state, import_.ended_at, import_.file = state, now, ""
    import_.save(update_fields=["state", "ended_at", "file", "report"])
    if name:
        transaction.on_commit(lambda: storage.delete(name))


class Plan:
    """What the file would do to what is here now."""

    def __init__(self, file: File, now: datetime) -> None:
        table = tables_in.read(file)
        self.header = table.header
        vocabulary = queries.vocabulary(timezone.localdate(now))
        self.titles = [vocabulary.columns.get(importing.fold(title)) for title in self.header]
        gathered = importing.gather(Sheet(self.header, table.rows, table.numbers), vocabulary)
        self.known = queries.known(place.district for place in gathered.places)
        owners = queries.owners(place.code for place in gathered.places if place.code)
        self.compared = [
            importing.compare(place, self.here(queries.key_of(place)), owners)
            for place in gathered.places
        ]
        of_places = [mistake for one in self.compared for mistake in one.mistakes]
        self.mistakes = sorted([*gathered.mistakes, *of_places], key=self.place_of)

    def place_of(self, mistake: Mistake) -> tuple[int, int]:
        """In the order of reading: row by row, from left to right."""
        titles = self.titles
        there = mistake.column in titles
        return mistake.row, titles.index(mistake.column) if there else len(titles)

    def here(self, key: Key) -> importing.Place | None:
        return self.known[key].place if key in self.known else None

    def counts(self) -> dict[str, int]:
        of = [one.news for one in self.compared]
        return {
            "made": of.count(News.NEW),
            "changed": of.count(News.CHANGED),
            "same": of.count(News.SAME),
            "mistakes_found": len(self.mistakes),
        }

    def report(self) -> dict[str, Any]:
        """What is kept of it: counts, the first mistakes, the first news."""
        news = [one for one in self.compared if one.news is not News.SAME]
        return self.counts() | {
            "mistakes": [self.written(one) for one in self.mistakes[:MISTAKES_KEPT]],
            "news": [told(one) for one in news[:NEWS_KEPT]],
        }

    def written(self, mistake: Mistake) -> dict[str, Any]:
        """With the letter of the column as Excel shows it, where the table has that column."""
        title = mistake.value if mistake.fault is Fault.EXTRA_COLUMN else ""
        place = (
            self.header.index(title)
            if title in self.header
            else self.titles.index(mistake.column)
            if mistake.column in self.titles
            else None
        )
        return asdict(mistake) | {
            "letter": "" if place is None else letters(place),
            "title": "" if place is None else self.header[place],
        }


def told(one: Compared) -> dict[str, Any]:
    return {
        "district": one.wanted.district,
        "name": one.wanted.name,
        "news": one.news,
        "villages": len(one.wanted.villages),
        "changes": [asdict(change) for change in one.changes],
    }
