"""Rows for tests: persons, places, projects made by the same deeds as people's own."""

from datetime import UTC, datetime

import factory

from peremena.people import services as people
from peremena.people.abilities import Role
from peremena.people.models import Person
from peremena.places import services as places
from peremena.places.models import District, Territory
from peremena.projects import examples
from peremena.projects.brief import Brief, read
from peremena.projects.models import Membership
from peremena.projects.rules import TeamRole
from peremena.projects.services import projects

NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    name = factory.Iterator(["Алия", "Сергей", "Ирина", "Пётр"])
    surname = factory.Sequence(lambda number: f"Ключникова-{number}")


class DistrictFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = District

    name = factory.Sequence(lambda number: f"Ключевской район {number}")
    latitude = 55.0
    longitude = 73.4


class TerritoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Territory
        skip_postgeneration_save = True

    name = "Ключевская территория"
    district = factory.SubFactory(DistrictFactory)
    centre = "Ключи"
    population = 1140

    @factory.post_generation
    def villages(self, create, names, **_named):
        if create:
            places.add_villages(self, names or ["Ключи", "Лесная"])


def somebody_with(role: Role, centre=None, **person):
    """A person who holds the role in the centre, else in the only one there is."""
    somebody = PersonFactory(**person)
    people.give_role(somebody, role, centre=centre, by=None, now=NOON)
    return somebody


def known(person, centre=None):
    """The centre, else the only one there is, knows the person."""
    people.register(person, centre or people.centre_meant(), now=NOON)
    return person


def another_centre():
    """A second centre on the same installation."""
    people.centre_meant()
    return people.add_centre("Другой центр развития сёл", "Другой центр")


def project_of(person, *, brief=None, now=NOON):
    """A project that the person leads; an empty brief when none is given."""
    if not person.registrations.exists():
        known(person)
    content = brief if brief is not None else Brief(profile="ngo")
    return projects.bring_in(content, TerritoryFactory(), by=person, now=now)


def example(name="good-pimokaty"):
    return read(examples.text(name))


def member_of(project, role=TeamRole.WRITER, **person):
    """A new person in the team."""
    somebody = PersonFactory(**person)
    Membership.objects.create(project=project, person=somebody, role=role, joined_at=NOON)
    return somebody
