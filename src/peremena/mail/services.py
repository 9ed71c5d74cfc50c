"""Writing a letter: it is stored with the deed and goes out once the deed is saved."""

from functools import partial
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from .models import Letter


def post(
    *,
    to: str,
    subject: str,
    body: str,
    kind: str,
    person: Model | None = None,
    is_secret: bool = False,
) -> Letter:
    """A secret letter holds a sign-in code; its text is forgotten when it has gone out."""
    letter = Letter.objects.create(
        to=to,
        subject=subject,
        body=body,
        kind=kind,
        person_id=person.pk if person else None,
        is_secret=is_secret,
    )
    transaction.on_commit(partial(send, letter))
    return letter


def send(letter: Letter) -> None:
    """Never raises for a mail server out of reach: the letter waits and says why."""
    try:
        EmailMessage(subject=letter.subject, body=letter.body, to=[letter.to]).send()
    except (OSError, SMTPException) as error:
        letter.failure = f"{type(error).__name__}: {error}"[:300]
        letter.save(update_fields=["failure"])
        return
    letter.sent_at, letter.failure = timezone.now(), ""
    letter.body = "" if letter.is_secret else letter.body
    letter.save(update_fields=["sent_at", "failure", "body"])
