"""Out of which rows each indicator counts itself. The number and its rows come from one place."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from peremena.cohorts.models import Certificate, ContactNote, Enrolment, Passed, Programme
from peremena.contests.models import Application
from peremena.contests.rules import State
from peremena.impact.indicators import ENOUGH_FOR_A_TEAM, ENOUGH_OF_PASSPORT, Code
from peremena.impact.models import Award, Contribution
from peremena.impact.rules import NOT_ATTRACTED
from peremena.intake.models import Candidate, Decision
from peremena.lessons import rules as lessons
from peremena.lessons.models import Handed, Session
from peremena.places.models import Resource, Territory
from peremena.places.queries.passports import completeness_of
from peremena.projects.models import Membership, Project

ONE = Decimal(1)
ALL = Q()


@dataclass(frozen=True)
class Told:
    """One row behind a number. `who`: a person, for staff only, as is `url`."""

    what: str
    where: str = ""
    day: date | None = None
    who: str = ""
    url: str = ""
    amount: Decimal = ONE


Rows = QuerySet[Any]
Scope = Callable[[Programme, datetime], Rows]


@dataclass(frozen=True)
class Counting:
    """`only`: which rows of the scope; `adds`: amounts of rows are added up instead of counting
    the rows; `keep`: what no database can choose."""

    scope: Scope
    tell: Callable[[Any], Told]
    only: Q = ALL
    adds: bool = False
    keep: Callable[[Sequence[Any]], Sequence[Any]] | None = None

    def rows(self, programme: Programme, now: datetime) -> Rows:
        return self.scope(programme, now).filter(self.only)

    @property
    def by_hand(self) -> bool:
        """Counted here and not in the database."""
        return self.adds or self.keep is not None

    def number(self, programme: Programme, now: datetime) -> Decimal:
        return self.total(list(self.rows(programme, now)))

    def total(self, found: Sequence[Any]) -> Decimal:
        kept = self.keep(found) if self.keep else found
        return sum((self.tell(row).amount for row in kept), Decimal())


def numbers(programme: Programme, now: datetime) -> dict[Code, Decimal]:
    """All of them; a query for each scope, and a few for passports."""
    found: dict[Code, Decimal] = {}
    together: dict[Scope, list[Code]] = defaultdict(list)
    read: dict[Scope, list[Any]] = {
        one.scope: list(one.rows(programme, now)) for one in COUNTINGS.values() if one.by_hand
    }
    for code, one in COUNTINGS.items():
        if one.by_hand:
            found[code] = one.total(read[one.scope])
        elif one.scope in read and one.only == ALL:
            found[code] = Decimal(len(read[one.scope]))
        else:
            together[one.scope].append(code)
    for scope, codes in together.items():
        counts = {code.name: Count("pk", COUNTINGS[code].only, distinct=True) for code in codes}
        row = scope(programme, now).aggregate(**counts)
        found |= {code: Decimal(row[code.name]) for code in codes}
    return found


def day_of(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def candidates(programme: Programme, _now: datetime) -> Rows:
    found = Candidate.objects.filter(call__cohort__programme=programme)
    return found.select_related("person", "territory", "call")


def decisions(programme: Programme, _now: datetime) -> Rows:
    told = Decision.objects.filter(candidate__call__cohort__programme=programme)
    return told.exclude(told_at=None).select_related("candidate__person", "candidate__territory")


def learners(programme: Programme, _now: datetime) -> Rows:
    found = Enrolment.objects.filter(cohort__programme=programme, part="learner")
    return found.select_related("person", "territory", "cohort")


def sessions(programme: Programme, now: datetime) -> Rows:
    held = Session.objects.filter(cohort__programme=programme, cancelled_at=None, ends_at__lte=now)
    return held.select_related("cohort")


def homework(programme: Programme, _now: datetime) -> Rows:
    found = Handed.objects.filter(enrolment__cohort__programme=programme, state="accepted")
    return found.select_related("task", "enrolment__territory", "enrolment__person")


def talks(programme: Programme, _now: datetime) -> Rows:
    found = ContactNote.objects.filter(enrolment__cohort__programme=programme, minutes__gt=0)
    return found.select_related("enrolment__territory", "enrolment__person")


def passed(programme: Programme, _now: datetime) -> Rows:
    found = Passed.objects.filter(gate__cohort__programme=programme)
    return found.select_related("gate", "enrolment__territory", "enrolment__person")


def certificates(programme: Programme, _now: datetime) -> Rows:
    found = Certificate.objects.valid().filter(enrolment__cohort__programme=programme)
    return found.select_related("enrolment__territory")


def sitting(programme: Programme) -> Rows:
    found = Enrolment.objects.sitting().filter(cohort__programme=programme)
    return found.filter(part="learner")


def territories(programme: Programme, _now: datetime) -> Rows:
    found = Territory.objects.filter(pk__in=sitting(programme).values("territory"))
    return found.select_related("district")


def resources(programme: Programme, _now: datetime) -> Rows:
    there = sitting(programme).values("territory")
    found = Resource.objects.filter(territory__in=there, removed_at=None)
    return found.select_related("territory")


def projects(programme: Programme, _now: datetime) -> Rows:
    found = Project.objects.filter(pk__in=sitting(programme).values("project"))
    team = Count("memberships", filter=Q(memberships__left_at=None))
    return found.annotate(team=team).select_related("territory")


def members(programme: Programme, _now: datetime) -> Rows:
    found = Membership.objects.current().filter(project__in=sitting(programme).values("project"))
    return found.select_related("person", "project__territory")


def applications(programme: Programme, _now: datetime) -> Rows:
    found = Application.objects.filter(project__in=sitting(programme).values("project"))
    return found.select_related("project__territory", "life")


def awards(programme: Programme, _now: datetime) -> Rows:
    return Award.objects.verified().filter(cohort__programme=programme).with_places()


def contributions(programme: Programme, now: datetime) -> Rows:
    given = Contribution.objects.filter(award__in=awards(programme, now))
    return given.exclude(organisation=None).select_related(
        "organisation", "award__project", "award__territory"
    )


def of_candidate(one: Candidate) -> Told:
    return Told(
        what=str(one.call), where=str(one.territory or one.village), day=day_of(one.handed_in_at),
        who=str(one.person), url=reverse("intake:candidate", args=[one.pk]),
    )  # fmt: skip


def of_decision(one: Decision) -> Told:
    told = of_candidate(one.candidate)
    return Told(str(one.get_verdict_display()), told.where, day_of(one.told_at), told.who, told.url)


def of_learner(one: Enrolment) -> Told:
    return Told(
        what=str(one.get_status_display()), where=str(one.territory), day=day_of(one.enrolled_at),
        who=str(one.person), url=one.get_absolute_url(),
    )  # fmt: skip


def of_session(one: Session) -> Told:
    hours = Decimal(str(lessons.hours(one.starts_at, one.ends_at)))
    url, day = one.get_absolute_url(), day_of(one.starts_at)
    return Told(one.title, str(one.cohort), day, url=url, amount=hours)


def of_homework(one: Handed) -> Told:
    person, where = one.enrolment.person, one.enrolment.territory
    return Told(
        str(one.task), str(where), day_of(one.answered_at), str(person), one.get_absolute_url()
    )


def of_talk(one: ContactNote) -> Told:
    """Without what was said."""
    who = one.enrolment
    return Told(
        what="", where=str(who.territory), day=day_of(one.at), who=str(who.person),
        url=who.get_absolute_url(), amount=Decimal(one.minutes or 0),
    )  # fmt: skip


def of_passed(one: Passed) -> Told:
    who = one.enrolment
    return Told(
        str(one.gate), str(who.territory), day_of(one.at), str(who.person), who.get_absolute_url()
    )


def of_certificate(one: Certificate) -> Told:
    where = str(one.enrolment.territory)
    url = reverse("cohorts:certificate", args=[one.pk])
    return Told(str(one), where, one.issued_on, one.name, url)


def of_territory(one: Territory) -> Told:
    return Told(str(one), str(one.district), url=one.get_absolute_url())


def of_resource(one: Resource) -> Told:
    url = reverse("places:resource", args=[one.pk])
    return Told(one.title, str(one.territory), url=url)


def of_project(one: Project) -> Told:
    return Told(str(one), str(one.territory), day_of(one.created_at), url=one.get_absolute_url())


def of_member(one: Membership) -> Told:
    project, url = one.project, one.project.get_absolute_url()
    return Told(str(project), str(project.territory), day_of(one.joined_at), str(one.person), url)


def of_application(one: Application) -> Told:
    url, where = one.get_absolute_url(), str(one.project.territory)
    return Told(f"{one.project} → {one.contest}", where, day_of(one.at), url=url)


def of_award(one: Award) -> Told:
    what = f"{one.project} ← {one.source}"
    return Told(
        what, str(one.territory), one.decided_on, url=one.get_absolute_url(), amount=one.awarded
    )


def of_contribution(one: Contribution) -> Told:
    award = one.award
    return Told(
        str(one.organisation), str(award.territory), award.decided_on, url=award.get_absolute_url()
    )


def filled(found: Sequence[Territory]) -> list[Territory]:
    known = completeness_of(found)
    return [one for one in found if known[one.pk].percent >= ENOUGH_OF_PASSPORT]


def gate(number: int) -> Counting:
    return Counting(passed, of_passed, Q(gate__number=number))


LOST = (State.LOST, State.REFUSED)
WON = (State.WON, State.CONTRACTED)
SENT = Q(life__isnull=False) & ~Q(life__state=State.FROZEN)

COUNTINGS: Mapping[Code, Counting] = {
    Code.APPLICANTS: Counting(candidates, of_candidate, Q(state="handed-in")),
    Code.SEMINAR: Counting(candidates, of_candidate, Q(arrived_at__isnull=False)),
    Code.CHOSEN: Counting(decisions, of_decision, Q(verdict="taken")),
    Code.NOT_TAKEN: Counting(decisions, of_decision, Q(verdict="not-taken")),
    Code.ENROLLED: Counting(learners, of_learner),
    Code.LEFT: Counting(learners, of_learner, Q(status="left")),
    Code.SESSIONS: Counting(sessions, of_session),
    Code.HOURS: Counting(sessions, of_session, adds=True),
    Code.HOMEWORK: Counting(homework, of_homework),
    Code.CONSULTATIONS: Counting(talks, of_talk),
    Code.CONSULTATION_MINUTES: Counting(talks, of_talk, adds=True),
    Code.GATE_1: gate(1),
    Code.GATE_2: gate(2),
    Code.GATE_3: gate(3),
    Code.GRADUATED: Counting(learners, of_learner, Q(status="graduated")),
    Code.CERTIFICATES: Counting(certificates, of_certificate),
    Code.TERRITORIES: Counting(territories, of_territory),
    Code.PASSPORTS: Counting(territories, of_territory, keep=filled),
    Code.RESOURCES: Counting(resources, of_resource),
    Code.PROJECTS: Counting(projects, of_project),
    Code.TEAMS: Counting(projects, of_project, Q(team__gte=ENOUGH_FOR_A_TEAM)),
    Code.TEAM_PEOPLE: Counting(members, of_member),
    Code.SHOWN: Counting(projects, of_project, Q(is_shown_to_experts=True)),
    Code.APPLICATIONS: Counting(applications, of_application),
    Code.SUBMITTED: Counting(applications, of_application, SENT),
    Code.WON: Counting(applications, of_application, Q(life__state__in=WON)),
    Code.LOST: Counting(applications, of_application, Q(life__state__in=LOST)),
    Code.MONEY: Counting(awards, of_award, ~Q(kind__in=NOT_ATTRACTED), adds=True),
    Code.PARTNERS: Counting(contributions, of_contribution),
}
