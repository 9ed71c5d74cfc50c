"""TA: each task takes away a cause, is served by activities and comes to a result."""

import pytest


@pytest.mark.parametrize("causes", [[], ["c9"]])
def test_a_task_takes_away_a_cause_that_exists(good, found, causes):
    good["tasks"][0]["causes"] = causes

    assert found(good, "TA-02") == [("tasks.t1.causes", "W", good["tasks"][0]["text"])]


def test_in_an_initiative_project_it_is_a_hint(good, found):
    good["profile"] = "ib"
    good["tasks"][0]["causes"] = []

    assert [severity for _field, severity, _place in found(good, "TA-02")] == ["H"]


def test_a_lonely_task_and_a_lonely_activity_are_found(good, found):
    good["tasks"].append({"id": "t3", "text": "Издать книгу о мастере", "causes": ["c2"]})
    good["plan"][5]["task"] = "t9"

    assert found(good, "TA-03") == [
        ("tasks.t3.text", "E", "Издать книгу о мастере"),
        ("plan.a6.task", "E", "Ярмарка первых пар на Масленицу"),
    ]


def test_tasks_wait_for_the_plan_to_begin(good, found):
    kept = ("format", "problem", "groups", "goal", "tasks")
    early = {key: good[key] for key in kept}

    assert (found(early, "TA-03"), found(early, "TA-07")) == ([], [])


@pytest.mark.parametrize(
    ("task", "place"),
    [
        ("Провести 10 мастер-классов в феврале", "Провести"),
        ("Организовать концерт ко Дню матери", "Организовать"),
        ("Установить тренажёры во дворе", "Установить"),
        ("Порадовать детей: три концерта", "три концерта"),
        ("Собрать жителей 14 марта", "14 марта"),
        ("Собрать жителей в феврале", "в феврале"),
    ],
)
def test_an_event_is_not_a_task(good, found, task, place):
    good["tasks"][0]["text"] = task

    assert found(good, "TA-04") == [("tasks.t1.text", "W", place)]


@pytest.mark.parametrize(
    "task",
    [
        "Передать подросткам пимокатное ремесло",
        "Открыть вечернюю мастерскую три раза в неделю",
        "Подготовить пять учеников-наставников",
        "Организовать подвоз детей из Лесной",
        "Установить доверительные отношения с родителями",
        "Приобрести 40 подросткам первую профессию",
        "Возродить праздник 9 Мая в Лесной",
        "Научить 40 детей играть в шахматы",
    ],
)
def test_what_is_to_be_achieved_is_a_task(good, found, task):
    good["tasks"][0]["text"] = task

    assert found(good, "TA-04") == []


def test_a_task_none_of_whose_activities_has_a_result(good, found):
    for activity in good["plan"]:
        if activity["task"] == "t2":
            activity["results"] = ["r9"]

    assert found(good, "TA-07") == [("tasks.t2.text", "E", good["tasks"][1]["text"])]


def test_a_task_without_activities_is_not_told_twice(good, found):
    good["tasks"].append({"id": "t3", "text": "Издать книгу о мастере", "causes": ["c2"]})

    assert found(good, "TA-07") == []


@pytest.mark.parametrize(("number", "severities"), [(0, ["W"]), (1, ["H"]), (5, []), (6, ["H"])])
def test_there_are_two_to_five_tasks(good, found, number, severities):
    good["tasks"] = [{"id": f"t{n}", "text": f"Обучить {n} мастеров"} for n in range(number)]

    assert [severity for _field, severity, _place in found(good, "TA-01")] == severities


def test_a_task_that_repeats_the_goal(good, found):
    good["goal"]["text"] = "Вернуть подросткам вечернее занятие"
    good["tasks"][0]["text"] = "Вернуть вечернее занятие подросткам"

    assert found(good, "TA-06") == [("tasks.t1.text", "W", good["tasks"][0]["text"])]


def test_a_task_that_serves_the_goal_is_not_the_goal(good, found):
    good["goal"]["text"] = "Вернуть подросткам вечернее занятие через ремесло"
    good["tasks"][0]["text"] = "Открыть подросткам вечернюю мастерскую"

    assert found(good, "TA-06") == []


def test_a_chosen_cause_without_a_task_is_forgotten(good, found):
    good["tasks"][1]["causes"] = ["c1"]

    cause = good["problem"]["causes"][1]["text"]
    assert found(good, "TA-08") == [("problem.causes.c2.chosen", "W", cause)]


def test_a_cause_left_to_others_needs_no_task(good, found):
    assert found(good, "TA-08") == []


@pytest.mark.parametrize(
    ("task", "place"),
    [("Подготовить отчёт", "Подготовить отчёт"), ("Собрать команду", "Собрать команду")],
)
def test_reporting_is_not_a_task(good, found, task, place):
    good["tasks"][0]["text"] = task

    assert found(good, "TA-09") == [("tasks.t1.text", "H", place)]


def test_a_team_of_players_may_be_gathered_by_other_words(good, found):
    good["tasks"][0]["text"] = "Собрать дворовые команды по хоккею"

    assert found(good, "TA-09") == []
