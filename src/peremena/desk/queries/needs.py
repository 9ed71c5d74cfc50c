"""Who needs help today, and why: reasons in words, never a score.

One computation for the whole cohort: as many queries for twelve as for one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from peremena.cohorts.models import Cohort, Gate, PlanStep
from peremena.cohorts.queries import Life
from peremena.cohorts.queries.gates import at_gate, steps_of
from peremena.cohorts.rules import Status
from peremena.cohorts.templatetags.cohorts import lack_word
from peremena.desk import words
from peremena.kit import typography
from peremena.lessons.models import Handed, Session, Task
from peremena.lessons.queries import troubles

from .gates import applications

GATE_IS_NEAR = timedelta(days=10)
TIME_TO_BEGIN = timedelta(days=14)


@dataclass(frozen=True)
class Reason:
    """`word`: on the badge; `text`: what exactly, with `url` to look at it. `is_answer`: our answer
    helps, not a call."""

    word: str
    tone: str = "late"
    text: str = ""
    url: str = ""
    is_answer: bool = False


@dataclass(frozen=True)
class Near:
    """A gate whose day is near: what a learner lacks there. `days`: until its day."""

    gate: Gate
    days: int
    lacks: Sequence[str]


@dataclass(frozen=True)
class Troubles:
    """What is known of one learner. `call_on`: an agreed call that is due."""

    call_on: date | None = None
    overdue: Sequence[PlanStep] = ()
    homework: Sequence[Task] = ()
    missed: Sequence[Session] = ()
    handed: Sequence[Handed] = ()
    near: Near | None = None
    is_late_to_begin: bool = False


@dataclass(frozen=True)
class Need:
    """Somebody to help today. `waits`: open questions; `rings`: a call helps, else an answer."""

    life: Life
    troubles: Troubles
    reasons: Sequence[Reason]

    @property
    def call_on(self) -> date | None:
        return self.troubles.call_on

    @property
    def is_silent(self) -> bool:
        return self.life.is_silent

    @property
    def waits(self) -> int:
        return self.life.waits_for_school

    @property
    def rings(self) -> bool:
        return not all(reason.is_answer for reason in self.reasons)

    @property
    def answer_url(self) -> str:
        return next((one.url for one in self.reasons if one.is_answer), "")

    @property
    def order(self) -> tuple[bool, bool, int, int]:
        """Agreed calls first, then the longest silence, then who has most reasons."""
        silent = self.life.silent if self.is_silent else 0
        return (self.call_on is None, not self.rings, -silent, -len(self.reasons))


def needs(cohort: Cohort, lives: Sequence[Life], now: datetime) -> list[Need]:
    """Those with a reason at least. Thirteen queries at most."""
    known = troubles_of(cohort, lives, now)
    told = ((life, known[life.enrolment.pk]) for life in lives)
    found = (Need(life, one, tuple(reasons(life, one))) for life, one in told)
    return sorted((need for need in found if need.reasons), key=lambda need: need.order)


def troubles_of(cohort: Cohort, lives: Sequence[Life], now: datetime) -> Mapping[int, Troubles]:
    """By the enrolment's pk. Of those on a pause or with a certificate only agreed calls and
    steps of their plan count."""
    today = timezone.localdate(now)
    learning = [life for life in lives if life.enrolment.status == Status.LEARNING]
    people = [life.enrolment for life in learning]
    handed_in, missed = troubles.handed_in(cohort), troubles.missed(cohort, people, now)
    homework = troubles.overdue(cohort, people, handed_in, today)
    steps, near = steps_of(lives), near_gate(cohort, learning, today)
    handed = troubles.waiting(handed_in)
    begun = cohort.starts_on + TIME_TO_BEGIN <= today
    return {
        (pk := life.enrolment.pk): Troubles(
            call_on=due_call(life, today),
            overdue=[one for one in steps.get(pk, ()) if one.due_on < today],
            homework=homework.get(pk, ()),
            missed=unspoken(life, missed.get(pk, ())),
            handed=handed.get(pk, ()),
            near=near.get(pk),
            is_late_to_begin=begun and life in learning and life.project is None,
        )
        for life in lives
    }


def unspoken(life: Life, missed: Sequence[Session]) -> Sequence[Session]:
    """Nothing once somebody has reached them after the latest of the days."""
    talks = [note.at for note in life.enrolment.notes.all() if note.has_answered]
    return () if missed and talks and max(talks) > missed[0].ends_at else missed


def due_call(life: Life, today: date) -> date | None:
    call = life.next_call
    return call.next_on if call and call.next_on and call.next_on <= today else None


def near_gate(cohort: Cohort, lives: Sequence[Life], today: date) -> Mapping[int, Near]:
    """Of the nearest gate ahead, once its day is near: who still lacks something."""
    gate = cohort.gates.filter(due_on__gte=today).order_by("due_on", "number").first()
    if gate is None or gate.due_on > today + GATE_IS_NEAR:
        return {}
    made = applications([life.project for life in lives if life.project])
    days = (gate.due_on - today).days
    return {
        one.life.enrolment.pk: Near(gate, days, [lack_word(lack) for lack in one.lacks])
        for one in at_gate(gate, lives, made)
        if one.lacks and not one.passed
    }


def reasons(life: Life, troubles: Troubles) -> Iterator[Reason]:
    """In the order in which they press."""
    if troubles.call_on:
        yield Reason(words.call_on(troubles.call_on), "soon")
    if life.is_silent:
        yield Reason(words.silent_for(life.silent))
    for step in troubles.overdue:
        yield Reason(str(words.STEP_OVERDUE), text=f"{step.text}, {typography.day(step.due_on)}")
    yield from of_lessons(life, troubles)
    if troubles.near:
        yield at_the_gate(life, troubles.near)
    elif troubles.is_late_to_begin:
        yield Reason(str(words.NO_PROJECT), "soon")
    if life.waits_for_school and life.project:
        word, url = words.waits_for_us(life.waits_for_school), life.project.get_absolute_url()
        yield Reason(word, "soon", str(life.project), url, is_answer=True)
    for one in troubles.handed:
        word, url = str(words.HOMEWORK_WAITS), one.get_absolute_url()
        yield Reason(word, "soon", str(one.task), url, is_answer=True)


def of_lessons(life: Life, troubles: Troubles) -> Iterator[Reason]:
    if troubles.homework:
        first, *more = troubles.homework
        url = reverse("lessons:homework", args=[life.enrolment.cohort_id])
        yield Reason(str(words.HOMEWORK_LATE), text=shortened(str(first), len(more)), url=url)
    if troubles.missed:
        last, number = troubles.missed[0], len(troubles.missed)
        day = typography.day_and_month(timezone.localdate(last.starts_at))
        tone = "late" if number > 1 else "soon"
        yield Reason(words.missed(number), tone, f"{last}, {day}", last.get_absolute_url())


def at_the_gate(life: Life, near: Near) -> Reason:
    text = shortened(near.lacks[0], len(near.lacks) - 1)
    url = reverse("desk:at_gate", args=[near.gate.pk, life.enrolment.pk])
    return Reason(words.until_gate(near.days), "soon", text, url)


def shortened(first: str, more: int) -> str:
    """The rest stands on the page behind."""
    return f"{first}, {words.and_more(more)}" if more else first
