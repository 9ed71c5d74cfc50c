"""The timetable as a page shows it: weeks of days, each on the clock of the reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils import timezone

from peremena.cohorts.models import Cohort
from peremena.lessons import rules
from peremena.lessons.models import Session
from peremena.mail.queries import wishes_of
from peremena.people.models import Person


@dataclass(frozen=True)
class Day:
    """A session. `own`: what the reader's clock shows when it begins, without a zone, so that pages
    do not turn it back; None where that is the same."""

    session: Session
    own: datetime | None

    @property
    def starts(self) -> datetime:
        return timezone.localtime(self.session.starts_at)

    @property
    def ends(self) -> datetime:
        return timezone.localtime(self.session.ends_at)


@dataclass(frozen=True)
class Week:
    monday: date
    days: Sequence[Day]


@dataclass(frozen=True)
class Timetable:
    """`ahead`: this week and later; `past`: before, the latest first. `next`: None when over."""

    ahead: Sequence[Week]
    past: Sequence[Week]
    next: Day | None


def timetable(cohort: Cohort, person: Person, now: datetime) -> Timetable:
    """Two queries."""
    sessions = Session.objects.filter(cohort=cohort).select_related("lesson")
    days = list(on_clock_of(person, sessions.order_by("starts_at", "pk")))
    this_week = rules.week_of(timezone.localdate(now))
    found = list(weeks(days))
    coming = (day for day in days if is_coming(day.session, now))
    return Timetable(
        ahead=[week for week in found if week.monday >= this_week],
        past=[week for week in reversed(found) if week.monday < this_week],
        next=next(coming, None),
    )


def is_coming(session: Session, now: datetime) -> bool:
    return session.cancelled_at is None and session.ends_at > now


def weeks(days: Iterable[Day]) -> Iterable[Week]:
    """In order of time, as the days are."""
    for monday, found in groupby(days, key=lambda day: rules.week_of(day.starts.date())):
        yield Week(monday, list(found))


def on_clock_of(person: Person, sessions: Iterable[Session]) -> Iterable[Day]:
    zone = ZoneInfo(wishes_of(person).zone)
    return [Day(session, own_time(session, zone)) for session in sessions]


def own_time(session: Session, zone: ZoneInfo) -> datetime | None:
    here, there = timezone.localtime(session.starts_at), session.starts_at.astimezone(zone)
    return None if here.utcoffset() == there.utcoffset() else there.replace(tzinfo=None)


def next_day(person: Person, ahead: Sequence[Session]) -> Day | None:
    """The first of the sessions that are ahead; one query, none where nothing is."""
    return next(iter(on_clock_of(person, ahead[:1])), None) if ahead else None
