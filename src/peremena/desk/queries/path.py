"""A head's first page: the next step, the nearest deadline, the path, what the expert said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise

from peremena.cohorts.models import Enrolment, PlanStep
from peremena.contests.models import Application
from peremena.desk import path, words
from peremena.desk.hats import Hat, hats
from peremena.drafts.models import Comment
from peremena.lessons.queries import attended, open_homework, timetable
from peremena.people.abilities import of_roles
from peremena.people.models import Person
from peremena.places.models import Territory
from peremena.places.passport import Completeness
from peremena.places.queries import passport_pages as pages
from peremena.places.queries import passports
from peremena.places.queries.passport_pages import Asked
from peremena.projects import queries as projects
from peremena.projects.brief import Section
from peremena.projects.checks import Circumstances
from peremena.projects.models import Membership, Project
from peremena.projects.queries import Insight
from peremena.projects.queries.verdicts import Said

from . import due, gates
from .due import Due
from .first import NextStep, next_step

SHOWN_DUES = 3
SHOWN_HEADED = 20
AIMS = (Section.PROBLEM, Section.GOAL)


@dataclass(frozen=True)
class Stage:
    """What a head has: the places in cohorts, the project in hand, the territory."""

    enrolments: Sequence[Enrolment]
    own: Sequence[Project]

    @property
    def learns(self) -> bool:
        return bool(self.enrolments or self.own)

    @property
    def current(self) -> Project | None:
        return self.own[0] if self.own else None

    @property
    def territory(self) -> Territory | None:
        if self.current:
            return self.current.territory
        return self.enrolments[0].territory if self.enrolments else None


@dataclass(frozen=True)
class Way:
    """`next`: the page of the project to go on with; None without a project or when all is done.

    `passport`: None where the person may not open it; `asked`: its next question.
    """

    stage: Stage
    insight: Insight | None
    next: NextStep | None
    passport: Completeness | None
    asked: Asked | None
    steps: Sequence[path.Step]
    dues: Sequence[Due]
    comments: Sequence[Comment]
    applications: Sequence[Application]
    verdicts: Sequence[Said]
    headed: Sequence[Project]
    ahead: gates.Ahead | None
    plan: Sequence[PlanStep]
    day: timetable.Day | None
    homework: open_homework.Own
    attended: attended.Own

    @property
    def done(self) -> int:
        return sum(step.state == "done" for step in self.steps)

    @property
    def nearest(self) -> Due | None:
        return self.dues[0] if self.dues else None


def stage(person: Person) -> Stage:
    """Two queries."""
    own = Project.objects.with_team_of(person).select_related("territory__district")
    places = Enrolment.objects.of(person).sitting().order_by("-enrolled_at")
    return Stage(
        enrolments=list(places.select_related("cohort", "territory__district")),
        own=list(own.order_by("-changed_at")),
    )


@dataclass(frozen=True)
class Other:
    """Another hat of the same person."""

    title: str | Promise
    url: str


def worn(person: Person, stage: Stage) -> tuple[Hat, ...]:
    return hats(of_roles(person.current_roles), learns=stage.learns)


def others(person: Person, stage: Stage, here: Hat) -> list[Other]:
    """Pages of the other hats; none for whoever wears one."""
    pages = [hat for hat in worn(person, stage) if hat is not here]
    return [Other(words.HATS[hat], reverse(ADDRESSES[hat])) for hat in pages]


ADDRESSES = {
    Hat.BOARD: "desk:board",
    Hat.PATH: "desk:path",
    Hat.QUEUE: "desk:queue",
    Hat.TOTALS: "desk:totals",
    Hat.MORE: "desk:more",
}


def way(stage: Stage, person: Person, now: datetime) -> Way:
    project, today = stage.current, timezone.localdate(now)
    insight = projects.insight(project, Circumstances(today=today)) if project else None
    groups, applications = cohorts_of(stage), applied(project)
    passport, asked = passport_of(stage, person)
    days, team = around(stage, groups, person, now), team_of(project)
    so_far = known(project, insight, passport, len(team), applications)
    return Way(
        stage=stage,
        insight=insight,
        next=next_step(insight) if insight else None,
        passport=passport,
        asked=asked,
        steps=path.steps(so_far),
        dues=due.nearest(groups, applications, now, done=path.done(so_far))[:SHOWN_DUES],
        comments=projects.waiting_comments(project, person) if project else (),
        applications=applications,
        verdicts=projects.verdicts.of_project(project) if project else (),
        headed=headed(stage, person),
        ahead=gates.ahead(stage.enrolments, project, insight, done(passport, applications, team)),
        plan=gates.plan_of(stage.enrolments),
        day=timetable.next_day(person, days.ahead),
        homework=open_homework.own(person, today),
        attended=days.own,
    )


def done(
    passport: Completeness | None, applications: Sequence[Application], team: frozenset[int]
) -> gates.Done:
    return gates.Done(passport.percent if passport else 0, len(applications), team)


def applied(project: Project | None) -> list[Application]:
    frozen = project.applications.newest_first().select_related("life") if project else ()
    return list(frozen)


def team_of(project: Project | None) -> frozenset[int]:
    members = project.memberships.current() if project else Membership.objects.none()
    return frozenset(members.values_list("person", flat=True))


def around(stage: Stage, cohorts: set[int], person: Person, now: datetime) -> attended.Around:
    """Days that are over count in the newest cohort of one's own, those ahead in all."""
    return attended.around(person, stage.enrolments[:1], cohorts, now)


def cohorts_of(stage: Stage) -> set[int]:
    """Whose days the person keeps: the whole team keeps those of its cohort."""
    own = {one.cohort_id for one in stage.enrolments}
    if stage.current is None:
        return own
    return own | set(stage.current.enrolments.sitting().values_list("cohort", flat=True))


def headed(stage: Stage, person: Person) -> list[Project]:
    """Projects of others in a territory that the person heads."""
    found = Project.objects.headed_by(person).exclude(pk__in=[one.pk for one in stage.own])
    return list(found.order_by("-changed_at")[:SHOWN_HEADED])


def passport_of(stage: Stage, person: Person) -> tuple[Completeness | None, Asked | None]:
    """Five queries; readers of a team do not open the passport."""
    number = stage.territory.pk if stage.territory else 0
    territory = Territory.objects.with_passport_for(person).filter(pk=number).first()
    if territory is None:
        return None, None
    found = passports.completeness_of([territory])[territory.pk]
    return found, pages.asked(territory, found.next) if found.next else None


def known(
    project: Project | None,
    insight: Insight | None,
    passport: Completeness | None,
    team: int,
    applications: Sequence[Application],
) -> path.Known:
    percent = passport.percent if passport else None
    if project is None or insight is None:
        return path.Known(passport=percent)
    ready = insight.readiness
    return path.Known(
        passport=percent,
        team=team,
        aims_are_clear=all(ready[one].is_full and not insight.errors[one] for one in AIMS),
        percent=insight.percent,
        is_shown=project.is_shown_to_experts,
        applications=frozenset(due.state(one) for one in applications),
    )
