"""Changes of a resource that have waited on a phone: once, and over nobody's words."""

import pytest
from django.urls import reverse

from peremena.journal.models import Entry
from peremena.kit.files import examined_photo
from peremena.places import services as places
from peremena.places.rules import Layer
from peremena.places.services import resources
from peremena.places.services.resources import Known, Told
from peremena.places.showing import Faces
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
    resources.change(pond, told, by=other, now=NOON, known=Known(0))

    edited(client, pond, 0, season="летом")

    pond.refresh_from_db()
    assert (pond.season, pond.owner) == ("летом", "Школа")


def test_words_of_two_people_about_one_thing_stand_side_by_side(client, pond, other):
    told = Told("Пруд", Layer.PHYSICAL, owner="Школа")
    resources.change(pond, told, by=other, now=NOON, known=Known(0))

    refused = edited(client, pond, 0, owner="Клуб", season="летом")
    pond.refresh_from_db()
    stood = (pond.owner, pond.season)
    insists = refused.json()["anew"]["insists"]
    edited(client, pond, 0, insists=insists, owner="Клуб", season="летом")

    pond.refresh_from_db()
    assert (refused.status_code, stood) == (422, ("Школа", ""))
    assert [*refused.json()["errors"]] == ["owner"]
    assert ") записал здесь: «Школа»" in refused.json()["errors"]["owner"]
    assert (pond.owner, pond.season) == ("Клуб", "летом")


def test_a_photo_of_somebody_else_is_not_replaced_without_a_word(client, pond, other):
    told = Told("Пруд", Layer.PHYSICAL, photo=examined_photo(photo()))
    resources.change(pond, told, by=other, now=NOON, known=Known(0))

    refused = edited(client, pond, 0, photo=photo())

    assert [*refused.json()["errors"]] == ["photo"]


def test_a_page_without_scripts_shows_the_other_words_and_takes_the_second_press(
    client, pond, other
):
    told = Told("Пруд", Layer.PHYSICAL, owner="Школа")
    resources.change(pond, told, by=other, now=NOON, known=Known(0))
    sent = {"layer": "physical", "title": "Пруд", "owner": "Клуб", "seen": 0}

    page = client.post(editing(pond), sent)
    insists = f"owner.{pond.edits.get().pk}"
    second = client.post(editing(pond), sent | {"insists": insists})

    pond.refresh_from_db()
    assert (page.status_code, second.status_code, pond.owner) == (422, 302, "Клуб")
    assert ") записал здесь: «Школа»" in page.text
    assert hidden(page) == {"seen": "0", "insists": insists}


def hidden(page):
    found = {one: page.context["form"][one].value() for one in ("seen", "insists")}
    for name, value in found.items():
        assert f'name="{name}" value="{value}"' in page.text
    return found


def test_whoever_insists_in_one_field_leaves_what_others_wrote_in_another(client, pond, other):
    told = Told("Озеро", Layer.PHYSICAL, story="Вырыли в 1962 году")
    resources.change(pond, told, by=other, now=NOON, known=Known(0))

    refused = edited(client, pond, 0, title="Пруд у школы")
    insists = refused.json()["anew"]["insists"]
    edited(client, pond, 0, title="Пруд у школы", insists=insists)

    pond.refresh_from_db()
    assert [*refused.json()["errors"]] == ["title"]
    assert (pond.title, pond.story) == ("Пруд у школы", "Вырыли в 1962 году")


def test_an_ordinary_error_does_not_make_old_words_new(client, pond, other):
    told = Told("Пруд", Layer.PHYSICAL, story="Вырыли в 1962 году")
    resources.change(pond, told, by=other, now=NOON, known=Known(0))

    refused = edited(client, pond, 0, point="у школы")
    page = client.post(editing(pond), {"layer": "physical", "title": "", "seen": 0})

    assert ([*refused.json()["errors"]], refused.json()["anew"]) == (["point"], {"insists": ""})
    assert page.context["form"]["seen"].value() == "0"


def test_whoever_insists_is_asked_again_when_others_write_once_more(client, pond, other):
    told = Told("Пруд", Layer.PHYSICAL, owner="Школа")
    resources.change(pond, told, by=other, now=NOON, known=Known(0))
    insists = edited(client, pond, 0, owner="Клуб").json()["anew"]["insists"]
    told = Told("Пруд", Layer.PHYSICAL, owner="Сельсовет")
    resources.change(pond, told, by=other, now=NOON)

    again = edited(client, pond, 0, owner="Клуб", insists=insists)

    assert (again.status_code, [*again.json()["errors"]]) == (422, ["owner"])


def test_whoever_insists_may_also_go_back_to_the_first_words(client, pond, other):
    told = Told("Озеро", Layer.PHYSICAL)
    resources.change(pond, told, by=other, now=NOON, known=Known(0))

    edited(client, pond, 0, title="Пруд", insists=f"title.{pond.edits.get().pk}")

    pond.refresh_from_db()
    assert pond.title == "Пруд"


def test_the_last_word_of_a_page_stays_also_when_it_is_the_first_one_again(client, pond):
    first, second = "3f2a9c1e0001", "3f2a9c1e0002"
    edited(client, pond, 0, operation=first, title="Озеро")
    other_device = edited(client, pond, 0, operation="3f2a9c1e0009", title="Пруд", season="летом")
    pond.refresh_from_db()
    between = (pond.title, pond.season)

    edited(client, pond, 0, operation=second, sent=first, title="Пруд")

    pond.refresh_from_db()
    assert (other_device.status_code, between) == (200, ("Озеро", "летом"))
    assert (pond.title, pond.season) == ("Пруд", "летом")


def test_a_photo_of_ones_own_is_chosen_anew_where_nobody_holds_it(client, pond, other):
    told = Told("Пруд", Layer.PHYSICAL, photo=examined_photo(photo()))
    resources.change(pond, told, by=other, now=NOON, known=Known(0))
    sent = {"layer": "physical", "title": "Пруд", "seen": 0}

    page = client.post(editing(pond), sent | {"photo": photo()})

    assert page.status_code == 422
    assert "Нужно ваше — выберите его ещё раз" in page.text


def test_who_agreed_to_one_photo_is_not_taken_as_said_of_another(client, pond, other):
    told = Told("Пруд", Layer.PHYSICAL, photo=examined_photo(photo()), faces=Faces.NOT_YET)
    resources.change(pond, told, by=other, now=NOON, known=Known(0))

    edited(client, pond, 0, faces=str(Faces.AGREED), season="летом")
    pond.refresh_from_db()
    unasked = (pond.season, pond.people_agreed)
    edited(client, pond, pond.edits.last().pk, faces=str(Faces.AGREED))

    pond.refresh_from_db()
    assert (unasked, pond.people_agreed) == (("летом", False), True)


@pytest.mark.parametrize("junk", ["title", "title.", ".1", "title.1.2", "title.-1", "ё.1"])
def test_a_strange_word_about_insisting_is_refused(client, pond, junk):
    assert edited(client, pond, 0, title="Озеро", insists=junk).status_code == 422
