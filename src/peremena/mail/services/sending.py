"""Sending what is due.

A letter is claimed first, sent, and then marked. When a process dies between sending and marking,
nobody knows whether the letter has gone: it is not sent again by itself but shown to staff, who
may. So a letter comes at most once from here; a second copy could only be made by a mail server
that took the first one and did not say so in time, and both have one Message-ID.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from peremena.kit.rhythm import pause_after
from peremena.mail import letters, queries, rules, words
from peremena.mail.models import Letter
from peremena.mail.rules import State, Urgency

AT_A_TIME = 50
DAILY = "mail.daily"


def send(letter: Letter, connection: BaseEmailBackend | None = None) -> bool:
    """Never raises for a mail server out of reach: the letter waits and says why.

    False when the server did not take it; True also when another process has the letter.
    """
    now = timezone.now()
    due = Letter.objects.due(now).filter(pk=letter.pk)
    if not due.update(state=State.SENDING, claimed_at=now, attempts=F("attempts") + 1):
        return True
    letter.refresh_from_db()
    try:
        deliver(letters.message(letter), connection)
    except (OSError, SMTPException, ValueError) as error:  # ValueError: no letter can look so
        put_off(letter, error, timezone.now())
        return False
    letter.state, letter.sent_at, letter.failure = State.SENT, timezone.now(), ""
    letter.body = "" if letter.is_secret else letter.body
    letter.save(update_fields=["state", "sent_at", "failure", "body"])
    return True


def deliver(message: EmailMessage, connection: BaseEmailBackend | None) -> None:
    """A connection that is given stays open for the next letter."""
    if connection:
        connection.open()
    (connection or get_connection()).send_messages([message])


def put_off(letter: Letter, error: Exception, now: datetime) -> None:
    """Until a later time; for good when the server will never take it, or after many attempts."""
    pause = pause_after(letter.attempts, rules.PAUSES)
    too_late = letter.is_secret and now - letter.created_at > rules.CODE_LIVES
    letter.failure = f"{type(error).__name__}: {error}"[:300]
    if pause is None or too_late or is_final(error):
        give_up(letter)
        return
    letter.state, letter.send_after = State.WAITING, awake(letter, now + pause)
    letter.save(update_fields=["state", "send_after", "failure"])


def awake(letter: Letter, moment: datetime) -> datetime:
    """The moment, or the morning after it when it is night where the reader is."""
    if letter.person is None:
        return moment
    quiet = queries.wishes_of(letter.person).quiet
    return rules.try_again(Urgency(letter.urgency), quiet, moment)


def sleeps(letter: Letter, now: datetime) -> bool:
    """Its time passed while nothing was sent, and now it is night: then it waits for morning."""
    if now - letter.send_after < rules.LATE or (morning := awake(letter, now)) == now:
        return False
    Letter.objects.due(now).filter(pk=letter.pk).update(send_after=morning)
    return True


def give_up(letter: Letter) -> None:
    letter.state = State.FAILED
    letter.body = "" if letter.is_secret else letter.body
    letter.save(update_fields=["state", "failure", "body"])


def is_final(error: Exception) -> bool:
    """The server refused this address or this letter, and not only for now."""
    if isinstance(error, ValueError):
        return True
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _said in error.recipients.values())
    return (
        isinstance(error, SMTPResponseException)
        and error.smtp_code >= 500
        and error.smtp_code not in (530, 534, 535)  # our own password is wrong; that gets mended
    )


def send_due(now: datetime) -> int:
    """Everything whose time has come; how many went out. Stops when the server is away."""
    for letter in Letter.objects.interrupted(now):
        letter.failure = str(words.INTERRUPTED)
        give_up(letter)
    gather(now)
    sent = 0
    connection = get_connection()
    for letter in Letter.objects.due(now).order_by("send_after", "pk")[:AT_A_TIME]:
        if sleeps(letter, now):
            continue
        if send(letter, connection):
            sent += 1
        elif is_away(connection):
            break
    connection.close()
    return sent


def is_away(connection: BaseEmailBackend) -> bool:
    """After a letter that did not go: whether the next one should wait, too."""
    try:
        connection.close()
        connection.open()
    except (OSError, SMTPException):
        return True
    return False


def gather(now: datetime) -> None:
    """One letter for each reader who has several that can wait."""
    ready = Letter.objects.due(now).filter(
        urgency=Urgency.CAN_WAIT, attempts=0, person__isnull=False
    )
    ordered = ready.order_by("person", "to", "created_at", "pk")
    for (person, to), found in groupby(ordered, key=lambda one: (one.person_id, one.to)):
        together = [one.pk for one in found]
        if len(together) > 1:
            put_together(person, to, together, now)


@transaction.atomic
def put_together(person: int | None, to: str, keys: Iterable[int], now: datetime) -> None:
    """Letters that staff hold back in this moment, or another worker gathers, stay out."""
    rows = Letter.objects.select_for_update().due(now).filter(pk__in=keys)
    together = list(rows.order_by("created_at", "pk"))
    if len(together) < 2:
        return
    subject, body = letters.of_the_day(together)
    daily = Letter.objects.create(
        to=to,
        person_id=person,
        kind=DAILY,
        subject=subject,
        body=body,
        urgency=Urgency.TODAY,
        created_at=now,
        send_after=now,
    )
    Letter.objects.filter(pk__in=[one.pk for one in together]).update(
        state=State.GATHERED, gathered_in=daily, sent_at=now, failure=""
    )
