"""Who stands where at a gate, and who may get a certificate for how many hours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, Sum
from django.urls import reverse

from peremena.cohorts import queries as cohorts
from peremena.cohorts.gates import Kind, Lack, lacks
from peremena.cohorts.models import Certificate, Cohort, ContactNote, Enrolment, Gate, PlanStep
from peremena.cohorts.queries.gates import Standing, Team, at_gate, facts, heads_among
from peremena.cohorts.rules import Part
from peremena.contests.models import Application
from peremena.lessons.queries.hours import hours_of
from peremena.projects.models import Project
from peremena.projects.queries import Insight

HOUR = 45
PAGES = {
    Kind.TEAM: "projects:team",
    Kind.ACTIVISTS: "projects:team",
    Kind.PROJECT: "desk:workshop",
    Kind.SHOWN: "projects:team",
    Kind.APPLICATIONS: "contests:choose",
}


@dataclass(frozen=True)
class GatePage:
    """Everybody at one gate; those who are through stand last."""

    gate: Gate
    standings: Sequence[Standing]

    @property
    def ready(self) -> list[Standing]:
        return [one for one in self.standings if one.is_ready]

    @property
    def lacking(self) -> list[Standing]:
        return [one for one in self.standings if one.lacks and not one.passed]

    @property
    def through(self) -> list[Standing]:
        return [one for one in self.standings if one.passed]


def gate_page(gate: Gate, now: datetime, enrolment: int | None = None) -> GatePage:
    """`enrolment`: only this one."""
    people = Enrolment.objects.sitting().filter(cohort=gate.cohort, part=Part.LEARNER)
    if enrolment is not None:
        people = people.filter(pk=enrolment)
    lives = cohorts.lives(people.order_by("territory__name", "pk"), now)
    made = applications([life.project for life in lives if life.project])
    return GatePage(gate, at_gate(gate, lives, made))


def applications(projects: Sequence[Project]) -> Mapping[int, int]:
    """How many were made of each project. One query."""
    rows = Application.objects.filter(project__in=projects).values("project")
    return dict(rows.annotate(number=Count("pk")).values_list("project", "number"))


@dataclass(frozen=True)
class Done:
    """`passport`: percent; `applications`: how many were made; `team`: who is in it, by pk."""

    passport: int
    applications: int
    team: frozenset[int]


@dataclass(frozen=True)
class Ahead:
    """The nearest gate that somebody has not passed, and what is missing there."""

    gate: Gate
    lacks: Sequence[Lack]


def ahead(
    enrolments: Sequence[Enrolment],
    project: Project | None,
    insight: Insight | None,
    done: Done,
) -> Ahead | None:
    """For the learner's own page; None when no gate is ahead. The newest cohort counts.

    Two queries at most.
    """
    own = next((one for one in enrolments if one.part == Part.LEARNER), None)
    open_gates = Gate.objects.filter(cohort=own.cohort_id if own else None)
    gate = open_gates.exclude(passed__enrolment=own).order_by("number").first() if own else None
    if own is None or gate is None:
        return None
    known = facts(
        insight,
        Team(done.team, heads_among(done.team)) if done.team else Team(),
        learner=own.person_id,
        passport=done.passport,
        is_shown=bool(project and project.is_shown_to_experts),
        applications=done.applications,
    )
    return Ahead(gate, lacks(gate.asks, known))


def plan_of(enrolments: Sequence[Enrolment]) -> list[PlanStep]:
    """One's own steps that are to be done yet, the nearest first. One query."""
    return list(PlanStep.objects.to_do().filter(enrolment__in=enrolments))


def where(lack: Lack, project: Project | None, territory: int) -> str:
    """The page on which what is missing can be mended; "" when there is none."""
    kind = lack.condition.kind
    if kind is Kind.PASSPORT:
        return reverse("places:passport", args=[territory])
    if project is None:
        return reverse("projects:begin") if kind is not Kind.WORD else ""
    if kind is Kind.SECTION:
        return reverse("projects:section", args=[project.pk, lack.condition.part])
    return reverse(PAGES[kind], args=[project.pk]) if kind in PAGES else ""


@dataclass(frozen=True)
class Entitled:
    """`certificate`: the valid one, if there is one; `hours`: counted from the records."""

    enrolment: Enrolment
    hours: Decimal
    certificate: Certificate | None


def entitled(cohort: Cohort, now: datetime) -> list[Entitled]:
    """Whoever learns, by name. Five queries."""
    people = cohort.enrolments.sitting().filter(part=Part.LEARNER)
    listed = people.select_related("person", "territory")
    valid = Certificate.objects.valid().filter(enrolment__cohort=cohort)
    by_enrolment = {one.enrolment_id: one for one in valid}
    attended, advised = hours_of(cohort, now), consultations(cohort)
    return [
        Entitled(
            enrolment=one,
            hours=attended.get(one.pk, Decimal()) + advised.get(one.pk, Decimal()),
            certificate=by_enrolment.get(one.pk),
        )
        for one in listed.order_by("person__surname", "person__name", "pk")
    ]


def consultations(cohort: Cohort) -> Mapping[int, Decimal]:
    """Academic hours of consultations, to a half, by the enrolment's pk. One query."""
    notes = ContactNote.objects.filter(enrolment__cohort=cohort, minutes__gt=0)
    sums = notes.values("enrolment").annotate(all=Sum("minutes"))
    return {row["enrolment"]: Decimal(round(row["all"] / HOUR * 2)) / 2 for row in sums}
