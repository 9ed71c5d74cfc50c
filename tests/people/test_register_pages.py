"""Pages of the register: as quick for many as for few, and what they say."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from peremena.people import services
from peremena.people.abilities import Role
from peremena.people.models import Organisation, Person
from peremena.places.services import posts
from tests.factories import (
    NOON,
    PersonFactory,
    TerritoryFactory,
    another_centre,
    known,
    project_of,
    somebody_with,
)

pytestmark = pytest.mark.django_db

MARIA = {"surname": "Семёнова", "name": "Мария", "phone": "8 913 123-45-67", "channel": "phone"}


@pytest.fixture
def centre():
    return services.centre_meant()


@pytest.fixture
def staff(centre):
    return somebody_with(Role.STAFF, centre=centre)


def fill(centre, staff):
    """One more row of everything on every page."""
    person = known(PersonFactory(), centre)
    services.give_role(person, Role.EXPERT, centre=centre, now=NOON, by=staff)
    services.paper_codes.make(person, by=staff, now=timezone.now())
    Organisation.objects.create(centre=centre, kind="ngo", name=f"АНО {person.pk}")
    somebody_with(Role.STAFF, centre=centre)


def deepen(head, staff, centre):
    """One more row of everything on the head's card and on her own pages."""
    office = posts.Office(title="глава")
    posts.give_post(head, TerritoryFactory(), office, by=staff, now=NOON)
    project_of(head)
    services.trust.trust(head, PersonFactory(), now=NOON)
    services.trust.trust(PersonFactory(), head, now=NOON)
    role = list(Role)[head.roles.count() + 1]
    services.give_role(head, role, centre=centre, now=NOON, by=staff)


def asked(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


PAGES = {"/people/": 6, "/paper-codes/": 4, "/organisations/": 4, "/people/new/": 4}


def test_lists_ask_as_often_for_many_as_for_one(client, staff, centre):
    client.force_login(staff)
    fill(centre, staff)
    few = {address: asked(client, address) for address in PAGES}
    fill(centre, staff)
    fill(centre, staff)

    assert (few, {address: asked(client, address) for address in PAGES}) == (PAGES, PAGES)


def test_the_page_of_administrators_asks_as_often_for_many_as_for_one(client, staff, centre):
    client.force_login(somebody_with(Role.ADMINISTRATOR))
    few = asked(client, "/roles/")
    fill(centre, staff)

    assert (few, asked(client, "/roles/")) == (5, 5)


def test_cards_and_own_pages_ask_as_often_for_many_rows_as_for_one(client, staff, centre):
    head = known(PersonFactory(), centre)
    deepen(head, staff, centre)

    def all_asked():
        client.force_login(staff)
        card = asked(client, f"/people/{head.pk}/")
        client.force_login(head)
        return [card, asked(client, "/me/helpers/"), asked(client, "/me/written-for-me/")]

    few = all_asked()
    deepen(head, staff, centre)
    deepen(head, staff, centre)

    assert (few, all_asked()) == ([15, 6, 6], [15, 6, 6])


def test_the_list_is_turned_over_by_a_key(client, staff, centre):
    for _ in range(60):
        known(PersonFactory(), centre)
    client.force_login(staff)

    first = client.get("/people/").context["people"]
    second = client.get("/people/", {"after": first.after}).context["people"]

    seen = [person.pk for person in (*first.rows, *second.rows)]
    assert (len(first.rows), sorted(seen)) == (
        50, sorted(Person.objects.values_list("pk", flat=True)),
    )  # fmt: skip


def test_somebody_is_written_down_by_name_and_telephone(client, staff):
    client.force_login(staff)

    response = client.post("/people/new/", MARIA)

    person = Person.objects.get(surname="Семёнова")
    assert (response.url, person.phone, person.channel) == (
        f"/people/{person.pk}/", "+79131234567", "phone",
    )  # fmt: skip


def test_a_second_entry_is_noticed_and_a_namesake_may_be_written_down(client, staff):
    client.force_login(staff)
    client.post("/people/new/", MARIA)
    person = Person.objects.get(surname="Семёнова")

    noticed = client.post("/people/new/", MARIA)
    client.post("/people/new/", MARIA | {"anyway": "on"})

    assert noticed.status_code == 422
    assert f'href="/people/{person.pk}/"' in noticed.text
    assert Person.objects.filter(surname="Семёнова").count() == 2


def test_an_e_mail_has_one_owner_also_when_it_is_said_to_be_a_namesake(client, staff, centre):
    known(PersonFactory(email="maria@example.org"), centre)
    client.force_login(staff)

    answer = client.post("/people/new/", MARIA | {"email": "Maria@example.org", "anyway": "on"})

    assert (answer.status_code, Person.objects.filter(surname="Семёнова").exists()) == (422, False)


def test_an_e_mail_of_another_centre_is_refused(client, staff):
    known(PersonFactory(email="maria@example.org", surname="Тайная"), another_centre())
    client.force_login(staff)

    answer = client.post("/people/new/", MARIA | {"email": "maria@example.org"})

    assert (answer.status_code, "Тайная" in answer.text) == (409, False)
    assert 'value="Семёнова"' in answer.text


def test_an_address_that_is_somebodys_key_is_shown_but_not_changed(client, staff, centre):
    person = known(PersonFactory(email="maria@example.org", last_login=NOON), centre)
    client.force_login(staff)

    page = client.get(f"/people/{person.pk}/edit/").text
    client.post(f"/people/{person.pk}/edit/", MARIA | {"email": "mine@example.org"})

    person.refresh_from_db()
    assert "readonly" in page
    assert (person.surname, person.email) == ("Семёнова", "maria@example.org")


def test_numbers_of_an_organisation_are_checked_and_kept_without_spaces(client, staff):
    client.force_login(staff)
    body = {"name": "АНО «Лесная»", "kind": "ngo"}

    wrong = client.post("/organisations/new/", body | {"inn": "5503000000", "ogrn": "10255"})
    right = client.post(
        "/organisations/new/", body | {"inn": "5503 000 006", "ogrn": "1 02 55 00 00 000 8"}
    )
    again = client.post("/organisations/new/", body | {"ogrn": "1025500000008"})

    assert (wrong.status_code, right.status_code, again.status_code) == (422, 302, 409)
    assert "контрольная цифра" in wrong.text
    assert 'value="АНО «Лесная»"' in again.text
    assert list(Organisation.objects.values_list("inn", "ogrn")) == [
        ("5503000006", "1025500000008")
    ]


def test_a_refused_change_of_a_card_keeps_what_was_typed(client, staff, centre):
    known(PersonFactory(email="maria@example.org", surname="Тайная"), another_centre())
    person = known(PersonFactory(email=None), centre)
    client.force_login(staff)

    answer = client.post(f"/people/{person.pk}/edit/", MARIA | {"email": "maria@example.org"})

    person.refresh_from_db()
    assert (answer.status_code, person.email) == (409, None)
    assert person.surname != "Семёнова"
    assert 'value="Семёнова"' in answer.text


def test_an_organisation_sent_twice_is_one_and_a_namesake_has_its_number(client, staff):
    client.force_login(staff)
    body = {"name": "АНО «Лесная»", "kind": "ngo"}

    answers = [
        client.post("/organisations/new/", body | more).status_code
        for more in ({}, {}, {"ogrn": "1025500000008"})
    ]

    assert answers == [302, 409, 302]
    assert Organisation.objects.count() == 2


def test_an_organisation_is_changed(client, staff, centre):
    kept = Organisation.objects.create(centre=centre, kind="ngo", name="АНО «Лесная»")
    client.force_login(staff)

    client.post(f"/organisations/{kept.pk}/", {"name": "АНО «Лес»", "kind": "fund"})

    kept.refresh_from_db()
    assert (kept.name, kept.kind) == ("АНО «Лес»", "fund")


def test_staff_of_two_centres_say_which_one_is_meant(client, staff, centre):
    other = another_centre()
    services.give_role(staff, Role.STAFF, centre=other, now=NOON)
    client.force_login(staff)

    unsaid = client.post("/people/new/", MARIA)
    client.post("/people/new/", MARIA | {"centre": str(other.pk)})

    assert unsaid.status_code == 422
    assert Person.objects.get(surname="Семёнова").centres == (other.pk,)


def test_an_administrator_gives_and_takes_the_role_of_staff(client, centre):
    PersonFactory(email="olga@example.org")
    client.force_login(somebody_with(Role.ADMINISTRATOR))

    unknown = client.post("/roles/", {"email": "nobody@example.org", "role": "staff"})
    client.post("/roles/", {"email": "Olga@example.org", "role": "staff"})
    olga = Person.objects.get(email="olga@example.org")
    held = olga.roles.current().get()
    client.post(f"/roles/{held.pk}/take/")

    held.refresh_from_db()
    assert (unknown.status_code, held.role, held.centre) == (422, "staff", centre)
    assert held.until is not None


def test_an_administrator_is_not_taken_away_on_the_page(client):
    administrator = somebody_with(Role.ADMINISTRATOR)
    client.force_login(administrator)

    answer = client.post(f"/roles/{administrator.roles.get().pk}/take/")

    assert (answer.status_code, administrator.roles.current().count()) == (404, 1)
