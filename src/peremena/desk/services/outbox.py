"""What staff do with letters; each deed stands in the journal, without the text of the letter."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.mail import services as mail
from peremena.mail.models import Letter
from peremena.mail.rules import Deed, Urgency
from peremena.people.models import Person

KIND = "desk.written"


@transaction.atomic
def act(letter: Letter, deed: Deed, *, by: Person, now: datetime) -> None:
    """Everything but changing its words."""
    match deed:
        case Deed.HOLD:
            mail.hold(letter)
        case Deed.RELEASE:
            mail.release(letter)
        case Deed.CANCEL:
            mail.cancel(letter)
        case Deed.SEND:
            mail.send_now(letter, now=now)
        case Deed.TELL:
            mail.tell(letter, by=by, now=now)
        case _:
            mail.untell(letter)
    record(by, f"mail.letter.{deed}", letter)


@transaction.atomic
def edit(letter: Letter, *, subject: str, body: str, by: Person) -> None:
    mail.edit(letter, subject=subject, body=body)
    record(by, "mail.letter.edit", letter)


@transaction.atomic
def write(
    people: Iterable[Person],
    *,
    about: Model,
    subject: str,
    body: str,
    urgency: Urgency,
    by: Person,
    now: datetime,
) -> int:
    """One letter to each; `about`: the cohort or the person for whom it was meant."""
    readers = list(people)
    if not readers:
        raise Refused(_("There is nobody to write to."))
    for person in readers:
        mail.post(
            subject=subject, body=body, kind=KIND, person=person, urgency=urgency,
            written_by=by, now=now,
        )  # fmt: skip
    record(by, "mail.letter.written", about, count=len(readers))
    return len(readers)
