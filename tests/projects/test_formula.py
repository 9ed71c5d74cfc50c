"""The goal out of five pieces, tasks out of causes: only the team's own words."""

from datetime import date

import pytest
from hypothesis import given

from peremena.projects import formula
from peremena.projects.brief import Brief
from peremena.projects.brief.reasons import Goal
from peremena.projects.formula import Beginning
from peremena.projects.models import Project
from peremena.projects.queries import brief_of
from tests.browse import Browse
from tests.factories import PersonFactory, example, project_of
from tests.generated_briefs import contents

OPERATION = "0123456789abcdef"
PIECES = {
    "change": "вернуть живое общение",
    "group": "40 одиноким пожилым людям",
    "place": "в Журавлёвке",
    "mechanism": "через общие обеды",
    "activity": "по средам в библиотеке",
}
AS_THE_PAGE_NAMES_THEM = {f"goal.{part}": text for part, text in PIECES.items()}


def test_the_pieces_make_one_sentence_with_the_day():
    goal = Goal(**PIECES, deadline=date(2028, 4, 30))

    assert formula.assembled(goal) == (
        "Вернуть живое общение 40 одиноким пожилым людям в Журавлёвке к 30\xa0апреля 2028 года"
        " через общие обеды по средам в библиотеке."
    ).replace("\xa0", " ")


def test_without_a_change_there_is_no_goal():
    assert formula.assembled(Goal(group="40 подросткам")) == ""


@given(contents().map(Brief.model_validate))
def test_nothing_is_said_that_the_team_has_not_written(brief):
    goal = brief.goal.model_copy(update={"deadline": None})
    own = " ".join(" ".join((getattr(goal, part) or "").split()) for part in formula.PARTS)

    said = formula.assembled(goal).removesuffix(".")

    assert said[1:] in " ".join(own.split()) + "."


def test_a_cause_waits_for_a_task_until_one_answers_it():
    whole = example()
    one = whole.model_copy(update={"tasks": whole.tasks[:1]})

    assert formula.without_task(whole) == ()
    assert formula.without_task(one) == (
        Beginning("c2", whole.problem.causes[1].text, whole.problem.causes[1].instead),
    )


@pytest.fixture
def leader(db):
    return PersonFactory()


@pytest.fixture
def client(leader):
    browse = Browse()
    browse.force_login(leader)
    return browse


def brief(project):
    return brief_of(Project.objects.get(pk=project.pk))


def test_pieces_are_kept_before_they_become_the_goal(client, leader):
    project = project_of(leader)
    address = f"/projects/{project.pk}/formula/"

    kept = client.post(address, {"operation": OPERATION, "base": 1} | AS_THE_PAGE_NAMES_THEM)

    assert kept.headers["Location"] == f"{address}#sentence"
    assert (brief(project).goal.group, brief(project).goal.text) == (PIECES["group"], None)
    assert "Вернуть живое общение 40 одиноким" in client.get(address).text


def test_the_sentence_becomes_the_goal_and_the_earlier_one_stays_among_versions(client, leader):
    project = project_of(leader, brief=example())
    before = example().goal.text

    press = {"operation": OPERATION, "base": 1} | AS_THE_PAGE_NAMES_THEM
    client.post(f"/projects/{project.pk}/formula/set/", press)

    draft = project.sections.get(name="goal").draft
    assert brief(project).goal.text.startswith("Вернуть живое общение")
    assert before in [one.content["goal"]["text"] for one in draft.revisions.all()]


def test_a_piece_that_cannot_be_kept_stays_on_the_page_which_says_why_the_goal_is_not_set(
    client, leader
):
    project = project_of(leader, brief=example())
    long = "вернуть живое общение " * 1000
    press = {"operation": OPERATION, "base": 1} | AS_THE_PAGE_NAMES_THEM | {"goal.change": long}

    page = client.post(f"/projects/{project.pk}/formula/set/", press)

    assert page.status_code == 422
    assert long.strip() in page.text
    assert "Это ещё не ваша цель" in page.text
    assert brief(project).goal.text == example().goal.text


def test_without_a_change_no_goal_is_announced(client, leader):
    project = project_of(leader, brief=example())
    press = {"operation": OPERATION, "base": 1} | dict.fromkeys(AS_THE_PAGE_NAMES_THEM, "")

    page = client.post(f"/projects/{project.pk}/formula/set/", press, follow=True)

    assert "Теперь это ваша цель" not in page.text
    assert brief(project).goal.text == example().goal.text


def test_one_press_makes_a_task_of_a_cause(client, leader):
    whole = example()
    project = project_of(leader, brief=whole.model_copy(update={"tasks": []}))
    press = {"operation": OPERATION, "cause": "c2"}

    answers = [client.post(f"/projects/{project.pk}/begin-task/", press) for _time in range(2)]

    (task,) = brief(project).tasks
    assert (task.text, task.causes) == (whole.problem.causes[1].instead, ["c2"])
    assert answers[0].headers["Location"].endswith("/tasks/#f-tasks-for-c2")


@pytest.mark.parametrize("cause", ["c3", "nobody"])
def test_what_was_not_taken_on_makes_no_task(client, leader, cause):
    project = project_of(leader, brief=example().model_copy(update={"tasks": []}))

    client.post(f"/projects/{project.pk}/begin-task/", {"operation": OPERATION, "cause": cause})

    assert brief(project).tasks == []


@pytest.mark.parametrize(
    ("page", "status"), [("formula", 400), ("formula/set", 400), ("begin-task", 404)]
)
def test_what_is_no_press_at_all_changes_nothing(client, leader, page, status):
    project = project_of(leader)

    assert client.post(f"/projects/{project.pk}/{page}/", {}).status_code == status


def test_words_of_two_people_stand_side_by_side_where_they_were_written(client, leader):
    project = project_of(leader, brief=example())
    address = f"/projects/{project.pk}/formula/"
    for number, words in enumerate(("вернуть вечера", "открыть клуб")):
        save = {"operation": f"{OPERATION}{number}", "base": 1, "goal.change": words}
        client.post(address, save)

    page = client.get(address).text
    (offer,) = project.sections.get(name="goal").draft.clashes.all()
    client.post(address, {"operation": OPERATION, "base": 3, "do": f"take:{offer.pk}"})

    assert "Двое написали по-разному" in page
    assert brief(project).goal.change == "вернуть вечера"
