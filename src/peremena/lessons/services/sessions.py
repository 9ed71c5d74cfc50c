"""Days of the timetable: made in one go, moved, cancelled; the calendar of one's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from peremena.cohorts.models import Cohort
from peremena.journal.services import record
from peremena.lessons import letters, rules
from peremena.lessons.models import FeedKey, Lesson, Session
from peremena.lessons.rules import Refusal
from peremena.people.models import Person

from .demands import demand


@dataclass(frozen=True)
class Plan:
    """What somebody typed of a session, but for its day. Times are those of the centre's clock."""

    title: str
    starts: time
    ends: time
    kind: str = "lesson"
    lesson: Lesson | None = None
    place: str = ""
    link: str = ""
    note: str = ""

    def times(self, day: date) -> tuple[datetime, datetime]:
        zone = timezone.get_default_timezone()
        starts, ends = (datetime.combine(day, at, zone) for at in (self.starts, self.ends))
        return starts, ends


@transaction.atomic
def add(
    cohort: Cohort,
    plan: Plan,
    days: Sequence[date],
    *,
    new_uid: Callable[[], str],
    by: Person,
    now: datetime,
) -> list[Session]:
    """A session on each of the days; everybody gets one letter about all that are ahead.

    What stands there already under the same name and hour, as after a second press, is left out.
    """
    demand(None if days else Refusal.NO_DAYS)
    days = missing(cohort, plan, days)
    demand(None if days else Refusal.THERE_ALREADY)
    series = new_uid()[:36] if len(days) > 1 else ""
    made = [
        session_on(day, cohort, plan, uid=f"{new_uid()}@peremena", series=series, now=now)
        for day in days
    ]
    Session.objects.bulk_create(made)
    record(by, "lessons.sessions.made", cohort, sessions=len(made), first=days[0])
    if ahead := [one for one in made if one.ends_at > now]:
        letters.made(cohort, ahead, now=now)
    return made


def missing(cohort: Cohort, plan: Plan, days: Sequence[date]) -> list[date]:
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    same = Session.objects.filter(cohort=cohort, title=plan.title, cancelled_at=None)
    there = set(same.values_list("starts_at", flat=True))
    return [day for day in days if plan.times(day)[0] not in there]


def session_on(
    day: date, cohort: Cohort, plan: Plan, *, uid: str, series: str, now: datetime
) -> Session:
    starts, ends = plan.times(day)
    return Session(
        cohort=cohort,
        lesson=plan.lesson,
        kind=plan.kind,
        title=plan.title,
        starts_at=starts,
        ends_at=ends,
        place=plan.place,
        link=plan.link,
        note=plan.note,
        series=series,
        uid=uid,
        changed_at=now,
    )


@transaction.atomic
def change(session: Session, plan: Plan, day: date, *, by: Person, now: datetime) -> None:
    """Everybody is told when day, hour or place are others; calendars learn of anything."""
    lock(session)
    before, stood = letters.line(session), where_and_when(session)
    session.starts_at, session.ends_at = plan.times(day)
    for name in ("kind", "title", "place", "link", "note"):
        setattr(session, name, getattr(plan, name))
    session.lesson = plan.lesson
    session.sequence, session.changed_at = session.sequence + 1, now
    session.save()
    record(by, "lessons.session.changed", session, starts_at=session.starts_at)
    if where_and_when(session) != stood and session.ends_at > now:
        letters.moved(session, before, now=now)


@transaction.atomic
def cancel(session: Session, *, why: str, by: Person, now: datetime) -> None:
    """It stays in the timetable, crossed out, and in calendars as cancelled."""
    lock(session)
    session.cancelled_at, session.why_cancelled = now, why.strip()
    session.sequence, session.changed_at = session.sequence + 1, now
    session.save(update_fields=["cancelled_at", "why_cancelled", "sequence", "changed_at"])
    record(by, "lessons.session.cancelled", session)
    if session.ends_at > now:
        letters.cancelled(session, now=now)


def lock(session: Session) -> None:
    rows = Session.objects.select_for_update(of=("self",)).select_related("cohort")
    session.refresh_from_db(from_queryset=rows)
    demand(rules.why_not_change(is_cancelled=session.cancelled_at is not None))


def where_and_when(session: Session) -> tuple[datetime, datetime, str, str]:
    return session.starts_at, session.ends_at, session.place, session.link


@transaction.atomic
def open_calendar(person: Person, *, new_key: Callable[[], str], now: datetime) -> FeedKey:
    """A secret address; the former one, if any, is shut."""
    defaults = {"key": new_key(), "made_at": now}
    found, _made = FeedKey.objects.update_or_create(person=person, defaults=defaults)
    record(person, "lessons.calendar.opened", person)
    return found


@transaction.atomic
def shut_calendar(person: Person) -> None:
    gone, _each = FeedKey.objects.filter(person=person).delete()
    if gone:
        record(person, "lessons.calendar.shut", person)
