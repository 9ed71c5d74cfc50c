"""The register of a centre: people, roles, organisations."""

from datetime import timedelta

import pytest

from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people import queries, services
from peremena.people.abilities import Role
from peremena.people.models import Organisation, Person
from tests.factories import NOON, PersonFactory, another_centre, known, somebody_with

pytestmark = pytest.mark.django_db

CARD = {
    "name": "Мария",
    "patronymic": "Ивановна",
    "surname": "Семёнова",
    "phone": "8 913 123-45-67",
    "channel": "phone",
    "about": "библиотекарь",
}
BODY = {
    "kind": "ngo",
    "name": "АНО «Лесная»",
    "short": "",
    "inn": "",
    "ogrn": "1025500757259",
    "address": "",
    "registered_on": None,
}


@pytest.fixture
def centre():
    return services.centre_meant()


@pytest.fixture
def staff(centre):
    return somebody_with(Role.STAFF, centre=centre)


def surnames(rows):
    return [person.surname for person in rows]


def entered(staff, centre, **change):
    return services.keeping.enter(centre=centre, by=staff, **CARD | change)


def test_somebody_without_an_address_is_written_down(staff, centre):
    person = entered(staff, centre)

    assert (person.full_name, person.phone, person.email, person.centres) == (
        "Семёнова Мария Ивановна", "+79131234567", None, (centre.pk,),
    )  # fmt: skip


def test_nobody_is_written_down_in_another_centre(staff):
    with pytest.raises(Refused):
        entered(staff, another_centre())


def test_an_address_of_somebody_of_another_centre_is_refused_without_saying_who(staff, centre):
    known(PersonFactory(email="olga@example.org"), another_centre())

    with pytest.raises(Refused):
        entered(staff, centre, email="Olga@example.org")


@pytest.mark.parametrize(
    "find",
    ["семенова", "СЕМЁН", "мария ивановна", "123-45-67", "8 913 123 45 67", "MARIA@", "Мари сем"],
)
def test_somebody_is_found_by_any_part_of_what_is_known(staff, centre, find):
    person = entered(staff, centre, email="maria@example.org")
    known(PersonFactory(surname="Другая"), centre)

    assert list(queries.people(staff, find=find).rows) == [person]


def test_signs_in_a_search_are_not_a_pattern(staff, centre):
    entered(staff, centre)

    assert len(queries.people(staff, find=".* (").rows) == 2
    assert len(queries.people(staff, find="Се.ёнова").rows) == 0


def test_the_list_is_filtered_by_a_role_held_now_in_the_own_centre(staff, centre):
    expert = somebody_with(Role.EXPERT, centre=centre)
    known(somebody_with(Role.EXPERT, centre=another_centre()), centre)
    former = somebody_with(Role.EXPERT, centre=centre)
    services.take_role(former, Role.EXPERT, now=NOON + timedelta(days=1))

    assert list(queries.people(staff, role="expert").rows) == [expert]


def test_people_of_another_centre_and_the_erased_are_not_listed(staff, centre):
    known(PersonFactory(), another_centre())
    known(PersonFactory(erased_at=NOON), centre)

    assert list(queries.people(staff).rows) == [staff]


def test_somebody_written_down_twice_is_noticed(staff, centre):
    person = entered(staff, centre)
    asked = {"name": " мария", "surname": "Семенова", "email": ""}

    assert queries.twins(staff, **asked, phone="+7 (913) 123 45 67") == [person]
    assert queries.twins(staff, **asked, phone="8 913 000-00-00") == []
    assert queries.twins(staff, **asked | {"name": "Анна"}, phone=CARD["phone"]) == []


def test_a_card_is_changed_and_the_journal_holds_no_contacts(staff, centre):
    person = entered(staff, centre)

    services.keeping.change_card(
        person, by=staff, email="maria@example.org", **CARD | {"phone": "9130000000"}
    )

    person.refresh_from_db()
    assert (person.phone, person.email) == ("+79130000000", "maria@example.org")
    deeds = Entry.objects.about(person).order_by("pk").values_list("deed", "details")
    assert list(deeds)[-2:] == [
        ("people.person.changed", {}),
        ("people.person.address-set", {}),
    ]


@pytest.mark.parametrize(
    "whose",
    [
        lambda centre: known(PersonFactory(last_login=NOON), centre),
        lambda centre: somebody_with(Role.STAFF, centre=centre),
        lambda centre: known(somebody_with(Role.EXPERT, centre=another_centre()), centre),
    ],
    ids=["signed in already", "staff", "known elsewhere"],
)
def test_staff_do_not_change_an_address_that_lets_them_sign_in_as_somebody(staff, centre, whose):
    person = whose(centre)

    with pytest.raises(Refused):
        services.keeping.change_card(person, by=staff, email="mine@example.org", **CARD)


def test_staff_give_and_take_roles_of_their_centre_but_not_their_own(staff, centre):
    person = entered(staff, centre)

    services.keeping.give(person, Role.HEAD, centre=centre, by=staff, now=NOON)

    assert person.current_roles == ("head",)
    for role, place in ((Role.STAFF, centre), (Role.EXPERT, another_centre())):
        with pytest.raises(Refused):
            services.keeping.give(person, role, centre=place, by=staff, now=NOON)
    services.keeping.take(person.roles.current().get(), by=staff, now=NOON)
    assert person.current_roles == ()


def test_an_administrator_gives_the_role_of_staff_in_any_centre(centre):
    administrator, person = somebody_with(Role.ADMINISTRATOR), PersonFactory()

    services.keeping.give(person, Role.STAFF, centre=centre, by=administrator, now=NOON)

    assert (person.current_roles, person.centres) == (("staff",), (centre.pk,))


def test_a_head_of_one_cohort_comes_back_as_a_mentor_and_both_are_told(staff, centre):
    person = entered(staff, centre)
    later = NOON + timedelta(days=300)
    services.keeping.give(person, Role.HEAD, centre=centre, by=staff, now=NOON)
    services.keeping.take(person.roles.current().get(), by=staff, now=later)
    services.keeping.give(person, Role.MENTOR, centre=centre, by=staff, now=later)

    told = queries.roles(person, staff)

    assert [held.role for held in told.now] == ["mentor"]
    assert [(held.role, held.since, held.until) for held in told.before] == [("head", NOON, later)]


def test_an_organisation_stands_once_in_a_centre(staff, centre):
    services.keeping.add_organisation(centre=centre, by=staff, **BODY)

    with pytest.raises(Refused):
        services.keeping.add_organisation(centre=centre, by=staff, **BODY)
    for name in ("Без номера", "Тоже без номера"):
        services.keeping.add_organisation(
            centre=centre, by=staff, **BODY | {"ogrn": "", "name": name}
        )

    assert Organisation.objects.count() == 3


def test_an_organisation_may_be_saved_again_with_its_own_number(staff, centre):
    added = services.keeping.add_organisation(centre=centre, by=staff, **BODY)

    services.keeping.change_organisation(added, by=staff, **BODY | {"short": "Лесная"})

    added.refresh_from_db()
    assert str(added) == "Лесная"


def test_an_organisation_is_found_by_a_part_of_its_name_or_its_number(staff, centre):
    added = services.keeping.add_organisation(centre=centre, by=staff, **BODY)

    for text in ("лесн", "1025500757259"):
        assert list(queries.organisations(staff, find=text).rows) == [added]
        assert queries.organisations_named(text, [centre.pk]) == [added]
    assert queries.organisations_named("", [centre.pk]) == []


def test_nobody_is_added_when_the_register_is_not_theirs(centre):
    with pytest.raises(Refused):
        entered(somebody_with(Role.EXPERT, centre=centre), centre)

    assert not Person.objects.filter(surname="Семёнова").exists()
