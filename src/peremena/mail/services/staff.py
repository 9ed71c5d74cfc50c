"""What staff do with a letter before it goes, and with the call list."""

from datetime import datetime

from django.db import transaction
from django.db.models import Model

from peremena.kit.refusals import Refused
from peremena.mail import words
from peremena.mail.models import Letter
from peremena.mail.rules import Deed, State


def lock(letter: Letter, deed: Deed) -> None:
    letter.refresh_from_db(from_queryset=Letter.objects.select_for_update().for_staff())
    if refusal := letter.why_not(deed):
        raise Refused(words.REFUSALS[refusal])


@transaction.atomic
def edit(letter: Letter, *, subject: str, body: str) -> None:
    lock(letter, Deed.EDIT)
    letter.subject, letter.body = subject, body
    letter.save(update_fields=["subject", "body"])


@transaction.atomic
def hold(letter: Letter) -> None:
    lock(letter, Deed.HOLD)
    letter.state = State.HELD
    letter.save(update_fields=["state"])


@transaction.atomic
def release(letter: Letter) -> None:
    """It goes at its own time, or now when that is past."""
    lock(letter, Deed.RELEASE)
    letter.state = State.WAITING
    letter.save(update_fields=["state"])


@transaction.atomic
def cancel(letter: Letter) -> None:
    lock(letter, Deed.CANCEL)
    letter.state = State.CANCELLED
    letter.save(update_fields=["state"])


@transaction.atomic
def send_now(letter: Letter, *, now: datetime) -> None:
    """By itself and at once, also at night: a person has decided it. All attempts anew."""
    lock(letter, Deed.SEND)
    letter.state, letter.send_after, letter.attempts, letter.failure = State.WAITING, now, 0, ""
    letter.urgency = "today" if letter.urgency == "can_wait" else letter.urgency
    letter.save(update_fields=["state", "send_after", "attempts", "failure", "urgency"])


@transaction.atomic
def tell(letter: Letter, *, by: Model, now: datetime) -> None:
    lock(letter, Deed.TELL)
    letter.state, letter.told_by_id, letter.sent_at = State.TOLD, by.pk, now
    letter.save(update_fields=["state", "told_by", "sent_at"])


@transaction.atomic
def untell(letter: Letter) -> None:
    lock(letter, Deed.UNTELL)
    letter.state, letter.told_by, letter.sent_at = State.TO_TELL, None, None
    letter.save(update_fields=["state", "told_by", "sent_at"])
