"""What has to be done by a day: deadlines of a cohort, and windows of the contests chosen."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language

from peremena.cohorts.models import Deadline
from peremena.contests import catalogue
from peremena.contests import words as contest_words
from peremena.contests.models import Application
from peremena.contests.queries import life_of
from peremena.contests.records import Contest, Window
from peremena.contests.rules import State
from peremena.desk import words
from peremena.kit import typography


@dataclass(frozen=True)
class Due:
    """`day`: the last on which it can be done in peace; `here`: when that ends on our clock.

    `there`: the same moment as the contest writes it, where its clock is another one.
    """

    title: str
    day: date
    days: int
    url: str = ""
    here: datetime | None = None
    there: str = ""
    zone: str | Promise = ""

    @property
    def left(self) -> str:
        return words.days_left(self.days)

    @property
    def tone(self) -> str:
        """Brick in the last three days, wheat in the last ten."""
        return "late" if self.days <= 3 else "soon" if self.days <= 10 else "plain"


def nearest(
    cohorts: Iterable[int],
    applications: Iterable[Application],
    now: datetime,
    *,
    done: Collection[str] = (),
) -> list[Due]:
    """The nearest first; what is over or `done` is left out. One query, none for contests."""
    today = timezone.localdate(now)
    set_days = Deadline.objects.filter(cohort__in=list(cohorts), due_on__gte=today)
    set_days = set_days.exclude(about__in=done)
    dues = [Due(one.title, one.due_on, (one.due_on - today).days) for one in set_days]
    dues += [due for one in chosen(applications) if (due := of_contest(one, today))]
    return sorted(dues, key=lambda due: (due.day, due.title))


def chosen(applications: Iterable[Application]) -> list[Contest]:
    """Contests for which something was frozen and has not been sent yet."""
    known = {contest.id: contest for contest in catalogue.records()}
    waiting = {one.contest for one in applications if state(one) == State.FROZEN}
    return [known[name] for name in sorted(waiting & known.keys())]


def state(application: Application) -> State:
    return life_of(application).current


def of_contest(contest: Contest, today: date) -> Due | None:
    window = contest.window(today)
    if window is None or window.closes is None:
        return None
    title = contest.short.spoken(get_language() or "ru")
    url = reverse("contests:contest", args=[contest.id])
    days = (window.closes - today).days
    return Due(title, window.closes, days, url, *moments(window))


def moments(window: Window) -> tuple[datetime | None, str, str | Promise]:
    """Our time, the contest's time and the name of its clock; the last two where they differ."""
    if not window.deadline or not window.zone:
        return None, "", ""
    here = timezone.localtime(window.deadline)
    if here.utcoffset() == window.deadline.utcoffset():
        return here, "", ""
    zone = contest_words.ZONES.get(window.zone, window.zone)
    return here, typography.moment(window.deadline), zone
