"""Adding people, giving and taking roles."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress

from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people import services
from peremena.people.abilities import Role
from peremena.people.models import Person, RoleHeld
from tests.factories import NOON, PersonFactory, known

pytestmark = pytest.mark.django_db


def deeds():
    return list(Entry.objects.order_by("pk").values_list("deed", "details"))


def test_a_person_added_by_somebody_needs_no_confirmation_of_the_address():
    person = services.add_person(name="Ольга", surname="Серова", email=" Olga@Example.org")

    assert person.email == "olga@example.org"
    assert list(EmailAddress.objects.values_list("user", "email", "verified", "primary")) == [
        (person.pk, "olga@example.org", True, True)
    ]
    assert deeds() == [("people.person.added", {})]


def test_a_person_can_be_added_without_an_address():
    person = services.add_person(name="Ольга")

    assert person.email is None
    assert not EmailAddress.objects.exists()


def test_an_address_belongs_to_one_person():
    PersonFactory(email="olga@example.org")

    with pytest.raises(Refused):
        services.add_person(name="Ольга", email="OLGA@example.org")

    assert Person.objects.count() == 1


def test_giving_a_role_twice_gives_it_once():
    centre = services.centre_meant()
    person, administrator = known(PersonFactory(), centre), PersonFactory()
    before = len(deeds())

    for _ in range(2):
        services.give_role(person, Role.EXPERT, now=NOON, by=administrator)

    assert person.current_roles == ("expert",)
    given = {"role": "expert", "centre": centre.pk}
    assert deeds()[before:] == [("people.role.given", given)]


def test_a_role_taken_back_stays_in_memory():
    person = known(PersonFactory())
    before = len(deeds())
    services.give_role(person, Role.EXPERT, now=NOON)

    for _ in range(2):
        services.take_role(person, Role.EXPERT, now=NOON + timedelta(days=1))

    held = RoleHeld.objects.get()
    assert (held.since, held.until) == (NOON, NOON + timedelta(days=1))
    assert person.current_roles == ()
    assert [deed for deed, _ in deeds()[before:]] == ["people.role.given", "people.role.taken"]


def test_a_role_can_be_given_again():
    person = PersonFactory()
    services.give_role(person, Role.EXPERT, now=NOON)
    services.take_role(person, Role.EXPERT, now=NOON)

    services.give_role(person, Role.EXPERT, now=NOON)

    assert person.current_roles == ("expert",)


def test_a_new_name_is_recorded_without_the_name_itself():
    person = PersonFactory()

    services.rename(person, name="Пётр", patronymic="", surname="Ким", by=person)

    person.refresh_from_db()
    assert person.full_name == "Ким Пётр"
    assert deeds() == [("people.person.renamed", {})]
