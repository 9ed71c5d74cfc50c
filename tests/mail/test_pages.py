"""How often letters come: chosen on a page, or stopped by the link in a letter."""

import pytest
from django.test import Client

from peremena.mail.letters import stop_address
from peremena.mail.models import Wishes
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def stop_path(person):
    return "/letters/stop/" + stop_address(person.pk).rsplit("/", 2)[1] + "/"


def test_a_person_chooses_how_often_and_when(client):
    person = PersonFactory()
    client.force_login(person)
    wish = {"wish": "at_once", "quiet_from": "22", "quiet_to": "7", "zone": "Europe/Moscow"}

    assert "одно письмо в день" in client.get("/me/letters/").text
    client.post("/me/letters/", wish)

    kept = Wishes.objects.get(person=person)
    assert (kept.wish, kept.quiet_from, kept.quiet_to, kept.zone) == (
        "at_once", 22, 7, "Europe/Moscow",
    )  # fmt: skip


def test_a_mail_program_stops_letters_with_one_click_and_no_session():
    person = PersonFactory()

    response = Client(enforce_csrf_checks=True).post(
        stop_path(person), {"List-Unsubscribe": "One-Click"}
    )

    assert response.status_code == 302
    assert Wishes.objects.get(person=person).unsubscribed_at is not None


def test_the_page_asks_first_says_what_stops_and_can_be_undone(client):
    person = PersonFactory(name="Заря", surname="Зимняя")
    path = stop_path(person)

    page = client.get(path).text
    assert "Перестать присылать письма" in page
    assert "Зимняя" not in page
    assert not Wishes.objects.exists()

    client.post(path, {"do": "stop"})
    assert "Письма больше не приходят" in client.get(path).text
    client.post(path, {"do": "again"})
    assert Wishes.objects.get().unsubscribed_at is None


def test_a_link_that_was_not_given_out_opens_nothing(client):
    assert client.get("/letters/stop/1~forged/").status_code == 404
    assert client.get("/letters/stop/1/").status_code == 404
