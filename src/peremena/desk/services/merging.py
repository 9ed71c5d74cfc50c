"""Two cards of one person become one: all that pointed at the second points at the first."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from peremena.desk import letters
from peremena.desk.queries import merging as queries
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people import merge_words
from peremena.people.models import Merge, Person
from peremena.people.rules import MergeRefusal

from . import merged_cards, merged_rows


@transaction.atomic
def merge(
    kept: Person, gone: Person, *, taken: Collection[str], by: Person, now: datetime
) -> Merge:
    """`taken`: parts of the card that come from `gone`.

    Where both cards have been signed in to, it waits for a colleague: whoever gets another's card
    can act as them.
    """
    kept, gone = locked(kept, gone)
    demand(kept, gone, by)
    asked = Merge.objects.create(
        kept=kept, gone=gone, asked_by=by, asked_at=now, taken=queries.parts(kept, gone, taken)
    )
    if queries.needs_colleague(kept, gone):
        record(by, "people.merge.asked", kept, gone=gone.pk)
    else:
        carry_out(asked, by=by, now=now)
    return asked


@transaction.atomic
def confirm(asked: Merge, *, by: Person, now: datetime) -> None:
    """By a colleague of whoever found the two cards."""
    demand_waiting(asked)
    if asked.asked_by_id == by.pk:
        raise Refused(merge_words.REFUSALS[MergeRefusal.COLLEAGUE_NEEDED])
    asked.kept, asked.gone = locked(asked.kept, asked.gone)
    demand(asked.kept, asked.gone, by, except_for=asked)
    carry_out(asked, by=by, now=now)


@transaction.atomic
def decline(asked: Merge, *, by: Person, now: datetime) -> None:
    """They are two people after all."""
    demand_waiting(asked)
    asked.undone_by, asked.undone_at = by, now
    asked.save(update_fields=["undone_by", "undone_at"])
    record(by, "people.merge.declined", asked.kept, gone=asked.gone_id)


@transaction.atomic
def undo(done: Merge, *, by: Person, now: datetime) -> None:
    """Two cards again; what came after the merge stays with the first."""
    done.refresh_from_db(from_queryset=Merge.objects.select_for_update())
    if done.at is None or done.undone_at is not None:
        raise Refused(merge_words.REFUSALS[MergeRefusal.OVER])
    done.kept, done.gone = locked(done.kept, done.gone)
    merged_rows.put_back(done, by=by, now=now)
    merged_cards.part(done)
    done.undone_by, done.undone_at = by, now
    done.save(update_fields=["undone_by", "undone_at"])
    record(by, "people.merge.undone", done.kept, gone=done.gone_id)


def carry_out(asked: Merge, *, by: Person, now: datetime) -> None:
    addresses = [card.email for card in (asked.kept, asked.gone) if card.email]
    merged_rows.move(asked, by=by, now=now)
    merged_cards.join(asked)
    asked.by, asked.at = by, now
    asked.save()
    rows = sum(len(keys) for keys in asked.moved.values())
    record(by, "people.merge.done", asked.kept, gone=asked.gone_id, rows=rows)
    letters.tell_of_merge(asked.kept, addresses)


def demand(kept: Person, gone: Person, by: Person, *, except_for: Merge | None = None) -> None:
    if refusal := queries.why_not_merge(kept, gone, by, except_for=except_for):
        raise Refused(merge_words.REFUSALS[refusal])


def demand_waiting(asked: Merge) -> None:
    asked.refresh_from_db(from_queryset=Merge.objects.select_for_update())
    if asked.at is not None or asked.undone_at is not None:
        raise Refused(merge_words.REFUSALS[MergeRefusal.OVER])


def locked(kept: Person, gone: Person) -> tuple[Person, Person]:
    """Both, always in one order, so that two of the staff never wait for each other."""
    both = Person.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk]).order_by("pk")
    found = {one.pk: one for one in both}
    return found[kept.pk], found[gone.pk]
