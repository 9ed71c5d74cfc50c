"""Days that are over: who was there, who missed them, how many hours that makes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.utils import timezone

from peremena.cohorts.models import Cohort, Enrolment
from peremena.lessons import rules
from peremena.lessons.models import Session, Sign
from peremena.lessons.presence import Statement, is_there, what_of
from peremena.lessons.rules import Presence, Way
from peremena.people.models import Person

from .hours import statements


@dataclass(frozen=True)
class Day:
    """`presence`: None when nobody has said anything of the person. `is_noted`: somebody was noted
    that day, so whoever was not is missing; not before the person was enrolled."""

    session: Session
    presence: Presence | None
    is_noted: bool

    @property
    def on(self) -> date:
        return timezone.localdate(self.session.starts_at)

    @property
    def is_there(self) -> bool:
        return is_there(self.presence)

    @property
    def is_missed(self) -> bool:
        return self.is_noted and not self.is_there

    @property
    def hours(self) -> Decimal:
        return Decimal(str(rules.hours(self.session.starts_at, self.session.ends_at)))


@dataclass(frozen=True)
class Own:
    """A person's days, the latest first."""

    days: Sequence[Day]

    @property
    def hours(self) -> Decimal:
        return sum((one.hours for one in self.days if one.is_there), Decimal())

    @property
    def of_hours(self) -> Decimal:
        return sum((one.hours for one in self.days if one.is_there or one.is_missed), Decimal())

    @property
    def missed(self) -> list[Day]:
        return [one for one in self.days if one.is_missed]


@dataclass(frozen=True)
class Line:
    enrolment: Enrolment
    own: Own


@dataclass(frozen=True)
class Held:
    """`there`: how many of those who learn."""

    session: Session
    on: date
    there: int


@dataclass(frozen=True)
class Register:
    """`days`: the latest first."""

    days: Sequence[Held]
    lines: Sequence[Line]


def over(cohort: Cohort, now: datetime) -> list[Session]:
    """Days that took place, the latest first. One query."""
    days = Session.objects.filter(cohort=cohort, cancelled_at=None, ends_at__lte=now)
    return list(days.select_related("lesson").order_by("-starts_at", "-pk"))


@dataclass(frozen=True)
class Around:
    """`ahead`: days that are not over, the nearest first."""

    own: Own
    ahead: Sequence[Session]


def own(
    person: Person, enrolments: Sequence[Enrolment], cohorts: Sequence[int], now: datetime
) -> Own:
    """Of a learner by the enrolments, or of one of a team."""
    days = days_of(person, enrolments, cohorts)
    return Own([one for one in days if one.session.ends_at <= now])


def around(
    person: Person, enrolments: Sequence[Enrolment], cohorts: Collection[int], now: datetime
) -> Around:
    """What is over in the cohorts of the enrolments, what is ahead in any. One query."""
    days = days_of(person, enrolments, cohorts)
    mine = {one.cohort_id for one in enrolments}
    over = [one for one in days if one.session.ends_at <= now and one.session.cohort_id in mine]
    ahead = [one.session for one in reversed(days) if one.session.ends_at > now]
    return Around(Own(over), ahead)


def days_of(person: Person, enrolments: Sequence[Enrolment], cohorts: Collection[int]) -> list[Day]:
    """All that were not cancelled, the latest first. One query: a row for each statement."""
    is_mine = Q(signs__enrolment__in=[one.pk for one in enrolments]) | Q(signs__guest=person)
    rows = (
        Session.objects.filter(cohort__in=cohorts, cancelled_at=None)
        .select_related("lesson", "cohort")
        .defer("lesson__text", "lesson__told")
        .annotate(
            is_noted=Exists(Sign.objects.filter(session=OuterRef("pk"))),
            mine=FilteredRelation("signs", condition=is_mine),
            **{name: F(f"mine__{name}") for name in ("presence", "way", "at", "key")},
        )
        .order_by("-starts_at", "-pk")
    )
    since = min((one.enrolled_at for one in enrolments), default=None)
    days = groupby(rows, key=lambda one: one.pk)
    return [day_of(list(found), since) for _pk, found in days]


def day_of(rows: Sequence[Any], since: datetime | None) -> Day:
    """Out of the same session as often as there are statements, or once where there is none."""
    told = [
        Statement(Presence(one.presence), Way(one.way), one.at, one.key)
        for one in rows
        if one.presence
    ]
    is_before = since is not None and rows[0].starts_at < since
    return Day(rows[0], what_of(told), rows[0].is_noted and not is_before)


def register(cohort: Cohort, now: datetime) -> Register:
    """Of those who learn. Three queries."""
    days = over(cohort, now)
    told = statements([one.pk for one in days])
    noted = {session for session, _enrolment in told}
    known = {key: what_of(one) for key, one in told.items()}
    learners = cohort.enrolments.sitting().filter(part="learner")
    people = learners.select_related("person", "territory")

    def seen(day: Session, one: Enrolment) -> Day:
        is_noted = day.pk in noted and day.starts_at >= one.enrolled_at
        return Day(day, known.get((day.pk, one.pk)), is_noted)

    lines = [
        Line(one, Own([seen(day, one) for day in days]))
        for one in people.order_by("person__surname", "person__name", "pk")
    ]
    held = [
        Held(
            day, timezone.localdate(day.starts_at), sum(one.own.days[at].is_there for one in lines)
        )
        for at, day in enumerate(days)
    ]
    return Register(held, lines)
