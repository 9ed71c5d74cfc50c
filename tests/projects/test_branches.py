"""The tree built by tapping: boxes written, hung on each other, put aside, turned over, removed."""

import pytest

from peremena.projects.models import Project
from peremena.projects.queries import brief_of
from tests.browse import Browse
from tests.factories import PersonFactory, example, project_of

pytestmark = pytest.mark.django_db
OPERATION = "0123456789abcdef"


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def client(leader):
    browse = Browse()
    browse.force_login(leader)
    return browse


def problem(project):
    return brief_of(Project.objects.get(pk=project.pk)).problem


def tap(client, project, at, **words):
    base = project.sections.get(name="problem").draft.version
    sent = {"at": at, "base": base, "operation": OPERATION} | words
    return client.post(f"/projects/{project.pk}/branch/", sent)


def test_a_tree_grows_from_nothing_box_by_box(client, leader):
    project = project_of(leader)

    tap(client, project, "problem.core", text="Подросткам некуда прийти", cause="Клуб закрыт")
    first = problem(project).causes[0]
    tap(client, project, f"problem.causes.{first.id}", text="Клуб закрыт", cause="Нет ставки")
    tap(client, project, "problem.core", text="Подросткам некуда прийти", effect="Сидят на трассе")

    found = problem(project)
    assert found.core == "Подросткам некуда прийти"
    assert [(one.text, one.under) for one in found.causes] == [
        ("Клуб закрыт", None),
        ("Нет ставки", first.id),
    ]
    assert [one.text for one in found.effects] == ["Сидят на трассе"]


def test_a_cause_is_put_aside_with_a_reason(client, leader):
    project = project_of(leader, brief=example())

    answer = tap(
        client, project, "problem.causes.c1", text="Некому вести", state="aside", why_not="Округ"
    )

    cause = problem(project).causes[0]
    assert answer.headers["Location"].endswith("/pictures/tree/?at=problem.causes.c1#at")
    assert (cause.text, cause.chosen, cause.why_not) == ("Некому вести", False, "Округ")
    assert cause.instead == example().problem.causes[0].instead


def test_turning_over_changes_nothing_but_the_words_of_how_it_will_be(client, leader):
    project = project_of(leader, brief=example())

    tap(client, project, "problem.causes.c1", instead="Светло три вечера", turned="on")

    assert problem(project).causes[0].instead == "Светло три вечера"
    assert problem(project).causes[0].text == example().problem.causes[0].text
    assert problem(project).causes[0].chosen is True


def test_sending_the_same_twice_makes_one_box(client, leader):
    project = project_of(leader)
    base = project.sections.get(name="problem").draft.version
    sent = {"at": "problem.core", "base": base, "operation": OPERATION, "cause": "Клуб закрыт"}

    for _time in range(2):
        client.post(f"/projects/{project.pk}/branch/", sent)

    assert [cause.text for cause in problem(project).causes] == ["Клуб закрыт"]


def test_a_removed_box_leaves_what_hung_on_it(client, leader):
    project = project_of(leader)
    tap(client, project, "problem.core", cause="Клуб закрыт")
    first = problem(project).causes[0]
    tap(client, project, f"problem.causes.{first.id}", cause="Нет ставки")

    tap(client, project, f"problem.causes.{first.id}", do="remove")

    assert [cause.text for cause in problem(project).causes] == ["Нет ставки"]
    assert "Нет ставки" in client.get(f"/projects/{project.pk}/pictures/tree/").text


@pytest.mark.parametrize("at", ["problem.voices.x", "goal.text", "problem.causes.a.b", ""])
def test_only_boxes_of_the_tree_are_written_this_way(client, leader, at):
    assert tap(client, project_of(leader), at, text="…").status_code == 404


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("tree", "Мастер ремесла один"),
        ("goals", "Вечером подростки заняты своим делом"),
        ("parties", "Возят детей по графику"),
        ("calendar", "Школа наставников"),
        ("chain", "Цепочка держится"),
        ("logframe", "Придут не меньше 30 из 40"),
        ("money", "573\xa0500\xa0₽"),
    ],
)
def test_every_picture_of_a_whole_and_of_an_empty_project_is_drawn(client, leader, kind, words):
    whole, empty = project_of(leader, brief=example()), project_of(leader)

    assert words in client.get(f"/projects/{whole.pk}/pictures/{kind}/").text
    assert client.get(f"/projects/{empty.pk}/pictures/{kind}/").status_code == 200


def test_there_are_no_other_pictures(client, leader):
    assert client.get(f"/projects/{project_of(leader).pk}/pictures/dreams/").status_code == 404


def test_the_tree_turned_over_leaves_out_what_was_put_aside(client, leader):
    page = client.get(f"/projects/{project_of(leader, brief=example()).pk}/pictures/goals/").text

    assert "Последний автобус" not in page


def test_a_broken_chain_leads_to_the_field_that_mends_it(client, leader):
    brief = example()
    rows = [brief.budget[0].model_copy(update={"activity": None}), *brief.budget[1:]]
    project = project_of(leader, brief=brief.model_copy(update={"budget": rows}))

    page = client.get(f"/projects/{project.pk}/pictures/chain/").text

    assert (
        f'<a href="/projects/{project.pk}/budget/#f-budget-b1-activity">Чесальная машина</a>'
        in page
    )
