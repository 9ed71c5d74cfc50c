"""A neighbour answers: one question on a screen, nothing lost, nothing kept without agreement."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from peremena.journal.models import Entry
from peremena.places import services as places
from peremena.places.capacity import QUESTIONS
from peremena.places.models import Questionnaire, Resource
from peremena.places.services import capacity
from tests.browse import Browse
from tests.factories import NOON, PersonFactory, TerritoryFactory

pytestmark = pytest.mark.django_db

TOKEN = "a" * 32
STOVE = "Кладу печи. Могу показать молодым."


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


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
def asked(territory, keeper):
    return capacity.ask(territory, token=TOKEN, by=keeper, now=NOON)


@pytest.fixture
def neighbour():
    """Has no account."""
    return Browse()


def page(name, *arguments):
    return reverse(f"places:{name}", args=arguments)


def test_a_keeper_makes_a_link_that_nobody_can_guess(client, keeper, territory):
    first = client.post(page("capacity", territory.pk))
    client.post(page("capacity", territory.pk))

    one, other = Questionnaire.objects.order_by("pk")
    assert first.headers["Location"] == one.get_absolute_url()
    assert len(one.token) >= 32
    assert one.token != other.token


def test_a_neighbour_answers_one_question_a_screen(neighbour, asked):
    start = neighbour.get(page("neighbour", TOKEN))
    answers = [
        neighbour.post(page("question", TOKEN, step), {"answer": f"Ответ {step}"})
        for step in range(1, len(QUESTIONS) + 1)
    ]
    neighbour.post(page("introduce", TOKEN), {})

    asked.refresh_from_db()
    assert page("question", TOKEN, 1) in start.text
    assert answers[0].headers["Location"] == page("question", TOKEN, 2)
    assert answers[-1].headers["Location"] == page("introduce", TOKEN)
    assert asked.answers == {
        question.key: f"Ответ {step}" for step, question in enumerate(QUESTIONS, 1)
    }
    assert asked.finished_at == NOON


def test_a_dropped_link_goes_on_where_it_stopped_and_back_shows_the_answer(neighbour, asked):
    neighbour.post(page("question", TOKEN, 1), {"answer": STOVE})
    neighbour.post(page("question", TOKEN, 3), {"answer": "Трактор"})

    again = Browse()

    assert page("question", TOKEN, 4) in again.get(page("neighbour", TOKEN)).text
    assert STOVE in again.get(page("question", TOKEN, 1)).text


def test_an_answer_can_be_taken_away(neighbour, asked):
    neighbour.post(page("question", TOKEN, 1), {"answer": STOVE})
    neighbour.post(page("question", TOKEN, 1), {"answer": " "})

    asked.refresh_from_db()
    assert asked.answers == {}


def test_nothing_is_ticked_beforehand(neighbour, asked):
    assert "checked" not in neighbour.get(page("introduce", TOKEN)).text


@pytest.mark.parametrize(
    ("sent", "status", "kept"),
    [
        ({}, 302, ("", "")),
        ({"name": "Пётр", "name_agreed": "on"}, 302, ("Пётр", "")),
        ({"phone": "+7 913 0000000", "phone_agreed": "on"}, 302, ("", "+7 913 0000000")),
        ({"name": "Пётр"}, 422, ("", "")),
        ({"name": "Пётр", "phone": "1", "name_agreed": "on"}, 422, ("", "")),
        ({"name_agreed": "on", "phone_agreed": "on"}, 302, ("", "")),
    ],
)
def test_a_name_and_a_phone_are_kept_only_by_agreement(neighbour, asked, sent, status, kept):
    response = neighbour.post(page("introduce", TOKEN), sent)

    asked.refresh_from_db()
    assert response.status_code == status
    assert (asked.name, asked.phone) == kept
    assert (asked.name_agreed_at is not None, asked.phone_agreed_at is not None) == (
        bool(kept[0]),
        bool(kept[1]),
    )
    assert "Пётр" not in str(list(Entry.objects.values_list("details", flat=True)))


def test_an_answer_goes_on_the_map_without_typing(client, neighbour, asked, keeper):
    neighbour.post(page("question", TOKEN, 1), {"answer": STOVE})
    neighbour.post(page("introduce", TOKEN), {"name": "Пётр", "name_agreed": "on"})

    client.post(page("answer_to_map", asked.pk), {"question": "hands"})
    again = client.post(page("answer_to_map", asked.pk), {"question": "hands"})

    resource = Resource.objects.get()
    assert (resource.title, resource.story, resource.layer, resource.owner) == (
        "Кладу печи",
        STOVE,
        "people",
        "Пётр",
    )
    assert (resource.is_shown, again.status_code) == (False, 409)


@pytest.mark.parametrize("question", ["", "wish", "nothing"])
def test_only_answers_that_belong_on_the_map_go_there(client, asked, question):
    response = client.post(page("answer_to_map", asked.pk), {"question": question})

    assert response.status_code == 404


def test_taking_back_erases_all_and_what_came_of_it(client, neighbour, asked, keeper):
    neighbour.post(page("question", TOKEN, 1), {"answer": STOVE})
    neighbour.post(page("introduce", TOKEN), {"name": "Пётр", "name_agreed": "on"})
    client.post(page("answer_to_map", asked.pk), {"question": "hands"})

    response = neighbour.post(page("take_back", TOKEN))

    assert response.status_code == 200
    assert not Questionnaire.objects.exists()
    assert not Resource.objects.exists()
    assert neighbour.get(page("neighbour", TOKEN)).status_code == 404
    assert Entry.objects.filter(deed="places.questionnaire.erased", actor=None).count() == 1


def test_a_keeper_can_erase_too(client, asked):
    client.post(page("erase_answers", asked.pk))

    assert not Questionnaire.objects.exists()


def test_an_old_link_takes_no_answers_but_still_erases(neighbour, asked):
    Questionnaire.objects.update(made_at=NOON - timedelta(days=61))

    late = neighbour.post(page("question", TOKEN, 1), {"answer": STOVE})

    assert late.status_code == 409
    assert neighbour.post(page("take_back", TOKEN)).status_code == 200


@pytest.mark.parametrize("step", [0, 9, 99])
def test_there_are_eight_questions(neighbour, asked, step):
    assert neighbour.get(page("question", TOKEN, step)).status_code == 404


def test_a_guessed_token_opens_nothing(neighbour, asked):
    for name, more in (("neighbour", ()), ("question", (1,)), ("introduce", ())):
        assert neighbour.get(page(name, "b" * 32, *more)).status_code == 404


def test_only_keepers_of_the_territory_read_answers(asked):
    stranger = Client()
    stranger.force_login(PersonFactory())

    assert stranger.get(page("capacity", asked.territory_id)).status_code == 404
    assert stranger.get(asked.get_absolute_url()).status_code == 404
    assert stranger.post(page("erase_answers", asked.pk)).status_code == 404
    assert stranger.post(page("answer_to_map", asked.pk), {"question": "hands"}).status_code == 404


def test_after_a_year_a_neighbour_is_known_by_name_no_more(client, neighbour, asked):
    neighbour.post(page("question", TOKEN, 1), {"answer": STOVE})
    neighbour.post(page("introduce", TOKEN), {"name": "Пётр", "name_agreed": "on"})
    client.post(page("answer_to_map", asked.pk), {"question": "hands"})

    too_early = capacity.forget_names(NOON)
    forgotten = capacity.forget_names(NOON + timedelta(seconds=1))

    asked.refresh_from_db()
    assert (too_early, forgotten) == (0, 1)
    assert (asked.name, asked.name_agreed_at, asked.answers) == ("", None, {"hands": STOVE})
    assert Resource.objects.get().owner == ""
