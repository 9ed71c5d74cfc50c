"""AC: deeds one can picture, people who do them and answer for them."""

import pytest


def test_what_a_deed_lacks_is_listed_in_one_remark(good, found, said):
    good["plan"][3] |= {"place": " ", "responsible": None, "results": []}

    ((field, severity, _place),) = found(good, "AC-01")
    assert (field, severity) == ("plan.a4.place", "E")
    assert said(good, "AC-01") == ["У дела не хватает: места, ответственного, результата."]


def test_nobody_may_be_expected_at_a_deed(good, found):
    good["plan"][1]["people"] = 0

    assert found(good, "AC-01") == []


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Культурно-воспитательные мероприятия", "Культурно-воспитательные"),
        ("Концерты, лекции и др.", "и др."),
        ("Концерты, лекции и т. д.", "и т. д"),
        ("Комплекс мероприятий ко Дню села", "Комплекс мероприятий"),
        ("Работа с населением", "Работа с населением"),
    ],
)
def test_a_name_that_may_mean_anything(good, found, title, place):
    good["plan"][5]["title"] = title

    assert found(good, "AC-03") == [("plan.a6.title", "W", place)]


@pytest.mark.parametrize(
    "title",
    [
        "Вечер «Валенки моей бабушки»",
        "Вечер «Такие различные валенки»",
        "Лекция и тихий час",
        "Ряд лавок в сквере: сборка с отцами",
        None,
    ],
)
def test_a_name_one_can_picture(good, found, title):
    good["plan"][5]["title"] = title

    assert found(good, "AC-03") == []


@pytest.mark.parametrize(("profile", "severity"), [("ngo", "W"), ("ib", "E")])
def test_a_plan_that_ends_with_the_opening(good, found, profile, severity):
    good["profile"] = profile
    good["plan"][2] |= {"kind": "build", "title": "Сдача площадки"}
    good["plan"][5]["kind"] = "gather"

    assert found(good, "AC-06") == [("plan", severity, "Сдача площадки")]


def test_one_use_after_the_opening_is_not_enough(good, found):
    good["plan"][2]["kind"] = "build"

    assert len(found(good, "AC-06")) == 1


def test_what_was_used_before_the_opening_does_not_count(good, found):
    good["plan"][6] |= {"kind": "build"}
    good["plan"][3] |= {"kind": "use"}

    assert len(found(good, "AC-06")) == 1


def test_uses_after_the_opening_and_uses_without_a_day(good, found):
    good["plan"][2]["kind"] = "build"
    good["plan"][6] |= {"kind": "use", "start": None}

    assert found(good, "AC-06") == []


def test_what_is_not_built_needs_no_uses(good, found):
    for deed in good["plan"]:
        deed["kind"] = "teach"

    assert found(good, "AC-06") == []


@pytest.mark.parametrize(("profile", "severity"), [("ngo", "W"), ("ib", "E")])
def test_residents_who_only_receive(good, found, profile, severity):
    good["profile"] = profile
    good["plan"][2]["title"] = "Подрядчик готовит комнату"
    del good["budget"][5]

    assert found(good, "AC-09") == [("plan", severity, "")]


def test_work_of_residents_that_nobody_counted(good, found):
    del good["budget"][5]

    assert found(good, "AC-09") == [("plan.a3.title", "W", "субботник")]


@pytest.mark.parametrize(
    "change",
    [
        {"free_because": "жители приходят со своим инструментом"},
        {"title": "Сход: выбираем место для мастерской"},
    ],
)
def test_work_explained_or_a_decision_of_residents(good, found, change):
    good["plan"][2] |= change
    del good["budget"][5]

    assert found(good, "AC-09") == []


def test_a_walk_is_not_an_assembly_of_residents(good, found):
    good["plan"][2]["title"] = "Сходить в музей"
    del good["budget"][5]

    assert found(good, "AC-09") == [("plan", "W", "")]


@pytest.mark.parametrize("responsible", ["p9", "администрация"])
def test_somebody_outside_the_team_answers(good, found, responsible):
    good["plan"][0]["responsible"] = responsible

    assert found(good, "AC-10") == [
        ("plan.a1.responsible", "E", "Опрос подростков и родителей «до»")
    ]


@pytest.mark.parametrize("responsible", ["p3", "", None])
def test_one_of_the_team_answers_or_nobody_yet(good, found, responsible):
    good["plan"][0]["responsible"] = responsible

    assert found(good, "AC-10") == []
