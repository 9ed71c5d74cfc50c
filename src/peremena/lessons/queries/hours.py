"""How many academic hours everybody of a cohort has been there."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from peremena.cohorts.models import Cohort
from peremena.lessons import rules
from peremena.lessons.models import Session, Sign
from peremena.lessons.presence import Statement, is_there, what_of
from peremena.lessons.rules import Presence, Way


def hours_of(cohort: Cohort, now: datetime) -> Mapping[int, Decimal]:
    """By the enrolment's pk; days that are over and were not cancelled. Two queries."""
    days = Session.objects.filter(cohort=cohort, cancelled_at=None, ends_at__lte=now)
    lengths = {
        pk: Decimal(str(rules.hours(starts, ends)))
        for pk, starts, ends in days.values_list("pk", "starts_at", "ends_at")
    }
    found: dict[int, Decimal] = defaultdict(Decimal)
    for (session, enrolment), told in statements(list(lengths)).items():
        if enrolment and is_there(what_of(told)):
            found[enrolment] += lengths[session]
    return found


def statements(sessions: list[int]) -> Mapping[tuple[int, int], list[Statement]]:
    """By session and enrolment; 0 for all who are of a team only. One query."""
    found: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    signs = Sign.objects.filter(session__in=sessions)
    rows = signs.values_list("session", "enrolment", "presence", "way", "at", "key")
    for session, enrolment, presence, way, at, key in rows:
        statement = Statement(Presence(presence), Way(way), at, key)
        found[session, enrolment or 0].append(statement)
    return found
