"""Decisions are sent together: places in one deed, then letter by letter beside the server."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q

from peremena.cohorts import services as cohorts
from peremena.cohorts.services.enrolments import locked
from peremena.intake import rules, selection_letters, words
from peremena.intake.models import Call, Decision, Sending
from peremena.intake.rules import Refusal, Verdict
from peremena.intake.services.candidates import demand
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person

BATCH = 50  # letters in one transaction: others wait for it no longer than a moment
TAKEN = Q(verdict=Verdict.TAKEN)


def why_not_send(call: Call) -> Refusal | None:
    """Counted by the database, however many there are."""
    counted = Decision.objects.untold_of(call).aggregate(
        untold=Count("pk"),
        taken=Count("pk", filter=TAKEN),
        without_territory=Count("pk", filter=TAKEN & Q(candidate__territory=None)),
    )
    undecided = call.candidates.handed_in().filter(decision=None).count()
    return rules.why_not_send(**counted, undecided=undecided, free=call.cohort.free_places)


@transaction.atomic
def begin(call: Call, *, by: Person, now: datetime) -> Sending:
    """Whoever is taken is enrolled and told here, all of them or nobody; nothing can hinder the
    other letters any more, and they are put off. Pressed twice, it is begun once."""
    call = Call.objects.select_for_update().get(pk=call.pk)
    if going_on := call.sendings.filter(ended_at=None).first():
        return going_on
    call.cohort = locked(call.cohort)
    demand(why_not_send(call))
    untold = Decision.objects.untold_of(call)
    sending = call.sendings.create(by=by, at=now, total=untold.count())
    for decision in untold.filter(TAKEN).for_letters().order_by("pk"):
        enrol(decision, by=by, now=now)
        tell(decision, by=by, now=now)
    call.sent_at = call.sent_at or now
    call.save(update_fields=["sent_at"])
    record(by, "intake.decisions.sent", call, number=sending.total)
    return sending


def carry_out(sending: Sending, *, clock: Callable[[], datetime]) -> None:
    """Some at a time. When it was interrupted it goes on: whoever has been told is left alone. A
    letter that cannot be written holds up no other, and the sending is not ended; where a whole
    batch cannot be written, something else is wrong."""
    broken: dict[int, Exception] = {}
    while tell_some(sending, broken, now=clock()) and len(broken) < BATCH:
        pass
    for error in broken.values():
        raise error


@transaction.atomic
def tell_some(sending: Sending, broken: dict[int, Exception], *, now: datetime) -> bool:
    """Who waits comes first, by number. Whether there may be more; the call is held, so that two
    workers tell nobody twice. `broken`: decisions whose letters could not be written."""
    call = Call.objects.select_for_update().get(pk=sending.call_id)
    sending.refresh_from_db()
    if sending.ended_at:
        return False
    rows = (
        Decision.objects.untold_of(call).exclude(TAKEN).exclude(pk__in=list(broken)).for_letters()
    )
    some = list(rows.order_by("-verdict", "rank", "pk")[:BATCH])
    for decision in some:
        try:
            with transaction.atomic():
                tell(decision, by=sending.by, now=now)
        except Exception as error:  # noqa: BLE001 -- raised when all others are written
            broken[decision.pk] = error
    if len(some) == BATCH:
        return True
    if not broken:
        sending.ended_at = now
        sending.save(update_fields=["ended_at"])
    return False


def send(call: Call, *, by: Person, now: datetime) -> int:
    """All at one moment, where nobody waits for an answer. How many went out."""
    sending = begin(call, by=by, now=now)
    carry_out(sending, clock=lambda: now)
    return sending.total


def tell(decision: Decision, *, by: Person, now: datetime) -> None:
    decision.told_at = now
    decision.save(update_fields=["told_at"])
    written = selection_letters.answer(decision)
    letter = selection_letters.post(decision.candidate, written, "decision", by)
    soonest = now + rules.FOR_A_LAST_LOOK
    if letter.send_after < soonest:
        letter.send_after = soonest
        letter.save(update_fields=["send_after"])


def enrol(decision: Decision, *, by: Person, now: datetime) -> None:
    """The refusal names the applicant: among thirty one has to know where to look."""
    candidate = decision.candidate
    if candidate.territory is None:
        raise Refused(words.REFUSALS[Refusal.NO_TERRITORY])
    try:
        decision.enrolment = cohorts.enrol(
            candidate.call.cohort,
            person=candidate.person,
            territory=candidate.territory,
            by=by,
            now=now,
        )
    except Refused as refused:
        raise Refused(f"{candidate.person.full_name}: {refused}") from refused
    decision.save(update_fields=["enrolment"])
