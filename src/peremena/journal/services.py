"""Adding to the journal; there is nothing else to do with it."""

from collections.abc import Sequence

from django.db.models import Model

from .models import Entry


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
        actor_id=actor.pk if actor else None,
        on_behalf_of_id=on_behalf_of.pk if on_behalf_of else None,
        deed=deed,
        thing_type=thing._meta.label_lower,
        thing_id=str(thing.pk),
        details=details,
    )


def record_all(actor: Model | None, deed: str, things: Sequence[Model], **details: object) -> None:
    """The same deed with many things: an entry each, in one query."""
    Entry.objects.bulk_create(
        Entry(
            actor_id=actor.pk if actor else None,
            deed=deed,
            thing_type=thing._meta.label_lower,
            thing_id=str(thing.pk),
            details=details,
        )
        for thing in things
    )
