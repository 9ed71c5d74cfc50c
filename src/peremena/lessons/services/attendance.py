"""Who was there: said by staff on several phones, by people themselves, on paper, by a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peremena.journal.services import record
from peremena.lessons import rules
from peremena.lessons.models import Session, Sign
from peremena.lessons.queries import roll
from peremena.lessons.rules import Presence, Way
from peremena.people.models import Person

from .demands import demand


@dataclass(frozen=True)
class Told:
    """`who`: a key of the roll; `at`: when it was ticked; `key`: its own, to be sent twice."""

    who: str
    presence: Presence
    at: datetime
    key: str


@transaction.atomic
def note(session: Session, told: Sequence[Told], *, way: Way, by: Person, now: datetime) -> int:
    """The same whatever is sent twice, late or in another order. How many stand otherwise now.

    What is told of somebody who never was of the cohort is left out, so that the rest arrives.
    """
    demand(rules.why_not_note(session.starts_at, now))
    known = roll.known_keys(session.cohort)
    before = roll.standing(session)
    signs = [sign(session, one, way, by, now) for one in told if one.who in known]
    Sign.objects.bulk_create(signs, ignore_conflicts=True)
    after = roll.standing(session) if signs else before
    changed = {who: one for who, one in after.items() if before.get(who) is not one}
    if changed:
        record(by, "lessons.attendance.noted", session, number=len(changed), way=way)
    for who in sorted(changed.keys() & before.keys()):
        record(by, "lessons.attendance.corrected", session,
               who=who, was=before[who], now=changed[who])  # fmt: skip
    return len(changed)


def sign(session: Session, told: Told, way: Way, by: Person, now: datetime) -> Sign:
    """A phone whose clock runs ahead counts as now."""
    number = int(told.who[1:])
    return Sign(
        session=session,
        enrolment_id=number if told.who.startswith("e") else None,
        guest_id=number if told.who.startswith("g") else None,
        presence=told.presence,
        way=way,
        key=told.key[:64],
        at=min(told.at, now),
        by=by,
        received_at=now,
    )


@transaction.atomic
def mark_oneself(session: Session, who: str, *, way: Way, by: Person, now: datetime) -> bool:
    """By the code on the wall. False: it had been said before, and nothing changes.

    `by`: the person; for somebody who has only given a name, whose name it is."""
    told = Told(who, Presence.PRESENT, now, f"{way}-{who}")
    made, is_new = Sign.objects.get_or_create(
        session=session, key=told.key, defaults=values(sign(session, told, way, by, now))
    )
    if is_new:
        actor = by if way is Way.CODE else None
        record(actor, "lessons.attendance.self-marked", session, who=who, way=made.way)
    return is_new


def values(one: Sign) -> dict[str, object]:
    names = ("enrolment_id", "guest_id", "presence", "way", "at", "by", "received_at")
    return {name: getattr(one, name) for name in names}
