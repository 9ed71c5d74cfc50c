"""Adding to the journal; there is nothing else to do with it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from .models import Entry

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


@contextmanager
def as_of(moment: datetime) -> Iterator[datetime]:
    """For what is told afterwards: entries within bear the time at which it happened."""
    before = _told.set(moment)
    try:
        yield moment
    finally:
        _told.reset(before)


def record(
    actor: Model | None,
    deed: str,
    thing: Model,
    *,
    on_behalf_of: Model | None = None,
    **details: object,
) -> Entry:
    """`deed` reads room.thing.verb; `details` holds what a reader needs, never whole texts."""
    return Entry.objects.create(
        at=_told.get() or timezone.now(),
        actor_id=actor.pk if actor else None,
        on_behalf_of_id=on_behalf_of.pk if on_behalf_of else None,
        deed=deed,
        thing_type=thing._meta.label_lower,
        thing_id=str(thing.pk),
        details=details,
    )


def record_all(actor: Model | None, deed: str, things: Sequence[Model], **details: object) -> None:
    """The same deed with many things: an entry each, in one query."""
    at = _told.get() or timezone.now()
    Entry.objects.bulk_create(
        Entry(
            at=at,
            actor_id=actor.pk if actor else None,
            deed=deed,
            thing_type=thing._meta.label_lower,
            thing_id=str(thing.pk),
            details=details,
        )
        for thing in things
    )
