"""Homework of one person or one page: what is open, what presses, what waits for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from peremena.cohorts.models import Enrolment
from peremena.lessons.models import Handed, Task
from peremena.lessons.rules import Target
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.projects.models import Membership

from .homework import Standing, standing

SOON = timedelta(days=14)
LONG_AGO = date.min


@dataclass(frozen=True)
class Own:
    """Somebody's homework that is not accepted yet, the nearest day first."""

    standings: Sequence[Standing]
    today: date

    @property
    def next(self) -> Standing | None:
        """What to do now: what came back first, then what is due within two weeks or is late."""
        back = (one for one in self.standings if one.handed and one.may_hand_in)
        soon = (one for one in self.standings if not one.handed and self.presses(one.task))
        return next(back, None) or next(soon, None)

    @property
    def rest(self) -> list[Standing]:
        return [one for one in self.standings if one is not self.next]

    def presses(self, task: Task) -> bool:
        return task.due_on is not None and task.due_on <= self.today + SOON


def own(person: Person, today: date) -> Own:
    """Of everybody whose homework the person may hand in. Three queries."""
    found = standings(mine(person), Task.objects.filter(lesson__published_at__isnull=False), today)
    open_ones = [one for one in found if not one.is_accepted]
    return Own(sorted(open_ones, key=lambda one: (one.task.due_on or date.max, one.task.pk)), today)


def mine(person: Person) -> QuerySet[Enrolment]:
    """Where the person learns, or writes in the team."""
    teams = Membership.objects.writing().filter(person=person).values("project")
    learners = Enrolment.objects.sitting().filter(part="learner")
    return learners.filter(Q(person=person) | Q(project__in=teams))


def standings(
    enrolments: QuerySet[Enrolment], tasks: QuerySet[Task], today: date
) -> list[Standing]:
    """Every task of the cohorts with every enrolment there. Three queries, one where nobody is."""
    people = list(enrolments.select_related("person", "territory", "project").order_by("pk"))
    if not people:
        return []
    cohorts = {one.cohort_id for one in people}
    given = tasks.filter(lesson__module__cohort__in=cohorts).select_related("lesson__module")
    rows = Handed.objects.filter(task__in=given, enrolment__in=people)
    handed = {
        (one.task_id, one.enrolment_id): one for one in rows.select_related("by", "answered_by")
    }
    return [
        standing(task, one, handed.get((task.pk, one.pk)), today)
        for task in given
        for one in people
        if one.cohort_id == task.lesson.module.cohort_id
    ]


@dataclass(frozen=True)
class Here:
    """The homework that is written on a page. `own`: the reader's, who may hand it in;
    `to_answer`: what of others waits for the reader's word."""

    own: Sequence[Standing]
    to_answer: Sequence[Standing]


def here(
    person: Person, enrolments: QuerySet[Enrolment], target: Target, part: str, today: date
) -> Here:
    tasks = Task.objects.filter(target=target, part=part, lesson__published_at__isnull=False)
    learners = enrolments.sitting().filter(part="learner")  # type: ignore[attr-defined]
    found = standings(learners.select_related("cohort__programme"), tasks, today)
    if not found:
        return Here((), ())
    own_keys = set(
        mine(person).filter(pk__in=[one.enrolment.pk for one in found]).values_list("pk", flat=True)
    )
    centres = person.centres_with(Ability.RUN_COHORTS)
    return Here(
        own=[one for one in found if one.enrolment.pk in own_keys and not one.is_accepted],
        to_answer=[
            one
            for one in found
            if one.waits and one.enrolment.cohort.programme.centre_id in centres
        ],
    )
