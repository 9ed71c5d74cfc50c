"""Changes of a resource that have waited on a phone: once, and over nobody's words."""

import pytest
from django.urls import reverse

from peremena.journal.models import Entry
from peremena.kit.files import examined_photo
from peremena.places import services as places
from peremena.places.rules import Layer
from peremena.places.services import resources
from peremena.places.services.resources import Told
from tests.factories import NOON, PersonFactory, TerritoryFactory
from tests.places.photos import photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def territory():
    return TerritoryFactory()


@pytest.fixture
def keeper(territory, client):
    person = PersonFactory()
    places.admit(territory, person, now=NOON, by=person)
    client.force_login(person)
    return person


@pytest.fixture
def pond(territory, keeper):
    return resources.add(territory, Told("Пруд", Layer.PHYSICAL), by=keeper, now=NOON)


@pytest.fixture
def other(territory, keeper):
    """Somebody else who writes on the same map."""
    person = PersonFactory(name="Павел")
    places.admit(territory, person, now=NOON, by=keeper)
    return person


def editing(pond):
    return reverse("places:edit_resource", args=[pond.pk])


def edited(client, pond, seen, operation="3f2a9c1e0001", **words):
    """As a phone sends what has waited on it."""
    sent = {"layer": "physical", "title": pond.title, "operation": operation, "seen": seen}
    return client.post(editing(pond), sent | words, headers={"accept": "application/json"})


def test_an_edit_that_waited_changes_a_resource_once_however_often_it_is_sent(client, pond, other):

    first = edited(client, pond, 0, season="летом")
    resources.change(pond, Told("Пруд", Layer.PHYSICAL, season="зимой"), by=other, now=NOON)
    again = edited(client, pond, 0, season="летом")

    pond.refresh_from_db()
    assert first.json() == again.json() == {"address": pond.get_absolute_url()}
    assert pond.season == "зимой"
    assert Entry.objects.filter(deed="places.resource.changed").count() == 2


def test_edits_of_two_people_come_together_field_by_field(client, pond, other):
    told = Told("Пруд", Layer.PHYSICAL, owner="Школа")
    resources.change(pond, told, by=other, now=NOON, seen=0)

    edited(client, pond, 0, season="летом")

    pond.refresh_from_db()
    assert (pond.season, pond.owner) == ("летом", "Школа")


def test_words_of_two_people_about_one_thing_stand_side_by_side(client, pond, other):
    told = Told("Пруд", Layer.PHYSICAL, owner="Школа")
    resources.change(pond, told, by=other, now=NOON, seen=0)

    refused = edited(client, pond, 0, owner="Клуб", season="летом")
    pond.refresh_from_db()
    stood = (pond.owner, pond.season)
    edited(client, pond, refused.json()["anew"]["seen"], owner="Клуб", season="летом")

    pond.refresh_from_db()
    assert (refused.status_code, stood) == (422, ("Школа", ""))
    assert [*refused.json()["errors"]] == ["owner"]
    assert "пишет: «Школа»" in refused.json()["errors"]["owner"]
    assert (pond.owner, pond.season) == ("Клуб", "летом")


def test_a_photo_of_somebody_else_is_not_replaced_without_a_word(client, pond, other):
    told = Told("Пруд", Layer.PHYSICAL, photo=examined_photo(photo()))
    resources.change(pond, told, by=other, now=NOON, seen=0)

    refused = edited(client, pond, 0, photo=photo())

    assert [*refused.json()["errors"]] == ["photo"]


def test_a_page_without_scripts_shows_the_other_words_and_takes_the_second_press(
    client, pond, other
):
    told = Told("Пруд", Layer.PHYSICAL, owner="Школа")
    resources.change(pond, told, by=other, now=NOON, seen=0)
    sent = {"layer": "physical", "title": "Пруд", "owner": "Клуб", "seen": 0}

    page = client.post(editing(pond), sent)
    seen = pond.edits.get().pk

    assert page.status_code == 422
    assert "пишет: «Школа»" in page.text
    assert f'name="seen" value="{seen}"' in page.text
