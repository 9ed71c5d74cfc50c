"""Writing a letter: it is stored with the deed and goes out once the deed is saved."""

from datetime import datetime
from functools import partial
from typing import Protocol

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from peremena.mail import queries, rules
from peremena.mail.models import Letter, Wishes
from peremena.mail.rules import State, Urgency

from .sending import send


class Reader(Protocol):
    """What a letter has to know about a person."""

    pk: int

    @property
    def reads_mail(self) -> bool: ...


def post(
    *,
    to: str = "",
    subject: str,
    body: str,
    kind: str,
    person: Reader | None = None,
    is_secret: bool = False,
    urgency: Urgency = Urgency.CAN_WAIT,
    written_by: Model | None = None,
    now: datetime | None = None,
) -> Letter:
    """A letter for somebody who reads no mail comes to the call list instead.

    Letters that can wait go in one letter a day, unless the person wants them otherwise. A secret
    letter holds a sign-in code: it goes at once and its text is forgotten when it has gone out.
    """
    now = now or timezone.now()
    letter = Letter(
        to=to or getattr(person, "email", None) or "", subject=queries.written(subject),
        body=body, kind=kind, person_id=person.pk if person else None, is_secret=is_secret,
        urgency=Urgency.NOW if is_secret else urgency, created_at=now,
        written_by_id=written_by.pk if written_by else None,
    )  # fmt: skip
    plan(letter, person, now)
    letter.save()
    if letter.urgency == Urgency.NOW and letter.state == State.WAITING:
        transaction.on_commit(partial(send, letter))
    return letter


def plan(letter: Letter, person: Reader | None, now: datetime) -> None:
    """By which way the letter goes, and when."""
    letter.send_after = now
    if letter.urgency == Urgency.NOW and letter.to:
        return
    if person is None:
        soon = letter.urgency == Urgency.CAN_WAIT  # nobody gathers letters for an address
        letter.urgency = Urgency.TODAY if soon else letter.urgency
    elif not person.reads_mail:
        letter.state = State.TO_TELL
    else:
        wait(letter, queries.wishes_of(person), now)


def wait(letter: Letter, wishes: Wishes, now: datetime) -> None:
    after = rules.send_after(Urgency(letter.urgency), wishes.effective, wishes.quiet, now)
    if after is None:
        letter.state = State.UNWANTED
        return
    letter.send_after = after
    if wishes.effective is rules.Wish.AT_ONCE and letter.urgency == Urgency.CAN_WAIT:
        letter.urgency = Urgency.TODAY
