"""Enrolling somebody whom staff talk to on the phone: a person and a place in one go."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peremena.cohorts.models import Cohort, Enrolment
from peremena.cohorts.rules import Part
from peremena.people import services as people
from peremena.people.models import Person
from peremena.places import services as places
from peremena.places.models import District, Territory
from peremena.projects.models import Project

from .enrolments import enrol


@dataclass(frozen=True)
class Newcomer:
    """Somebody whom nobody has added yet."""

    name: str
    surname: str
    patronymic: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Ground:
    """A territory by its main village, when it is not in the list yet."""

    district: District
    village: str


@transaction.atomic
def take_in(
    cohort: Cohort,
    *,
    who: Person | Newcomer,
    where: Territory | Ground,
    project: Project | None = None,
    part: Part = Part.LEARNER,
    by: Person,
    now: datetime,
) -> Enrolment:
    """Adds the person and the territory if they are new, then enrols."""
    return enrol(
        cohort,
        person=who if isinstance(who, Person) else _added(who, cohort, by),
        territory=where if isinstance(where, Territory) else _ground(where, by),
        project=project,
        part=part,
        by=by,
        now=now,
    )


def _added(who: Newcomer, cohort: Cohort, by: Person) -> Person:
    return people.add_person(
        name=who.name,
        surname=who.surname,
        patronymic=who.patronymic,
        phone=who.phone,
        email=who.email,
        centre=cohort.programme.centre,
        by=by,
    )


def _ground(where: Ground, by: Person) -> Territory:
    return places.territory_of(where.village, district=where.district, by=by)
