"""Decisions: noted one by one, while nobody has heard of them."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max, QuerySet

from peremena.intake import rules
from peremena.intake.models import Call, Candidate, Decision
from peremena.intake.rules import Refusal, State, Verdict
from peremena.intake.services.candidates import demand, lock
from peremena.journal.services import record
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
    at_rest(candidate.call_id)
    lock(candidate)


def at_rest(call: int) -> Call:
    """Held; not while its letters are being written."""
    found = Call.objects.select_for_update().get(pk=call)
    demand(Refusal.BEING_SENT if found.sendings.filter(ended_at=None).exists() else None)
    return found


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
    call = at_rest(decision.candidate.call_id)
    decision.refresh_from_db()
    demand(Refusal.SENT_ALREADY if decision.told_at else None)
    ahead = waiting(call).filter(rank__lt=decision.rank or 0, told_at=None).order_by("-rank")
    if first := ahead.first():
        first.rank, decision.rank = decision.rank, first.rank
        first.save(update_fields=["rank"])
        decision.save(update_fields=["rank"])
        record(by, "intake.application.decided", decision.candidate)
