"""In the demonstration, and only there, one press signs a visitor in as somebody."""

from importlib import import_module, reload

import pytest
from django.urls import NoReverseMatch, clear_url_caches, reverse

from peremena.people import urls as people_urls
from peremena.people.abilities import Role
from peremena.people.services import give_role
from tests.factories import NOON, PersonFactory, somebody_with

pytestmark = pytest.mark.django_db

SOMEBODY = {"is_demonstration": True, "email": None}


def read_addresses_again(settings):
    reload(people_urls)
    reload(import_module(settings.ROOT_URLCONF))
    clear_url_caches()


@pytest.fixture
def demonstration(settings):
    settings.DEMONSTRATION = True
    read_addresses_again(settings)
    yield
    settings.DEMONSTRATION = False
    read_addresses_again(settings)


def test_a_real_installation_has_no_such_address(client):
    person = PersonFactory(**SOMEBODY)

    with pytest.raises(NoReverseMatch):
        reverse("demonstration")
    assert client.get("/demonstration/").status_code == 404
    assert client.post(f"/demonstration/{person.pk}/").status_code == 404


@pytest.mark.usefixtures("demonstration")
def test_a_card_says_who_it_is_and_what_to_look_at(client):
    PersonFactory(about="библиотекарь, Лесная: её заявка уже готова", **SOMEBODY)

    assert "библиотекарь, Лесная: её заявка уже готова" in client.get("/demonstration/").text


@pytest.mark.usefixtures("demonstration")
def test_one_press_signs_a_visitor_in(client):
    person = PersonFactory(**SOMEBODY)

    response = client.post(f"/demonstration/{person.pk}/")

    assert (response.status_code, response.url) == (302, "/")
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.usefixtures("demonstration")
def test_one_person_after_another_can_be_tried(client):
    first, second = PersonFactory.create_batch(2, **SOMEBODY)
    client.post(f"/demonstration/{first.pk}/")

    client.post(f"/demonstration/{second.pk}/")

    assert client.session["_auth_user_id"] == str(second.pk)


@pytest.mark.usefixtures("demonstration")
def test_a_passkey_of_one_visitor_does_not_lock_out_the_next(client, passkey):
    expert = PersonFactory(**SOMEBODY)
    give_role(expert, Role.EXPERT, now=NOON)
    passkey(expert)

    assert client.post(f"/demonstration/{expert.pk}/").url == "/"


@pytest.mark.usefixtures("demonstration")
def test_a_link_alone_signs_nobody_in(client):
    assert client.get(f"/demonstration/{PersonFactory(**SOMEBODY).pk}/").status_code == 405


@pytest.mark.usefixtures("demonstration")
def test_nobody_becomes_a_real_person(client):
    staff = somebody_with(Role.STAFF)

    assert client.post(f"/demonstration/{staff.pk}/").status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("people", [1, 3])
def test_the_list_costs_the_same_for_few_and_many(client, people, django_assert_num_queries):
    PersonFactory.create_batch(people, **SOMEBODY)

    with django_assert_num_queries(1):
        client.get("/demonstration/")
