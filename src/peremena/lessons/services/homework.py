"""Homework: given, handed in by a team once, answered by a curator."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from peremena.cohorts.models import Enrolment
from peremena.drafts import services as drafts
from peremena.journal.services import record
from peremena.lessons import letters, rules
from peremena.lessons.models import Handed, Lesson, Task
from peremena.lessons.queries import homework as queries
from peremena.lessons.rules import HandedState, Refusal
from peremena.people.models import Person

from .demands import demand


@dataclass(frozen=True)
class Given:
    """A task as somebody typed it."""

    title: str
    target: str
    part: str = ""
    amount: int | None = None
    text: str = ""
    due_on: date | None = None


@transaction.atomic
def give(lesson: Lesson, given: Given, *, by: Person) -> Task:
    task = Task.objects.create(lesson=lesson, **vars(given))
    record(by, "lessons.task.given", lesson, due_on=given.due_on)
    return task


@transaction.atomic
def change(task: Task, given: Given, *, by: Person) -> None:
    """What has been handed in stays as it was; its target cannot be another one then."""
    same = (task.target, task.part) == (given.target, given.part)
    demand(None if same or not task.handed.exists() else Refusal.HANDED_IN_HERE)
    for name, value in vars(given).items():
        setattr(task, name, value)
    task.save()
    record(by, "lessons.task.changed", task.lesson, due_on=given.due_on)


@transaction.atomic
def hand_in(task: Task, enrolment: Enrolment, *, by: Person, now: datetime) -> Handed:
    """What is written now is frozen. A second press, or a second person, is refused."""
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    before = Handed.objects.filter(task=task, enrolment=enrolment).first()
    written = queries.written(task, enrolment)
    state = HandedState(before.state) if before else None
    demand(
        rules.why_not_hand_in(
            has_target=written is not None, is_empty=not written or written.is_empty, state=state
        )
    )
    handed = before or Handed(task=task, enrolment=enrolment)
    freeze(handed, written)
    handed.state, handed.by, handed.at = HandedState.HANDED_IN.value, by, now
    handed.save()
    record(by, "lessons.homework.handed-in", enrolment, task=task.pk)
    letters.handed_in(handed, now=now)
    letters.to_curators(handed, now=now)
    return handed


def freeze(handed: Handed, written: queries.Written | None) -> None:
    draft = written.draft if written else None
    handed.draft, handed.version = draft, draft.version if draft else None
    handed.copy = None if draft or not written else written.copy
    if draft:
        drafts.pin(draft.revisions.filter(version=draft.version))


@transaction.atomic
def answer(handed: Handed, *, accepts: bool, words: str, by: Person, now: datetime) -> None:
    rows = Handed.objects.select_for_update(of=("self",)).select_related("task", "enrolment")
    handed.refresh_from_db(from_queryset=rows)
    demand(rules.why_not_answer(HandedState(handed.state), accepts=accepts, words=words))
    state = HandedState.ACCEPTED if accepts else HandedState.RETURNED
    handed.state, handed.words = state.value, words.strip()
    handed.answered_by, handed.answered_at = by, now
    handed.answers = [*handed.answers, told(handed, by, now)]
    handed.save()
    record(by, f"lessons.homework.{state}", handed.enrolment, task=handed.task_id)
    letters.answered(handed, now=now)


def told(handed: Handed, by: Person, now: datetime) -> dict[str, Any]:
    return {
        "at": timezone.localtime(now).isoformat(),
        "by": by.pk,
        "state": handed.state,
        "words": handed.words,
        "version": handed.version,
    }
