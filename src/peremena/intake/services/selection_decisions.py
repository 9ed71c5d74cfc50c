"""Decisions: noted one by one, sent together; whoever is taken is enrolled in the same deed."""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Max, Q, QuerySet

from peremena.cohorts import services as cohorts
from peremena.cohorts.services.enrolments import locked
from peremena.intake import rules, selection_letters, words
from peremena.intake.models import Call, Candidate, Decision
from peremena.intake.rules import Refusal, State, Verdict
from peremena.intake.services.candidates import demand, lock
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person


@transaction.atomic
def decide(
    candidate: Candidate,
    verdict: Verdict,
    *,
    reason: str,
    alternative: str = "",
    by: Person,
    now: datetime,
) -> Decision:
    """Nobody hears of it yet; the journal does not say which. Who waits comes last in the list."""
    hold(candidate)
    before = Decision.objects.filter(candidate=candidate).first()
    guard(candidate, before)
    demand(rules.why_not_decide(verdict, reason=reason, alternative=alternative))
    rank = rank_of(candidate.call, before) if verdict is Verdict.WAITING else None
    told = {"verdict": verdict, "reason": reason.strip(), "rank": rank, "by": by, "at": now}
    told["alternative"] = alternative if verdict is Verdict.NOT_TAKEN else ""
    decision, _ = Decision.objects.update_or_create(candidate=candidate, defaults=told)
    record(by, "intake.application.decided", candidate)
    return decision


def hold(candidate: Candidate) -> None:
    """The call first: its waiting list grows by one at a time."""
    Call.objects.select_for_update().get(pk=candidate.call_id)
    lock(candidate)


def guard(candidate: Candidate, before: Decision | None) -> None:
    demand(Refusal.SENT_ALREADY if before and before.told_at else None)
    demand(None if candidate.state == State.HANDED_IN else Refusal.NOT_HANDED_IN)


def rank_of(call: Call, before: Decision | None) -> int:
    """Who waits already keeps the number."""
    if before and before.rank:
        return before.rank
    return (waiting(call).aggregate(last=Max("rank"))["last"] or 0) + 1


def waiting(call: Call) -> QuerySet[Decision]:
    return Decision.objects.filter(candidate__call=call, verdict=Verdict.WAITING)


@transaction.atomic
def move_up(decision: Decision, *, by: Person) -> None:
    """Changes places with the one before on the waiting list, while nobody has been told."""
    call = Call.objects.select_for_update().get(pk=decision.candidate.call_id)
    decision.refresh_from_db()
    demand(Refusal.SENT_ALREADY if decision.told_at else None)
    ahead = waiting(call).filter(rank__lt=decision.rank or 0, told_at=None).order_by("-rank")
    if first := ahead.first():
        first.rank, decision.rank = decision.rank, first.rank
        first.save(update_fields=["rank"])
        decision.save(update_fields=["rank"])
        record(by, "intake.application.decided", decision.candidate)


def why_not_send(call: Call) -> Refusal | None:
    """Counted by the database, however many there are."""
    taken = Q(verdict=Verdict.TAKEN)
    counted = Decision.objects.untold_of(call).aggregate(
        untold=Count("pk"),
        taken=Count("pk", filter=taken),
        without_territory=Count("pk", filter=taken & Q(candidate__territory=None)),
    )
    undecided = call.candidates.handed_in().filter(decision=None).count()
    return rules.why_not_send(**counted, undecided=undecided, free=call.cohort.free_places)


@transaction.atomic
def send(call: Call, *, by: Person, now: datetime) -> int:
    """All decisions that nobody has heard of, in one deed or not at all. How many went out."""
    call = Call.objects.select_for_update().get(pk=call.pk)
    cohort = locked(call.cohort)
    call.cohort = cohort
    demand(why_not_send(call))
    rows = Decision.objects.untold_of(call).select_related(
        "candidate__person", "candidate__territory", "candidate__call__cohort"
    )
    sent = list(rows.order_by("verdict", "rank", "pk"))
    for decision in sent:
        tell(decision, by=by, now=now)
    call.sent_at = call.sent_at or now
    call.save(update_fields=["sent_at"])
    record(by, "intake.decisions.sent", call, number=len(sent))
    return len(sent)


def tell(decision: Decision, *, by: Person, now: datetime) -> None:
    if decision.verdict == Verdict.TAKEN:
        enrol(decision, by=by, now=now)
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
