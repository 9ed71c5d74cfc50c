"""Adding to the journal; there is nothing else to do with it."""

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
        actor=actor,
        on_behalf_of=on_behalf_of,
        deed=deed,
        thing_type=thing._meta.label_lower,
        thing_id=str(thing.pk),
        details=details,
    )
