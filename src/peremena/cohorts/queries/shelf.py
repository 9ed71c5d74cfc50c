"""Programmes with their cohorts, and what may be chosen when somebody is enrolled."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from peremena.cohorts.models import Cohort, Programme
from peremena.cohorts.rules import Status
from peremena.people.models import Person
from peremena.projects.models import Project

SITTING = Q(enrolments__part="learner", enrolments__status__in=set(Status) - {Status.LEFT})

DIGITS = 10  # of a Russian number without 8 or +7


@dataclass(frozen=True)
class Shelf:
    """A programme and its cohorts, the newest first; each says how many `learners` it has."""

    programme: Programme
    cohorts: Sequence[Cohort]


def shelves(programmes: QuerySet[Programme]) -> list[Shelf]:
    """Two queries."""
    cohorts = Cohort.objects.annotate(learners=Count("enrolments", filter=SITTING))
    ordered = Prefetch("cohorts", queryset=cohorts.order_by("-starts_on", "-pk"))
    found = programmes.select_related("funder", "centre").prefetch_related(ordered)
    return [Shelf(one, list(one.cohorts.all())) for one in found.order_by("-starts_on", "name")]


def with_phone(cohort: Cohort, phone: str) -> Person | None:
    """Somebody whom the centre knows and whose phone ends in the same ten digits."""
    if len(asked := digits(phone)) < DIGITS:
        return None
    known = Person.objects.filter(registrations__centre=cohort.programme.centre, erased_at=None)
    return next((one for one in known.exclude(phone="") if digits(one.phone) == asked), None)


def digits(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit())[-DIGITS:]


def ownable(cohort: Cohort, person: Person) -> QuerySet[Project]:
    """The person's projects that may stand in the cohort."""
    centre = cohort.programme.centre_id
    mine = Project.objects.with_team_of(person).filter(Q(centre=centre) | Q(centre=None))
    return mine.select_related("territory").order_by("-changed_at")
