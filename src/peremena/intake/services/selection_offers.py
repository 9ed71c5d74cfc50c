"""Places that come free: offered to the next who waits, taken, given up, passed on in time."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from peremena.cohorts import services as cohorts
from peremena.cohorts.models import Enrolment
from peremena.cohorts.rules import Status
from peremena.cohorts.services.enrolments import locked
from peremena.intake import rules, selection_letters
from peremena.intake.models import Call, Candidate, Decision, Offer
from peremena.intake.rules import Answer, Refusal, State, Verdict
from peremena.intake.services.candidates import demand
from peremena.intake.services.selection_sending import enrol
from peremena.journal.services import record
from peremena.people.models import Person


@transaction.atomic
def pass_on(call: Call, *, by: Person | None = None, now: datetime) -> int:
    """A letter to the next for each place that is free and not offered yet. How many."""
    call = held(call.pk)
    free = locked(call.cohort).free_places - open_offers(call).count()
    next_ones = list(to_offer(call)[: max(0, free)])
    for decision in next_ones:
        made = Offer.objects.create(
            candidate=decision.candidate,
            offered_at=now,
            expires_at=now + timedelta(days=max(1, call.offer_days)),
        )
        selection_letters.post(made.candidate, selection_letters.offer(made), "offer", by)
        record(by, "intake.place.offered", made.candidate)
    return len(next_ones)


def open_offers(call: Call) -> QuerySet[Offer]:
    return Offer.objects.filter(candidate__call__cohort=call.cohort_id, answer="")


def to_offer(call: Call) -> QuerySet[Decision]:
    """Who waits, has heard so, and has not been offered a place before; in their order."""
    rows = Decision.objects.filter(
        candidate__call=call,
        candidate__state=State.HANDED_IN,
        candidate__offers=None,
        verdict=Verdict.WAITING,
        told_at__isnull=False,
    )
    return rows.select_related("candidate__person", "candidate__call__cohort").order_by("rank")


@transaction.atomic
def accept(candidate: Candidate, *, by: Person | None = None, now: datetime) -> None:
    """Enrolled at once. `by`: of staff, when the applicant has rung."""
    offer = answering(candidate, now)
    decision = Decision.objects.select_related(
        "candidate__person", "candidate__territory", "candidate__call__cohort"
    ).get(candidate=candidate)
    close(offer, Answer.ACCEPTED, now)
    who = by or candidate.person
    enrol(decision, by=who, now=now)
    record(who, "intake.place.accepted", candidate, on_behalf_of=by and candidate.person)
    selection_letters.post(candidate, selection_letters.welcome(candidate), "welcome")


@transaction.atomic
def decline(candidate: Candidate, *, by: Person | None = None, now: datetime) -> None:
    """An offered place, or one's own before the lessons end; it goes to the next at once."""
    who = by or candidate.person
    call = held(candidate.call_id)
    enrolment = own_place(candidate)
    if enrolment:
        reason = _("The place was given up.")
        cohorts.change_status(enrolment, Status.LEFT, reason=reason, by=who, now=now)
    else:
        close(answering(candidate, now), Answer.DECLINED, now)
    record(who, "intake.place.declined", candidate, on_behalf_of=by and candidate.person)
    pass_on(call, now=now)


def own_place(candidate: Candidate) -> Enrolment | None:
    decision = Decision.objects.filter(candidate=candidate).select_related("enrolment").first()
    enrolment = decision and decision.enrolment
    return enrolment if enrolment and enrolment.status == Status.LEARNING else None


def held(call: int) -> Call:
    """Whatever happens to places of a call waits for its turn here: two answers, an answer and
    the end of its time. Always the call first, then its cohort, then an offer."""
    return Call.objects.select_for_update().get(pk=call)


def answering(candidate: Candidate, now: datetime) -> Offer:
    """The last offer, while it may be answered; read only when the call is held."""
    held(candidate.call_id)
    offer = candidate.offers.order_by("-pk").first()
    is_open = offer is not None and not offer.answer
    refusal = rules.why_not_answer(
        is_open=is_open, expires=offer.expires_at if offer else None, now=now
    )
    demand(refusal)
    demand(Refusal.NOT_OFFERED if offer is None else None)
    assert offer is not None
    return offer


def close(offer: Offer, answer: Answer, now: datetime) -> None:
    offer.answer, offer.answered_at = answer, now
    offer.save(update_fields=["answer", "answered_at"])


def expire(now: datetime) -> int:
    """Every offer whose time is over passes on to the next; may run as often as one likes."""
    over = Offer.objects.filter(answer="", expires_at__lte=now).order_by()
    calls = over.values_list("candidate__call", flat=True).distinct()
    return sum(expire_in(call, now) for call in sorted(calls))


@transaction.atomic
def expire_in(call: int, now: datetime) -> int:
    """Offers are read once the call is held: what was answered a moment ago stays answered."""
    place = held(call)
    due = Offer.objects.filter(candidate__call=call, answer="", expires_at__lte=now)
    closed = list(due.select_related("candidate__person", "candidate__call").order_by("pk"))
    for offer in closed:
        close(offer, Answer.EXPIRED, now)
        selection_letters.post(offer.candidate, selection_letters.over(), "offer-over")
        record(None, "intake.place.expired", offer.candidate)
    pass_on(place, now=now)
    return len(closed)
