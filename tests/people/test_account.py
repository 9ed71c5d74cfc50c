"""A person's own pages: name, ways to sign in, devices, what one may do."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import timezone

from peremena.people import services
from peremena.people.abilities import Role
from tests.factories import PersonFactory, somebody_with

pytestmark = pytest.mark.django_db

ANDROID = "Mozilla/5.0 (Linux; Android 14; K) Chrome/130.0 YaBrowser/24.10 Mobile Safari/537.36"


def test_a_person_changes_the_name(client):
    person = PersonFactory(name="Алия", surname="Каримова")
    client.force_login(person)
    assert 'value="Каримова"' in client.get("/me/").text

    client.post("/me/", {"name": "Алия", "patronymic": "Маратовна", "surname": "Ким"})

    person.refresh_from_db()
    assert person.full_name == "Ким Алия Маратовна"


def test_a_person_is_not_left_without_a_name(client):
    person = PersonFactory(name="Алия")
    client.force_login(person)

    response = client.post("/me/", {"name": " ", "patronymic": "", "surname": "Ким"})

    person.refresh_from_db()
    assert (response.status_code, person.name) == (200, "Алия")


def test_the_page_says_what_a_role_may_do(client):
    client.force_login(somebody_with(Role.EXPERT))

    text = client.get("/me/").text

    assert "Читает проекты, которые команды показали экспертам, и советует." in text
    assert "Видит проекты всех команд." not in text


@pytest.mark.parametrize(
    "page",
    ["/me/", "/me/e-mail/", "/me/password/new/", "/me/keys/", "/me/keys/add/", "/me/devices/"],
)
def test_every_page_of_the_account_passes_the_page_checks(client, page):
    client.force_login(PersonFactory())

    assert client.get(page).status_code == 200


def test_whoever_has_a_password_can_change_it(client, mailoutbox):
    person = services.add_person(name="Алия", email="aliya@example.org")
    services.set_password(person, "село Ключи 74")
    client.force_login(person)
    assert client.get("/me/password/").status_code == 200

    new = {"oldpassword": "село Ключи 74", "password1": "Лесная 38", "password2": "Лесная 38"}
    response = client.post("/me/password/", new)

    person.refresh_from_db()
    assert (response.url, person.check_password("Лесная 38")) == ("/me/", True)


def test_a_new_address_takes_the_place_of_the_old_one_once_confirmed(client, mailoutbox):
    person = services.add_person(name="Алия", email="aliya@example.org")
    client.force_login(person)

    client.post("/me/e-mail/", {"action_add": "", "email": "Karimova@example.org"})
    person.refresh_from_db()
    assert person.email == "aliya@example.org"
    assert client.get("/sign-up/code/").status_code == 200


def test_keys_are_listed_and_removed(client, passkey):
    person = PersonFactory()
    client.force_login(person)
    key = passkey(person)
    assert "Chrome, Android" in client.get("/me/keys/").text

    page = f"/me/keys/{key.pk}/remove/"
    assert "Удалить ключ «Chrome, Android»?" in client.get(page).text
    client.post(page)

    assert not Authenticator.objects.exists()


def test_the_key_of_somebody_else_is_not_found(client, passkey):
    key = passkey(PersonFactory())
    client.force_login(PersonFactory())

    assert client.get(f"/me/keys/{key.pk}/remove/").status_code == 404


def test_whoever_holds_a_role_and_a_passkey_confirms_with_it_before_seeing_spare_codes(
    client, passkey, spare_codes
):
    expert = somebody_with(Role.EXPERT)
    client.force_login(expert)
    passkey(expert)
    codes = spare_codes(expert)
    assert client.get("/me/spare-codes/").url == "/me/again/key/?next=%2Fme%2Fspare-codes%2F"
    assert "Ввести запасной код" in client.get("/me/again/key/").text

    confirmed = client.post("/me/again/code/", {"code": codes[0], "next": "/me/spare-codes/"})

    assert confirmed.url == "/me/spare-codes/"
    text = client.get("/me/spare-codes/").text
    assert [code in text for code in codes] == [False] + [True] * 9
    assert client.get("/me/spare-codes/new/").status_code == 200


def test_whoever_has_a_password_confirms_with_it_before_adding_a_passkey(client):
    person = services.add_person(name="Алия", email="aliya@example.org")
    services.set_password(person, "село Ключи 74")
    client.force_login(person)
    assert client.get("/me/keys/add/").url == "/me/again/password/?next=%2Fme%2Fkeys%2Fadd%2F"
    assert client.get("/me/again/password/").status_code == 200

    page = {"password": "село Ключи 74", "next": "/me/keys/add/"}

    assert client.post("/me/again/password/", page).url == "/me/keys/add/"


def test_a_person_sees_the_devices_and_signs_out_everywhere_else(client, browser_of):
    person = PersonFactory()
    client.force_login(person)
    client.get("/me/")
    elsewhere = browser_of(person)
    assert "Яндекс Браузер, Android" in client.get("/me/devices/").text

    client.post("/me/devices/")

    assert elsewhere.get("/me/").status_code == 302
    assert client.get("/me/").status_code == 200


def test_a_device_that_has_to_sign_in_again_is_not_shown(client, browser_of):
    person = PersonFactory()
    browser_of(person)
    services.set_password(person, "село Ключи 74")
    client.force_login(person)

    text = client.get("/me/devices/").text

    assert "Яндекс Браузер, Android" not in text
    assert not UserSession.objects.exists()


@pytest.fixture
def browser_of(client):
    """Another browser in which the person is signed in."""

    def sign_in(person):
        browser = type(client)()
        browser.force_login(person)
        session = {"session_key": browser.session.session_key, "user": person, "ip": "10.0.0.7"}
        UserSession.objects.create(**session, user_agent=ANDROID, created_at=timezone.now())
        return browser

    return sign_in
