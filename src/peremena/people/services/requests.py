"""A person asks to be erased; staff may say why not. Fulfilling it is the desk's."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.mail import services as mail
from peremena.people import consenting
from peremena.people.models import Person, PersonalRequest
from peremena.people.personal_words import REFUSALS
from peremena.people.rules import RequestState

from .consents import other


@transaction.atomic
def ask_erasure(person: Person, *, by: Person, now: datetime) -> PersonalRequest:
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.personal_requests.open().exists():
        raise Refused(REFUSALS[consenting.Refusal.ASKED_ALREADY])
    asked = PersonalRequest.objects.create(person=person, asked_at=now, entered_by=by)
    record(by, "people.erasure.asked", asked, on_behalf_of=other(person, by))
    return asked


@transaction.atomic
def take_back(asked: PersonalRequest, *, by: Person, now: datetime) -> None:
    """The person has thought better of it."""
    close(
        asked, RequestState.REFUSED, reason=_("The person took the request back."), by=by, now=now
    )
    record(by, "people.erasure.taken-back", asked, on_behalf_of=other(asked.person, by))


@transaction.atomic
def refuse(asked: PersonalRequest, *, reason: str, by: Person, now: datetime) -> None:
    """The person reads the reason in a letter and on their own page."""
    if not reason.strip():
        raise Refused(REFUSALS[consenting.Refusal.NO_REASON])
    demand_answerable(asked, by)
    close(asked, RequestState.REFUSED, reason=reason.strip(), by=by, now=now)
    record(by, "people.erasure.refused", asked, on_behalf_of=asked.person)
    if asked.person.email:
        mail.post(
            to=asked.person.email,
            subject=_("Your request to erase your data"),
            body=refusal_letter(asked),
            kind="people.erasure-refused",
            person=asked.person,
        )


def demand_answerable(asked: PersonalRequest, by: Person) -> None:
    """Locks the request; raises Refused when this person may not answer it now."""
    asked.refresh_from_db(from_queryset=PersonalRequest.objects.select_for_update())
    refusal = consenting.why_not_answer(
        is_open=asked.closed_at is None, is_oneself=asked.person_id == by.pk
    )
    if refusal:
        raise Refused(REFUSALS[refusal])


def close(
    asked: PersonalRequest, state: RequestState, *, reason: str, by: Person, now: datetime
) -> None:
    asked.state, asked.reason, asked.closed_by, asked.closed_at = state, reason, by, now
    asked.save(update_fields=["state", "reason", "closed_by", "closed_at"])


def refusal_letter(asked: PersonalRequest) -> str:
    return "\n\n".join(
        [
            _("Good day!"),
            _("You asked us to erase your data. We cannot do it now, and this is why:"),
            asked.reason,
            _("If you do not agree, answer this letter. You can also ask again at any time."),
        ]
    )
