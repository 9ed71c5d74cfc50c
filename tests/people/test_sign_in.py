"""Signing up and in: a code from a letter, a password, and what a stranger must not learn."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from peremena.mail.models import Letter
from peremena.people import services
from peremena.people.abilities import Role
from peremena.people.models import Person
from tests.factories import NOON, PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters_at_once")]

SIGN_IN, CODE, BY_PASSWORD = "/sign-in/", "/sign-in/code/", "/sign-in/password/"
ALIYA = {"name": "Алия", "patronymic": "Маратовна", "surname": "Каримова"}


@pytest.fixture
def letters_at_once(monkeypatch):
    """A test never commits; letters go out as if it did. Nobody has tried too often yet."""
    cache.clear()
    monkeypatch.setattr("django.db.transaction.on_commit", lambda deed, **_: deed())


def code_in(letter):
    return re.search(r"\d{6}", letter.body).group()


def sign_in(client, email, next_page=""):
    client.post(SIGN_IN, {"email": email, "next": next_page})


def who(client):
    return client.session.get("_auth_user_id")


def test_a_code_from_a_letter_opens_the_page_that_was_asked_for(client, mailoutbox):
    person = services.add_person(name="Алия", email="aliya@example.org")
    assert client.get(reverse("account")).url == f"{SIGN_IN}?next=/me/"

    sign_in(client, "Aliya@Example.org", next_page="/me/")
    response = client.post(CODE, {"code": code_in(mailoutbox[0]), "next": "/me/"})

    assert (response.url, who(client)) == ("/me/", str(person.pk))


def test_a_new_person_signs_up_by_name_and_a_code(client, mailoutbox):
    response = client.post("/sign-up/", ALIYA | {"email": "Aliya@Example.org"})
    assert response.url == "/sign-up/code/"
    client.get("/sign-up/code/")

    client.post("/sign-up/code/", {"code": code_in(mailoutbox[0])})

    person = Person.objects.get()
    assert (person.full_name, person.email) == ("Каримова Алия Маратовна", "aliya@example.org")
    assert not person.has_usable_password()
    assert who(client) == str(person.pk)


def test_an_invited_newcomer_signs_up_and_stands_before_the_invitation(client, mailoutbox):
    asked = client.get("/join/").url
    assert 'href="/sign-up/?next=%2Fjoin%2F"' in client.get(asked).text

    new = ALIYA | {"email": "aliya@example.org", "next": "/join/"}
    page = client.post("/sign-up/", new).url
    response = client.post(page, {"code": code_in(mailoutbox[0]), "next": "/join/"})

    assert response.url == "/join/"


def test_whoever_left_signing_up_half_way_gets_in_by_a_code(client, mailoutbox):
    client.post("/sign-up/", ALIYA | {"email": "aliya@example.org"})
    client.post("/sign-out/")

    sign_in(client, "aliya@example.org")
    response = client.post(CODE, {"code": code_in(mailoutbox[-1])})

    assert (response.url, who(client)) == ("/", str(Person.objects.get().pk))


def test_a_slip_in_the_address_can_be_mended_while_signing_up(client, mailoutbox):
    client.post("/sign-up/", ALIYA | {"email": "aliya@exmple.org"})
    client.post("/sign-up/code/", {"action": "change", "email": "aliya@example.org"})
    client.post("/sign-up/code/", {"code": code_in(mailoutbox[-1])})

    assert [letter.to for letter in mailoutbox] == [["aliya@exmple.org"], ["aliya@example.org"]]
    assert Person.objects.get().email == "aliya@example.org"


@pytest.mark.parametrize("page", [SIGN_IN, "/password/"])
def test_nobody_learns_who_has_signed_up(client, page):
    services.add_person(name="Алия", email="aliya@example.org")

    known = client.post(page, {"email": "aliya@example.org"})
    client.post("/sign-out/")
    unknown = client.post(page, {"email": "nobody@example.org"})

    assert known.url == unknown.url
    assert [letter.to for letter in Letter.objects.order_by("pk")] == [
        "aliya@example.org",
        "nobody@example.org",
    ]


def test_signing_up_twice_only_tells_the_owner_of_the_address(client, mailoutbox):
    services.add_person(name="Алия", email="aliya@example.org")

    response = client.post("/sign-up/", ALIYA | {"email": "aliya@example.org"})

    assert response.url == "/sign-up/code/"
    assert "Вы уже записаны" in mailoutbox[0].subject
    assert Person.objects.count() == 1


def test_three_wrong_codes_and_the_code_is_worth_nothing(client, mailoutbox):
    services.add_person(name="Алия", email="aliya@example.org")
    sign_in(client, "aliya@example.org")

    for _ in range(3):
        client.post(CODE, {"code": "000000"})
    client.post(CODE, {"code": code_in(mailoutbox[0])})

    assert who(client) is None


def test_more_than_three_codes_a_minute_are_refused(client, mailoutbox):
    services.add_person(name="Алия", email="aliya@example.org")
    for _ in range(3):
        sign_in(client, "aliya@example.org")
        client.post("/sign-out/")

    response = client.post(SIGN_IN, {"email": "aliya@example.org"})

    assert "Слишком много попыток" in response.text
    assert len(mailoutbox) == 3


def test_another_address_can_be_chosen_while_a_code_is_awaited(client):
    sign_in(client, "aliya@exmple.org")
    assert client.get(SIGN_IN).url == CODE

    client.post("/sign-out/", {"next": SIGN_IN})

    assert client.get(SIGN_IN).status_code == 200


def test_a_code_is_not_kept_after_its_letter_is_out(client, mailoutbox):
    services.add_person(name="Алия", email="aliya@example.org")

    sign_in(client, "aliya@example.org")

    letter = Letter.objects.get()
    assert (letter.kind, letter.is_secret, letter.body) == ("account.login_code", True, "")


def test_whoever_wants_signs_in_by_password(client):
    person = services.add_person(name="Алия", email="aliya@example.org")
    services.set_password(person, "село Ключи 74")

    wrong = client.post(BY_PASSWORD, {"login": "aliya@example.org", "password": "село"})
    client.post(BY_PASSWORD, {"login": "Aliya@example.org", "password": "село Ключи 74"})

    assert "Почта или пароль не подходят" in wrong.text
    assert who(client) == str(person.pk)


def test_guessing_a_password_stops_after_five_attempts(client):
    person = services.add_person(name="Алия", email="aliya@example.org")
    services.set_password(person, "село Ключи 74")
    for _ in range(5):
        client.post(BY_PASSWORD, {"login": "aliya@example.org", "password": "мимо"})

    client.post(BY_PASSWORD, {"login": "aliya@example.org", "password": "село Ключи 74"})

    assert who(client) is None


def test_a_forgotten_password_is_replaced_by_a_code_and_the_person_is_in(client, mailoutbox):
    person = services.add_person(name="Алия", email="aliya@example.org")

    client.post("/password/", {"email": "aliya@example.org"})
    client.post("/password/code/", {"code": code_in(mailoutbox[0])})
    new = {"password1": "село Ключи 74", "password2": "село Ключи 74"}
    client.post("/password/new/", new)

    person.refresh_from_db()
    assert person.check_password("село Ключи 74")
    assert who(client) == str(person.pk)
    assert [letter.subject for letter in mailoutbox[1:]] == ["Ваш пароль изменён"]


def test_somebody_closed_out_does_not_get_in(client, mailoutbox):
    services.add_person(name="Алия", email="aliya@example.org")
    Person.objects.update(is_active=False)

    sign_in(client, "aliya@example.org")

    assert [letter.subject for letter in mailoutbox] == ["Этого адреса у нас пока нет"]


def test_signing_in_never_leads_to_another_site(client, mailoutbox):
    services.add_person(name="Алия", email="aliya@example.org")
    sign_in(client, "aliya@example.org", next_page="https://elsewhere.example/")

    code = {"code": code_in(mailoutbox[0]), "next": "https://elsewhere.example/"}

    assert client.post(CODE, code).url == "/"


def test_a_passkey_is_a_second_lock_only_for_those_who_see_others(client, mailoutbox, passkey):
    for email, role in [("head@example.org", Role.HEAD), ("expert@example.org", Role.EXPERT)]:
        person = services.add_person(name="Алия", email=email)
        passkey(person)
        services.give_role(person, role, now=NOON)

    pages = []
    for email in ("head@example.org", "expert@example.org"):
        sign_in(client, email)
        pages.append(client.post(CODE, {"code": code_in(mailoutbox[-1])}).url)
        client.post("/sign-out/")

    assert pages == ["/", "/sign-in/second-step/"]


def test_the_second_step_accepts_a_spare_code_once(client, mailoutbox, passkey, spare_codes):
    person = services.add_person(name="Алия", email="expert@example.org")
    services.give_role(person, Role.EXPERT, now=NOON)
    passkey(person)
    code = spare_codes(person)[0]

    results = []
    for _ in range(2):
        sign_in(client, "expert@example.org")
        client.post(CODE, {"code": code_in(mailoutbox[-1])})
        client.post("/sign-in/second-step/", {"code": code})
        results.append(who(client) == str(person.pk))
        client.post("/sign-out/")

    assert results == [True, False]


def test_a_demonstration_address_without_letters_is_nobody(client):
    PersonFactory(email=None, is_demonstration=True)

    assert client.post(SIGN_IN, {"email": ""}).status_code == 200
    assert who(client) is None
