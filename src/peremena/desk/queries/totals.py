"""What a programme has promised and what is known to have come of it; no names of persons."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from peremena.cohorts.models import Enrolment, PlannedIndicator, Programme
from peremena.cohorts.rules import Part, Status
from peremena.contests.models import Application
from peremena.contests.rules import State
from peremena.impact import totals as money
from peremena.impact.models import Award, AwardQuerySet
from peremena.impact.queries import rows_of
from peremena.impact.totals import Totals
from peremena.people.models import Person

WON = (State.WON, State.CONTRACTED)


@dataclass(frozen=True)
class Facts:
    """Counted once each, however many cohorts they stand in. `money`: as the ledger counts it."""

    people: int
    graduated: int
    territories: int
    projects: int
    submitted: int
    won: int
    money: Totals


@dataclass(frozen=True)
class Total:
    programme: Programme
    plan: Sequence[PlannedIndicator]
    facts: Facts


def totals(person: Person) -> list[Total]:
    programmes = Programme.objects.visible_to(person).select_related("funder", "centre")
    found = programmes.prefetch_related("indicators", "cohorts").order_by("-starts_on", "name")
    ledger = Award.objects.visible_to(person).counted()
    return [
        Total(one, list(one.indicators.all()), facts(one, ledger.filter(cohort__programme=one)))
        for one in found
    ]


def facts(programme: Programme, awards: AwardQuerySet) -> Facts:
    """Four queries a programme; a centre has a few."""
    learners = Enrolment.objects.filter(cohort__programme=programme, part=Part.LEARNER)
    sitting = ~Q(status=Status.LEFT)
    counted = learners.aggregate(
        people=Count("person", distinct=True),
        graduated=Count("person", distinct=True, filter=Q(status=Status.GRADUATED)),
        territories=Count("territory", distinct=True, filter=sitting),
        projects=Count("project", distinct=True, filter=sitting),
    )
    projects = learners.exclude(project=None).values("project")
    sent = decided(Application.objects.filter(project__in=projects))
    return Facts(**counted, **sent, money=money.totals(rows_of(awards)))


def decided(applications: QuerySet[Application]) -> dict[str, int]:
    sent = Q(life__isnull=False) & ~Q(life__state=State.FROZEN)
    won = Q(life__state__in=WON)
    return applications.aggregate(submitted=Count("pk", filter=sent), won=Count("pk", filter=won))
