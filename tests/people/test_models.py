"""What is always true of persons and roles."""

import pytest
from django.db import IntegrityError

from peremena.people.abilities import Ability, Role
from peremena.people.models import Person, RoleHeld
from tests.factories import NOON, PersonFactory, somebody_with

pytestmark = pytest.mark.django_db


def test_a_person_is_called_in_three_ways():
    person = Person(name="Сергей", patronymic="Петрович", surname="Дорохов")

    assert str(person) == "Сергей Дорохов"
    assert person.full_name == "Дорохов Сергей Петрович"
    assert person.name_and_patronymic == "Сергей Петрович"
    assert person.initials == "СД"


def test_a_person_known_only_by_name_has_no_stray_spaces():
    person = Person(name="Асель")

    assert (str(person), person.full_name, person.name_and_patronymic) == ("Асель",) * 3


def test_many_people_have_no_email():
    PersonFactory.create_batch(2, email=None)

    assert Person.objects.filter(email=None).count() == 2


def test_an_empty_email_is_none():
    person = PersonFactory(email="")

    person.refresh_from_db()
    assert person.email is None


def test_an_email_is_kept_in_small_letters():
    with pytest.raises(IntegrityError, match="email_is_lower_case"):
        PersonFactory(email="Aliya@example.org")


def test_a_person_is_found_by_an_email_as_people_type_it():
    person = PersonFactory(email="aliya@example.org")

    assert list(Person.objects.with_email(" Aliya@Example.org ")) == [person]


def test_nobody_has_a_password_before_setting_one():
    person = PersonFactory()

    assert not person.has_usable_password()
    assert not person.check_password("")


def test_abilities_cost_one_query(django_assert_num_queries):
    person = Person.objects.get(pk=somebody_with(Role.STAFF).pk)

    with django_assert_num_queries(1):
        allowed = [ability for ability in Ability if person.can(ability)]

    assert allowed == [one for one in Ability if one is not Ability.GIVE_ROLES]


def test_a_role_cannot_be_held_twice_at_the_same_time():
    expert = somebody_with(Role.EXPERT)

    with pytest.raises(IntegrityError):
        RoleHeld.objects.create(person=expert, role=Role.EXPERT, since=NOON)
