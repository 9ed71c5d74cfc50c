"""How often somebody wants letters."""

from datetime import datetime
from typing import Any

from django.db import transaction

from peremena.mail.models import Letter, Wishes
from peremena.mail.rules import State, Urgency, Wish

from .posting import wait


@transaction.atomic
def change(
    person: Any, *, wish: Wish, quiet_from: int, quiet_to: int, zone: str, now: datetime
) -> None:
    """What waits already goes by the new wish."""
    wishes = own(person.pk)
    wishes.wish, wishes.quiet_from, wishes.quiet_to, wishes.zone = wish, quiet_from, quiet_to, zone
    wishes.unsubscribed_at = None
    wishes.save()
    plan_anew(wishes, now)


@transaction.atomic
def stop(person: int, *, now: datetime) -> None:
    """All but codes and warnings about the account. Harmless when they are stopped already."""
    wishes = own(person)
    wishes.unsubscribed_at = wishes.unsubscribed_at or now
    wishes.save(update_fields=["unsubscribed_at"])
    plan_anew(wishes, now)


@transaction.atomic
def resume(person: int) -> None:
    """As it was before; letters that were not wanted in between are not sent any more."""
    wishes = own(person)
    wishes.unsubscribed_at = None
    wishes.wish = Wish.DAILY if wishes.wish == Wish.NONE else wishes.wish
    wishes.save(update_fields=["unsubscribed_at", "wish"])


def own(person: int) -> Wishes:
    return Wishes.objects.get_or_create(person_id=person)[0]


def plan_anew(wishes: Wishes, now: datetime) -> None:
    waiting = Letter.objects.select_for_update().waiting().filter(person_id=wishes.person_id)
    for letter in waiting.exclude(urgency=Urgency.NOW).filter(attempts=0):
        wait(letter, wishes, now)
        if letter.state == State.UNWANTED:
            letter.failure = ""
        letter.save(update_fields=["state", "send_after", "urgency", "failure"])
