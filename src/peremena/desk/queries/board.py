"""The staff's board: twelve projects section by section, and who needs help today.

One computation for the whole cohort: as many queries for twelve as for one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from peremena.cohorts import queries as cohorts
from peremena.cohorts.models import Cohort, Enrolment
from peremena.cohorts.queries import Roll
from peremena.contests.models import Application
from peremena.people.models import Person
from peremena.projects import queries as projects
from peremena.projects.brief import Section

from . import due
from .due import Due
from .needs import Need, needs

SHOWN_DUES = 4


@dataclass(frozen=True)
class Choice:
    name: str
    url: str
    is_shown: bool


@dataclass(frozen=True)
class Board:
    """`cohort`: the one that is shown, None while there is none; `choices`: all, when several."""

    cohort: Cohort | None
    choices: Sequence[Choice]
    roll: Roll
    needs: Sequence[Need]
    dues: Sequence[Due]

    @property
    def titles(self) -> list[str]:
        """Of the sections, in the order of the squares."""
        return [projects.words_of(section).title for section in Section]


def board(person: Person, now: datetime, asked: str = "") -> Board:
    """`asked`: the number of a cohort as it stands in the address."""
    mine = Cohort.objects.run_by(person).order_by("-starts_on", "-pk")
    cohorts_of_centre, today = list(mine), timezone.localdate(now)
    cohort = chosen(cohorts_of_centre, asked, today)
    if cohort is None:
        return Board(None, (), Roll((), (), (), 0), (), ())
    lives = cohorts.lives(people_of(cohort), now)
    begun = [life.project.pk for life in lives if life.project]
    frozen = Application.objects.filter(project__in=begun).select_related("life")
    roll = cohorts.roll(cohort, lives)
    return Board(
        cohort=cohort,
        choices=choices(cohorts_of_centre, cohort),
        roll=roll,
        needs=needs(cohort, roll.learners, now),
        dues=due.nearest([cohort.pk], frozen.defer("brief", "record"), now)[:SHOWN_DUES],
    )


def choices(cohorts: Sequence[Cohort], shown: Cohort) -> list[Choice]:
    """Empty when there is nothing to choose."""
    page = reverse("desk:board")
    if len(cohorts) < 2:
        return []
    return [Choice(one.name, f"{page}?cohort={one.pk}", one.pk == shown.pk) for one in cohorts]


def people_of(cohort: Cohort) -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(cohort=cohort).order_by("territory__name", "pk")


def chosen(cohorts: Sequence[Cohort], asked: str, today: date) -> Cohort | None:
    """The one that was asked for, else the latest that has begun, else the nearest to begin."""
    by_number = {str(cohort.pk): cohort for cohort in cohorts}
    begun = (cohort for cohort in cohorts if cohort.starts_on <= today <= cohort.ends_on)
    return by_number.get(asked) or next(begun, None) or next(iter(cohorts), None)
