"""What of the lessons somebody of a cohort lacks: homework that is late, days that were missed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from peremena.cohorts.models import Cohort, Enrolment
from peremena.lessons.models import Handed, Session, Sign, Task
from peremena.lessons.presence import Statement, is_there, what_of
from peremena.lessons.rules import HandedState, Presence, Way

LAST_DAYS = 5
DONE = (HandedState.HANDED_IN, HandedState.ACCEPTED)


def handed_in(cohort: Cohort) -> list[Handed]:
    """What waits for an answer or is accepted, the oldest first. One query."""
    rows = Handed.objects.filter(enrolment__cohort=cohort, state__in=DONE)
    return list(rows.select_related("task").order_by("at", "pk"))


def overdue(
    cohort: Cohort, people: Iterable[Enrolment], handed: Iterable[Handed], today: date
) -> Mapping[int, list[Task]]:
    """By the enrolment's pk, the oldest first. One query."""
    given = Task.objects.filter(lesson__module__cohort=cohort, due_on__lt=today)
    tasks = list(given.filter(lesson__published_at__isnull=False).order_by("due_on", "pk"))
    done = {(one.enrolment_id, one.task_id) for one in handed}
    return {one.pk: [task for task in tasks if (one.pk, task.pk) not in done] for one in people}


def waiting(handed: Iterable[Handed]) -> Mapping[int, list[Handed]]:
    """Homework that waits for the staff's answer, by the enrolment's pk."""
    found: dict[int, list[Handed]] = defaultdict(list)
    for one in handed:
        if one.state == HandedState.HANDED_IN:
            found[one.enrolment_id].append(one)
    return found


def missed(
    cohort: Cohort, people: Iterable[Enrolment], now: datetime
) -> Mapping[int, list[Session]]:
    """The last days on which somebody was not, until one on which they were or were excused; the
    latest first.

    Only days on which somebody was ticked off at all, be it a guest, and after the person had
    come. One query.
    """
    over = Session.objects.filter(cohort=cohort, cancelled_at=None, ends_at__lte=now)
    last = over.order_by("-starts_at", "-pk")[:LAST_DAYS].values("pk")
    signs = list(Sign.objects.filter(session__in=last).select_related("session"))
    told: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for sign in signs:
        if sign.enrolment_id:
            told[sign.session_id, sign.enrolment_id].append(
                Statement(Presence(sign.presence), Way(sign.way), sign.at, sign.key)
            )
    days = {sign.session for sign in signs}
    counted = sorted(days, key=lambda day: (day.starts_at, day.pk), reverse=True)
    found: dict[int, list[Session]] = defaultdict(list)
    for one in people:
        for day in counted:
            was = what_of(told.get((day.pk, one.pk), ()))
            if day.starts_at < one.enrolled_at or is_there(was) or was is Presence.EXCUSED:
                break
            found[one.pk].append(day)
    return found
