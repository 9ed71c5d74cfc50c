"""Homework: what a team has written for a task, what was frozen, where everybody is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import Promise

from peremena.cohorts.models import Cohort, Enrolment
from peremena.drafts.models import Draft
from peremena.lessons import rules, words
from peremena.lessons.models import Handed, Task
from peremena.lessons.rules import HandedState, Target
from peremena.people.models import Person
from peremena.places.models import PassportBlock, Resource
from peremena.projects.models import Membership
from peremena.projects.models import Section as Page


@dataclass(frozen=True)
class Written:
    """`draft`: None for resources, which are copied by name."""

    draft: Draft | None
    copy: Sequence[str]
    is_empty: bool


@dataclass(frozen=True)
class Standing:
    """One team and one task. `handed`: None as long as nothing was; `url`: where it is written."""

    task: Task
    enrolment: Enrolment
    handed: Handed | None
    is_overdue: bool
    url: str

    @property
    def state(self) -> str | Promise:
        if self.handed:
            return words.HANDED_STATES[HandedState(self.handed.state)]
        return words.OVERDUE if self.is_overdue else words.NOT_HANDED_IN

    @property
    def tone(self) -> str:
        if self.handed:
            return words.HANDED_TONES[HandedState(self.handed.state)]
        return "late" if self.is_overdue else "plain"

    @property
    def notice(self) -> str:
        return "warning" if self.tone == "late" else "success" if self.waits else "info"

    @property
    def may_hand_in(self) -> bool:
        return self.handed is None or self.is_back

    @property
    def is_back(self) -> bool:
        return self.handed is not None and self.handed.state == HandedState.RETURNED

    @property
    def waits(self) -> bool:
        """For the curator's word."""
        return self.handed is not None and self.handed.state == HandedState.HANDED_IN

    @property
    def is_accepted(self) -> bool:
        return self.handed is not None and self.handed.state == HandedState.ACCEPTED


def written(task: Task, enrolment: Enrolment) -> Written | None:
    """What stands there now; None where there is no project or page yet."""
    if task.target == Target.RESOURCES:
        found = Resource.objects.filter(territory=enrolment.territory_id, removed_at=None)
        names = list(found.order_by("pk").values_list("title", flat=True))
        return Written(None, names, len(names) < (task.amount or 1))
    page = page_of(task, enrolment)
    if page is None:
        return None
    return Written(page.draft, (), not any(said(page.draft.content)))


def page_of(task: Task, enrolment: Enrolment) -> Page | PassportBlock | None:
    if task.target == Target.SECTION:
        pages = Page.objects.filter(project=enrolment.project_id or 0, name=task.part)
        return pages.select_related("draft").first()
    blocks = PassportBlock.objects.filter(territory=enrolment.territory_id, name=task.part)
    return blocks.select_related("draft").first()


def said(value: Any) -> list[str]:
    """The words inside, without ids and marks of rows."""
    if isinstance(value, Mapping):
        return [text for key, one in value.items() if key != "id" for text in said(one)]
    if isinstance(value, list):
        return [text for one in value for text in said(one)]
    return [str(value)] if value not in (None, "", False) else []


def where(task: Task, enrolment: Enrolment) -> str:
    """The page on which it is written: nothing is typed twice."""
    if task.target == Target.RESOURCES:
        return reverse("places:resources", args=[enrolment.territory_id])
    if task.target == Target.BLOCK:
        return reverse("places:block", args=[enrolment.territory_id, task.part])
    if enrolment.project_id is None:
        return reverse("projects:begin")
    return reverse("projects:section", args=[enrolment.project_id, task.part])


def own(task: Task, person: Person, today: date) -> list[Standing]:
    """Where the person hands in: as learner, or in the team of one."""
    teams = Membership.objects.writing().filter(person=person).values("project")
    mine = Enrolment.objects.filter(cohort=task.lesson.module.cohort, part="learner").sitting()
    found = mine.filter(person=person) | mine.filter(project__in=teams)
    return standings(task, found.order_by("pk").distinct(), today)


def given(tasks: Sequence[Task], person: Person) -> list[tuple[Task, Handed | None]]:
    """Each with what the person, or the team, has handed in of it. One query."""
    teams = Membership.objects.current().filter(person=person).values("project")
    own = Q(enrolment__person=person) | Q(enrolment__project__in=teams)
    rows = Handed.objects.filter(own, task__in=tasks).order_by("at")
    handed = {one.task_id: one for one in rows}
    return [(task, handed.get(task.pk)) for task in tasks]


def standings(task: Task, enrolments: Any, today: date) -> list[Standing]:
    """Two queries."""
    handed = {one.enrolment_id: one for one in task.handed.select_related("by", "answered_by")}
    people = enrolments.select_related("person", "territory", "project")
    return [standing(task, one, handed.get(one.pk), today) for one in people]


def standing(task: Task, enrolment: Enrolment, handed: Handed | None, today: date) -> Standing:
    state = HandedState(handed.state) if handed else None
    late = rules.is_overdue(task.due_on, today, state)
    return Standing(task, enrolment, handed, late, where(task, enrolment))


@dataclass(frozen=True)
class OfTask:
    task: Task
    standings: Sequence[Standing]

    @property
    def tally(self) -> list[tuple[str, str]]:
        """“accepted: 6” and its colour, the most first."""
        found = Counter((one.state, one.tone) for one in self.standings)
        return [(f"{state}: {number}", tone) for (state, tone), number in found.most_common()]


def of_cohort(cohort: Cohort, today: date) -> list[OfTask]:
    """Every task with everybody who learns, the latest first; three queries."""
    tasks = Task.objects.filter(lesson__module__cohort=cohort).select_related("lesson")
    learners = cohort.enrolments.sitting().filter(part="learner")
    people = list(learners.select_related("person", "territory", "project").order_by("pk"))
    rows = Handed.objects.filter(task__in=tasks)
    handed = {(one.task_id, one.enrolment_id): one for one in rows}
    return [
        OfTask(task, [standing(task, one, handed.get((task.pk, one.pk)), today) for one in people])
        for task in tasks.order_by(F("due_on").desc(nulls_first=True), "-pk")
    ]


def waiting(tasks: Iterable[OfTask]) -> list[Standing]:
    """What was handed in and has no answer yet, the oldest first."""
    found = [one for of_task in tasks for one in of_task.standings if one.waits]
    return sorted(found, key=lambda one: (one.handed.at, one.handed.pk) if one.handed else ())
