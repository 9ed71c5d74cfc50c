"""First pages: of a person and of a project."""

import pytest

from peremena.contests import services as contests
from peremena.people.abilities import Role
from peremena.projects import services
from tests.factories import NOON, PersonFactory, example, project_of, somebody_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def expert():
    return somebody_with(Role.EXPERT)


@pytest.fixture
def project(leader):
    made = project_of(leader, brief=example())
    services.projects.show_to_experts(made, shown=True, by=leader)
    return made


def say(project, do, text, by):
    page = project.sections.get(name="goal")
    return services.talks.say(page, do, text, by=by, now=NOON).talk


def seen(client, person, address="/"):
    client.force_login(person)
    return client.get(address).text


def test_when_everything_is_filled_in_the_next_step_is_a_contest(client, leader, project):
    assert "Выбрать конкурс</a>" in seen(client, leader)


def test_when_the_application_is_made_the_next_step_is_to_open_it(client, leader, project):
    made = contests.freeze(project, "fpg", by=leader, now=NOON)

    for address in ("/", project.get_absolute_url()):
        page = seen(client, leader, address)
        assert "Заявка готова" in page
        assert f'href="{made.get_absolute_url()}">Открыть заявку' in page


def test_a_note_waits_for_whoever_did_not_have_the_last_word(client, leader, expert, project):
    talk = say(project, "say:goal.text", "А сколько их сейчас?", expert)
    assert "Ждёт вашего ответа" in seen(client, leader)
    assert "А сколько их" not in seen(client, expert, project.get_absolute_url())

    say(project, f"answer:{talk.pk}", "Сорок.", leader)
    assert "Ждёт вашего ответа" not in seen(client, leader)
    assert "Открытые заметки" in seen(client, expert, project.get_absolute_url())


def test_whoever_reads_others_projects_is_not_urged_to_begin_one(client, expert, project):
    page = seen(client, expert)
    assert f'class="button" href="{project.get_absolute_url()}">Продолжить' in page
    assert 'class="button" href="/projects/new/"' not in page


def test_an_empty_page_of_a_project_does_not_say_that_all_is_well(client, leader):
    project = project_of(leader)

    page = seen(client, leader, f"/projects/{project.pk}/plan/")

    assert "Здесь пока пусто." in page
    assert "споткнуться не обо что" not in page


def test_staff_are_told_that_they_write_for_the_team(client, leader, project):
    address = f"/projects/{project.pk}/goal/"

    assert "Вы пишете за другого" in seen(client, somebody_with(Role.STAFF), address)
    assert "Вы пишете за другого" not in seen(client, leader, address)


def test_whoever_left_a_note_comes_back_to_it(client, leader, project):
    client.force_login(leader)
    said = {"do": "say:goal.text", "say:goal.text": "Проверить число"}

    response = client.post(f"/projects/{project.pk}/goal/comment/", said)

    [note] = project.sections.get(name="goal").draft.comments.all()
    assert response.url == f"/projects/{project.pk}/goal/#talk-{note.pk}"
    assert f'id="talk-{note.pk}"' in client.get(response.url).text
