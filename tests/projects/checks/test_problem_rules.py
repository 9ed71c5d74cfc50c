"""PR: who, where and what is wrong; facts and voices."""

import json

import pytest

from peremena.projects import brief


@pytest.mark.parametrize(
    ("core", "says"),
    [
        ("Актуальность проекта очевидна.", "слишком коротко"),
        ("У нас постоянно ломается трактор, и дорога зимой неделями стоит нечищеной.", "люди"),
        ("Подростки по вечерам стоят у заправки на трассе: прийти им больше некуда.", "где это"),
        ("Здание котельной разрушается: стены в трещинах, крыша прохудилась, тепла нет.", "и где"),
    ],
)
def test_a_problem_without_people_or_place_is_not_seen(good, remarks, core, says):
    good["problem"]["core"] = core

    (remark,) = [remark for remark in remarks(good) if remark.rule == "PR-01"]

    assert says in remark.text


@pytest.mark.parametrize(
    "core",
    [
        "В Ключах 74 подростка 12–17 лет: после уроков им некуда прийти, клуб закрыт с 2023 года.",
        "Зимой дорогу к деревне переметает, и 60 пожилых людей остаются без продуктов и врача.",
        "Ключевская детвора купается в пруду без дна и спасателя: за лето трое едва не утонули.",
        "Детская заболеваемость в Берёзовке за три года выросла втрое, педиатр бывает раз в месяц.",
    ],
)
def test_a_problem_of_people_in_a_place_is_enough(good, found, core):
    good["problem"]["core"] = core

    assert found(good, "PR-01") == []


def test_without_a_passport_no_place_is_asked_for(good, found):
    good["passport"] = {}
    good["problem"]["core"] = (
        "Подростки по вечерам стоят у заправки на трассе: прийти им больше некуда."
    )

    assert found(good, "PR-01") == []


@pytest.mark.parametrize(
    ("core", "place"),
    [
        ("В селе нет спортивной площадки.", "нет спортивной площадки"),
        ("Нет у детей Ключей спортивной площадки.", "Нет у детей Ключей спортивной площадки"),
        ("Отсутствие тренажёров в школе.", "Отсутствие тренажёров"),
        ("Не хватает тренажёра для ветеранов.", "Не хватает тренажёра"),
    ],
)
def test_the_lack_of_what_will_be_bought_is_not_a_problem(good, found, core, place):
    good["problem"]["core"] = core
    good["project"]["title"] = "Спортивная площадка — детям"
    good["budget"][0]["title"] = "Тренажёр уличный"

    assert found(good, "PR-02") == [("problem.core", "W", place)]


@pytest.mark.parametrize(
    "core",
    [
        "Дети катаются на трассе: за два года три ДТП, 41 из 60 родителей не отпускают детей.",
        "Нет воды в 14 домах: пенсионеры носят её с колонки, хотя рядом спортивная площадка.",
        "Подростки Ключей вечерами на трассе, потому что спортивной площадки в селе нет.",
        "Недостаток внимания взрослых: дети предоставлены себе, площадка пустует.",
        "Нет, так больше нельзя.",
    ],
)
def test_the_lack_of_something_else_is_no_wish(good, found, core):
    good["problem"]["core"] = core
    good["project"]["title"] = "Спортивная площадка — детям"

    assert found(good, "PR-02") == []


def test_a_fact_without_a_source_does_not_count(good, found):
    fact = {"text": "38 из 46 семей", "number": 38, "date": "2026-12-03", "source": "опрос"}
    good["problem"]["facts"] = [fact, fact | {"text": "Многие скучают", "source": ""}]

    assert found(good, "PR-03") == [("problem.facts", "E", "")]


def test_facts_of_an_initiative_project_are_asked_for_more_gently(good, found):
    good["profile"] = "ib"
    good["problem"]["facts"] = []

    assert found(good, "PR-03") == [("problem.facts", "W", "")]


def test_two_backed_facts_are_enough(good, found):
    del good["problem"]["facts"][2]

    assert found(good, "PR-03") == []


def test_facts_about_the_whole_country_are_not_about_the_village(good, found):
    good["problem"]["facts"] = [
        {"text": "В России 20 % подростков мало двигаются", "place": "Россия"},
        {"text": "В регионе растёт заболеваемость", "place": "Омская область"},
        {"text": "подростков", "place": "Ключи"},
    ]

    assert found(good, "PR-04") == [
        ("problem.facts", "W", "В России 20 % подростков мало двигаются")
    ]


@pytest.mark.parametrize(
    "facts",
    [
        [{"text": "в стране", "place": "Россия"}, {"text": "по списку", "place": "с. Ключи"}],
        [{"text": "в Ключах 31 из 74, в России каждый пятый", "place": "Россия"}],
        [{"text": "клуб", "place": "Большеречье"}],
        [{"text": "место не названо"}],
        [],
    ],
)
def test_facts_that_may_be_local_pass(good, found, facts):
    good["problem"]["facts"] = facts

    assert found(good, "PR-04") == []


def test_a_set_phrase_is_quoted_from_where_it_stands(good, found):
    good["problem"]["core"] += " В современном мире это не новость."
    good["problem"]["causes"][0]["text"] = "Ни для кого не секрет, что кружков нет"

    assert found(good, "PR-05") == [
        ("problem.core", "H", "В современном мире"),
        ("problem.causes.c1.text", "H", "Ни для кого не секрет"),
    ]


def test_two_set_phrases_in_a_field_are_told_once(good, found):
    good["problem"]["core"] = "Как известно, подросткам Ключей скучно. В наше время это беда."

    assert found(good, "PR-05") == [("problem.core", "H", "Как известно")]


@pytest.mark.parametrize(
    "core",
    [
        "С каждым годом всё больше семей уезжает: 2023 — 3, 2024 — 7, 2025 — 11.",
        "Клуб закрыт; в наше время, то есть с 2023 года, подросткам Ключей некуда прийти.",
        "Современный спортзал школы открыт только до 16 часов, дальше подросткам некуда прийти.",
    ],
)
def test_a_figure_in_the_sentence_redeems_the_phrase(good, found, core):
    good["problem"]["core"] = core

    assert found(good, "PR-05") == []


def test_one_cause_and_no_effect_are_both_told(good, found):
    del good["problem"]["causes"][1:]
    good["problem"]["effects"] = []

    assert found(good, "PR-06") == [("problem.causes", "W", ""), ("problem.effects", "W", "")]


def test_an_effect_that_repeats_the_problem_or_a_cause_is_found(good, found):
    same = "Вечером занятий в Доме культуры никто не ведёт: сокращена ставка руководителя кружка"
    core = good["problem"]["core"]
    good["problem"]["effects"] = [{"id": "e1", "text": core}, {"id": "e2", "text": same}]

    assert found(good, "PR-06") == [
        ("problem.effects.e1.text", "W", core),
        ("problem.effects.e2.text", "W", same),
    ]


@pytest.mark.parametrize(
    "voices", [[], [{"kind": "assembly", "text": "Жители поддерживают"}], [{"people": 86}]]
)
def test_voices_need_a_day_and_a_number_of_people(good, found, voices):
    good["problem"]["voices"] = voices

    assert found(good, "PR-07") == [("problem.voices", "W", "")]


def test_in_an_initiative_project_unheard_people_are_an_error(good, found):
    good |= {"profile": "ib"}
    good["problem"]["voices"] = []

    assert found(good, "PR-07") == [("problem.voices", "E", "")]


def test_novelty_must_be_told(good, found):
    good["project"]["novelty"] = "Продолжим наши праздники."

    assert found(good, "PR-10") == [("project.novelty", "W", "Продолжим наши праздники.")]


def test_novelty_is_not_the_summary_again(good, found):
    good["project"]["novelty"] = good["project"]["summary"].replace("ё", "е")

    assert found(good, "PR-10") == [("project.novelty", "W", "")]


def test_a_repeat_of_an_earlier_project_is_an_error(good, remarks):
    earlier = json.loads(json.dumps(good))
    earlier["project"] |= {"title": "Пимокаты", "start": "2026-01-01", "end": "2026-12-31"}
    others = (brief.read(json.dumps(earlier)),)

    (remark,) = [r for r in remarks(good, others=others) if r.rule == "PR-10"]

    assert (remark.field, remark.severity) == ("project.novelty", "E")
    assert "«Пимокаты»" in remark.text


def test_somebody_elses_project_and_ones_own_copy_are_no_repeat(good, found):
    copy = brief.read(json.dumps(good))
    good["applicant"]["inn"] = "5500000009"

    assert found(good, "PR-10", others=(copy,)) == []
