"""What the pages of lessons need."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from peremena.cohorts.models import Cohort
from peremena.lessons import words
from peremena.lessons.models import Lesson, Material, Module, Task
from peremena.lessons.rules import CasePart
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.projects.cases import Card

PAPER_BYTES = 30_000
"""About what the text of a lesson weighs as a PDF: most of it are the letters of the font."""


@dataclass(frozen=True)
class Told:
    """A part of a case in words of one's own: “What was wrong”, and what."""

    label: str
    text: str


@dataclass(frozen=True)
class LessonPage:
    """`runs`: of the staff, who may change it. `before`, `after`: neighbours that are open."""

    lesson: Lesson
    runs: bool
    card: Card | None
    told: Sequence[Told]
    materials: Sequence[Material]
    tasks: Sequence[Task]
    before: Lesson | None
    after: Lesson | None

    @property
    def minutes(self) -> int:
        """To read the text and the case, at 800 characters a minute."""
        told = sum(len(one.text) for one in self.told)
        return max(1, round((len(self.lesson.text) + told) / 800))

    @property
    def pack_bytes(self) -> int:
        """About what the catch-up pack weighs."""
        return PAPER_BYTES + sum(one.bytes or 0 for one in self.materials)


def runs(person: Person, cohort: Cohort) -> bool:
    return cohort.programme.centre_id in person.centres_with(Ability.RUN_COHORTS)


@dataclass(frozen=True)
class Shelf:
    """A module with the lessons of it that the reader may see."""

    module: Module
    lessons: Sequence[Lesson]


def shelves(cohort: Cohort, person: Person) -> list[Shelf]:
    """In order; two queries. Modules without a lesson are for staff only."""
    lessons: dict[int, list[Lesson]] = defaultdict(list)
    seen = Lesson.objects.visible_to(person).filter(module__cohort=cohort)
    for lesson in seen.order_by("place", "pk"):
        lessons[lesson.module_id].append(lesson)
    found = [Shelf(one, lessons[one.pk]) for one in cohort.modules.order_by("place", "pk")]
    return found if runs(person, cohort) else [one for one in found if one.lessons]


def lesson_page(lesson: Lesson, person: Person) -> LessonPage:
    cohort = lesson.module.cohort
    order = [one for shelf in shelves(cohort, person) for one in shelf.lessons]
    place = [one.pk for one in order].index(lesson.pk)
    return LessonPage(
        lesson=lesson,
        runs=runs(person, cohort),
        card=lesson.card,
        told=told(lesson),
        materials=list(lesson.materials.order_by("place", "pk")),
        tasks=list(lesson.tasks.order_by("due_on", "pk")),
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )


def told(lesson: Lesson) -> list[Told]:
    parts = [(part, lesson.told.get(part, "")) for part in CasePart]
    return [Told(str(words.CASE_PARTS[part]), text) for part, text in parts if text]


def sources(cohort: Cohort, person: Person) -> QuerySet[Cohort]:
    """Other cohorts whose lessons may be taken over."""
    others = Cohort.objects.run_by(person).exclude(pk=cohort.pk)
    return others.filter(modules__lessons__isnull=False).distinct().order_by("-starts_on", "-pk")
