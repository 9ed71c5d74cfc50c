"""RE: what comes out, in numbers that agree."""

import pytest


def test_what_a_result_lacks_is_listed_in_one_remark(good, remarks):
    good["results"][0] |= {"unit": "", "base": None, "evidence": None}

    (remark,) = [remark for remark in remarks(good) if remark.rule == "RE-01"]

    assert remark.field == "results.r1.unit"
    assert "в чём считаем, сколько сейчас, чем подтвердим" in remark.text


def test_zero_is_a_value(good, found):
    good["results"][2]["target"] = 0

    assert found(good, "RE-01") == []


def test_no_results_are_told_once(good, remarks):
    good["results"] = []

    assert [(r.rule, r.field) for r in remarks(good) if r.rule.startswith("RE")] == [
        ("RE-01", "results")
    ]


def test_results_that_only_retell_activities(good, found):
    good["results"][0]["text"] = "Проведено 60 занятий"
    good["results"][1]["text"] = "Количество мероприятий — 12"
    del good["results"][3]

    assert found(good, "RE-02") == [
        ("results.r1.text", "W", "Проведено"),
        ("results.r2.text", "W", "Количество мероприятий"),
    ]


@pytest.mark.parametrize(
    "text", ["28 подростков сделали первую пару", "Подростки сами ведут проведённые ранее игры"]
)
def test_one_real_consequence_is_enough(good, found, text):
    for result in good["results"]:
        result["text"] = "Проведено 60 занятий"
    good["results"][1]["text"] = text

    assert found(good, "RE-02") == []


@pytest.mark.parametrize("text", ["Посадим цветы у ветеранов", "Проведено 3 соревнования"])
def test_an_output_has_a_number_of_its_own(good, found, text):
    good["results"][1] |= {"text": text, "target": None}

    assert found(good, "RE-03") == [("results.r2.target", "E", text)]


def test_a_number_in_the_words_of_the_result_will_do(good, found):
    good["results"][1] |= {"text": "420 цветов у 14 домов", "target": None}

    assert found(good, "RE-03") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Много детей научится валять", "Много"),
        ("Придёт большое количество жителей", "большое количество"),
        ("Охвачено более подростков, чем раньше", "более подростков"),
    ],
)
def test_many_is_not_a_number(good, found, text, place):
    good["results"][1]["text"] = text

    assert found(good, "RE-03") == [("results.r2.text", "W", place)]


@pytest.mark.parametrize(
    "text",
    ["Многодетные семьи вышли в поход", "Подростки стали более активны", "Опыт донесён до людей"],
)
def test_words_like_them_pass(good, found, text):
    good["results"][1]["text"] = text

    assert found(good, "RE-03") == []


@pytest.mark.parametrize(("number", "severity"), [("60", "E"), ("30", "W")])
def test_the_goal_says_another_number_than_the_group(good, found, number, severity):
    good["goal"]["text"] = good["goal"]["text"].replace("40", number)

    assert ("goal.text", severity, f"{number} подросткам") in found(good, "RE-06")


@pytest.mark.parametrize(
    "goal",
    [
        "Вернуть вечера не менее 30 подросткам",
        "Вернуть вечера 30 из 40 подростков",
        "Вернуть вечера 40 сельским подросткам и 5 взрослым подросткам",
        "Вернуть вечера подросткам 12–17 лет",
        "Вернуть вечера 15 семьям подростков",
        "Вернуть вечера 35 % подростков",
    ],
)
def test_parts_and_other_people_do_not_disagree(good, found, goal):
    good["goal"]["text"] = goal

    assert found(good, "RE-06") == []


def test_thousands_apart_are_one_number(good, found):
    good["groups"][0]["size"] = 3040
    good["goal"]["text"] = "Вернуть вечера 3 040 подросткам"

    assert found(good, "RE-06") == []


def test_more_people_are_taught_than_promised(good, found):
    good["plan"][3]["people"] = 60

    assert found(good, "RE-06") == [("plan.a4.people", "E", good["plan"][3]["title"])]


def test_a_fair_for_everybody_is_no_lesson(good, found):
    good["plan"][5]["people"] = 900

    assert found(good, "RE-06") == []


def test_a_result_promises_more_people_than_the_group_has(good, found):
    good["results"][1]["target"] = 41

    assert found(good, "RE-06") == [("results.r2.target", "E", good["results"][1]["text"])]


def test_an_outcome_grows_out_of_outputs(good, found):
    good["results"][2]["outputs"] = ["r9"]

    assert found(good, "RE-07") == [("results.r3.outputs", "W", good["results"][2]["text"])]


def test_an_output_grows_out_of_an_activity(good, found):
    good["plan"][1]["results"] = good["plan"][2]["results"] = []
    good["plan"][3]["results"] = ["r2", "r3"]

    assert found(good, "RE-07") == [("results.r1.text", "W", good["results"][0]["text"])]


@pytest.mark.parametrize(
    ("text", "place"),
    [("Укрепление дружбы", "Укрепление"), ("Заметное развитие спорта", "развитие")],
)
def test_empty_words_cannot_be_measured(good, found, text, place):
    good["results"][1] |= {"text": text, "indicator": ""}

    assert found(good, "RE-05") == [("results.r2.text", "H", place)]


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Укрепление дружбы 12 семей", "indicator": ""},
        {"text": "Укрепление дружбы", "indicator": "общих вечеров"},
        {"text": "Подросткам развивают голос", "indicator": ""},
    ],
)
def test_a_number_or_an_indicator_fills_the_words(good, found, change):
    good["results"][1] |= change

    assert found(good, "RE-05") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Заняты 100 % подростков", "100 %"),
        ("Пришли все жители", "все жители"),
        ("Каждый ребёнок умеет плавать", "Каждый ребёнок"),
    ],
)
def test_everything_for_everybody_is_too_much(good, found, text, place):
    good["results"][1]["text"] = text

    assert found(good, "RE-08") == [("results.r2.text", "H", place)]


@pytest.mark.parametrize(
    "text", ["Не менее 30 из 40", "Собрано 2100 % от плана", "Все вечера заняты"]
)
def test_a_modest_promise_passes(good, found, text):
    good["results"][1]["text"] = text

    assert found(good, "RE-08") == []


def test_a_survey_as_evidence_needs_two_measurements_in_the_plan(good, found):
    good["results"][2]["evidence"] = "анкета родителей"
    good["plan"][6]["kind"] = "gather"

    assert found(good, "RE-09") == [("results.r3.evidence", "W", "анкета")]


def test_records_kept_anyway_need_no_survey(good, found):
    good["plan"][0]["kind"] = good["plan"][6]["kind"] = "gather"

    assert found(good, "RE-09") == []
