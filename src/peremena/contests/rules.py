"""What may follow in the life of an application. Pure: no Django, no database, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What can happen to an application once it has been frozen."""

    SUBMITTED = "submitted"
    ADMITTED = "admitted"
    REFUSED = "refused"
    RESERVED = "reserved"
    WON = "won"
    LOST = "lost"
    CONTRACTED = "contracted"
    PAID = "paid"


class State(StrEnum):
    """What an application is now. A payment changes nothing in it."""

    FROZEN = "frozen"
    SUBMITTED = "submitted"
    ADMITTED = "admitted"
    REFUSED = "refused"
    RESERVED = "reserved"
    WON = "won"
    LOST = "lost"
    CONTRACTED = "contracted"


class Refusal(StrEnum):
    NOT_SUBMITTED = "not-submitted"
    ALREADY = "already"
    NOT_WON = "not-won"
    OVER = "over"
    IN_FUTURE = "in-future"
    TOO_EARLY = "too-early"
    TOO_LATE = "too-late"
    REASON_NEEDED = "reason-needed"
    SUM_NEEDED = "sum-needed"
    ABOVE_AWARD = "above-award"
    ABOVE_CONTRACT = "above-contract"
    BELOW_PAID = "below-paid"
    PAID_ALREADY = "paid-already"
    NO_LONGER = "no-longer"
    NOT_LAST = "not-last"
    WHY_NEEDED = "why-needed"
    NOT_YOURS = "not-yours"


OF_MONEY = frozenset({Kind.WON, Kind.CONTRACTED, Kind.PAID})
IN_ORDER = tuple(Kind)
WITH_A_REASON = frozenset({Kind.REFUSED})
FOLLOWS: dict[State, tuple[Kind, ...]] = {
    State.FROZEN: (Kind.SUBMITTED,),
    State.SUBMITTED: (Kind.ADMITTED, Kind.REFUSED, Kind.WON, Kind.RESERVED, Kind.LOST),
    State.ADMITTED: (Kind.WON, Kind.RESERVED, Kind.LOST),
    State.RESERVED: (Kind.WON, Kind.LOST),
    State.REFUSED: (),
    State.LOST: (),
    State.WON: (Kind.CONTRACTED, Kind.PAID),
    State.CONTRACTED: (Kind.PAID,),
}


@dataclass(frozen=True)
class Said:
    """What somebody says happened. `on`: the day of it; `amount`: roubles, where there are any."""

    kind: Kind
    on: date
    amount: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True)
class Known:
    """What is known already. `since`, `until`: the days of the steps before and after, if any;
    sums: None where none is."""

    state: State = State.FROZEN
    since: date | None = None
    until: date | None = None
    awarded: Decimal | None = None
    contracted: Decimal | None = None
    paid: Decimal = Decimal()


def why_not_follow(state: State, kind: Kind) -> Refusal | None:
    """None when this may happen next, whatever the day and the sum."""
    if kind in FOLLOWS[state]:
        return None
    if state is State.FROZEN:
        return Refusal.NOT_SUBMITTED
    if state in (State.REFUSED, State.LOST):
        return Refusal.OVER
    return Refusal.NOT_WON if kind in (Kind.CONTRACTED, Kind.PAID) else Refusal.ALREADY


def why_not_record(known: Known, said: Said, today: date) -> Refusal | None:
    """None when the step may be written down; else the first reason against it."""
    return why_not_follow(known.state, said.kind) or why_not_say(known, said, today)


def why_not_say(known: Known, said: Said, today: date) -> Refusal | None:
    """None when day, reason and sum of a step agree with what is known besides it."""
    if said.on > today:
        return Refusal.IN_FUTURE
    if known.since and said.on < known.since:
        return Refusal.TOO_EARLY
    if known.until and said.on > known.until:
        return Refusal.TOO_LATE
    if said.kind in WITH_A_REASON and not said.reason.strip():
        return Refusal.REASON_NEEDED
    return _why_not_sum(known, said) if said.kind in OF_MONEY else None


def why_not_pay_again(
    said: Said, number: str, before: Iterable[tuple[Said, str]]
) -> Refusal | None:
    """A payment of the same day, sum and number is the one that was written down already."""
    for other, its_number in before:
        same = (said.on, said.amount) == (other.on, other.amount)
        if same and number.split() == its_number.split():
            return Refusal.PAID_ALREADY
    return None


def why_not_correct(*, is_current: bool, why: str) -> Refusal | None:
    """None when a step may be written anew; the reason for that is kept."""
    if not is_current:
        return Refusal.NO_LONGER
    return None if why.strip() else Refusal.WHY_NEEDED


def why_not_take_back(*, is_current: bool, is_last: bool, why: str) -> Refusal | None:
    """None when a step may be undone: the last one first, so that none hangs in the air."""
    if refusal := why_not_correct(is_current=is_current, why=why):
        return refusal
    return None if is_last else Refusal.NOT_LAST


def _why_not_sum(known: Known, said: Said) -> Refusal | None:
    """A contract is for at most what was won; payments together for at most the contract."""
    if said.amount is None or said.amount <= 0:
        return Refusal.SUM_NEEDED
    if said.kind is Kind.WON:
        committed = max(known.contracted or Decimal(), known.paid)
        return Refusal.BELOW_PAID if said.amount < committed else None
    if said.kind is Kind.CONTRACTED:
        if known.awarded is not None and said.amount > known.awarded:
            return Refusal.ABOVE_AWARD
        return Refusal.BELOW_PAID if said.amount < known.paid else None
    limit = known.contracted or known.awarded
    above = limit is not None and known.paid + said.amount > limit
    return Refusal.ABOVE_CONTRACT if above else None
