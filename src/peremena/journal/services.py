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
        actor_id=actor.pk if actor else None,
        on_behalf_of_id=on_behalf_of.pk if on_behalf_of else None,
        deed=deed,
        thing_type=thing._meta.label_lower,
        thing_id=str(thing.pk),
        details=details,
    )
