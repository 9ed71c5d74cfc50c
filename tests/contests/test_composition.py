"""An application holds what the brief holds, in the words of the contest, and names what is not."""

from datetime import date
from decimal import Decimal

import pytest

from peremena.contests import catalogue
from peremena.contests.composition import compose
from peremena.contests.composition.parts import Listing, Table, Text
from peremena.contests.composition.paste import blocks
from peremena.projects.brief import Brief
from tests.contests.papers import BAD, FPG, GOOD, MEAN, hostile

EMPTY = Brief()


def section(paper, code):
    return next(section for section in paper.sections if section.code == code)


def row(paper, code, number=0):
    table = next(part for part in section(paper, code).parts if isinstance(part, Table))
    return [cell.text for cell in table.rows[number]]


def test_sums_are_exact_and_add_up():
    sums = compose(GOOD, FPG).sums

    assert (sums.requested, sums.own, sums.unnamed, sums.total) == (471200, 102300, 0, 573500)
    assert sums.by_source == {"Грант": 471200, "Партнёры": 77100, "Жители": 25200}
    assert list(sums.by_source) == ["Грант", "Партнёры", "Жители"]


def test_kopecks_never_pass_through_floats():
    lines = [{"id": f"b{n}", "sum": sum_, "source": "own"} for n, sum_ in enumerate(["0.1", "0.2"])]
    brief = Brief.model_validate(
        {"budget": [line | {"sum": Decimal(line["sum"])} for line in lines]}
    )

    assert compose(brief, FPG).sums.total == Decimal("0.3")


def test_money_without_a_source_is_neither_asked_nor_own():
    brief = Brief.model_validate(
        {"budget": [{"id": "b1", "sum": 5}, {"id": "b2", "sum": 7, "source": "grant"}]}
    )
    paper = compose(brief, FPG)

    assert (paper.sums.requested, paper.sums.own, paper.sums.unnamed) == (7, 0, 5)
    assert paper.sums.by_source == {"Грант": 7, "Источник не указан": 5}
    assert "unnamed" in [pair.code for pair in paper.head]


def test_an_initiative_project_names_the_region_instead_of_a_grant():
    brief = Brief.model_validate(
        {"profile": "ib", "budget": [{"id": "b1", "sum": 7, "source": "grant"}]}
    )

    assert compose(brief, catalogue.get("omsk_initiative")).sums.by_source == {
        "Областной бюджет": 7
    }


def test_the_head_has_what_a_jury_looks_for_first():
    head = {pair.code: (pair.label, pair.text) for pair in compose(GOOD, FPG).head}

    assert head["title"] == ("Название проекта", "Пимокаты Ключей")
    assert head["direction"] == ("Грантовое направление", "Поддержка молодёжных проектов")
    assert head["dates"] == ("Сроки", "1\xa0июля 2027 — 31\xa0мая 2028")
    assert head["requested"] == ("Запрашиваем", "471\xa0200\xa0₽")


def test_sections_bear_the_names_of_the_contests_own_form():
    theirs = {section.code: section.title for section in compose(GOOD, FPG).sections}
    ours = {
        section.code: section.title for section in compose(GOOD, catalogue.get("pfki")).sections
    }

    assert theirs["problem"] == "Обоснование социальной значимости"
    assert ours["problem"] == "Проблема"
    assert list(theirs) == [
        *("summary", "novelty", "place", "problem", "groups", "goal", "tasks", "plan", "results"),
        *("team", "budget", "partners", "risks", "afterwards", "telling"),
    ]


def test_the_problem_is_told_with_causes_facts_and_voices():
    core, causes, others, _, facts, voices = section(compose(GOOD, FPG), "problem").parts

    assert isinstance(core, Text)
    assert len(causes.items) == 2
    assert others.items[0] == (
        "Последний автобус из райцентра в 16:20. "
        "Почему: Расписание меняет округ, письмо отправлено 10.12.2026"
    )
    assert facts.items[0] == (
        "подростков 12–17 лет — 74 чел., Ключи, 1\xa0сентября 2026. "
        "Источник: список Ключевской школы"
    )
    assert voices.items[0] == (
        "Собрание жителей, 3\xa0декабря 2026: участвовали 86, поддержали 79. "
        "За вечернюю мастерскую проголосовали 79 из 86. "
        "Документ: протокол собрания от 03.12.2026"
    )


def test_tables_name_people_and_results_instead_of_ids():
    paper = compose(GOOD, FPG)

    assert row(paper, "plan", 2) == [
        "3",
        "Подготовка комнаты мастерской: субботник жителей",
        "14–15\xa0августа 2027",
        "Ключников Сергей",
        "30",
        "занятий — 108",
    ]
    assert row(paper, "budget", 0) == [
        "1",
        "Чесальная машина",
        "1 шт.",
        "148\xa0600",
        "148\xa0600",
        "Грант",
    ]
    assert row(paper, "telling", 0)[2:] == ["Ахметова Алия", "Подростки 12–17 лет"]


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ({"who": "Подростки", "age_from": 12, "age_to": 17}, "Подростки, 12–17 лет"),
        ({"who": "Подростки 12–17 лет", "age_from": 12, "age_to": 17}, "Подростки 12–17 лет"),
        ({"who": "Пожилые", "age_from": 60}, "Пожилые, от 60 лет"),
        ({"who": "Малыши", "age_to": 6}, "Малыши, до 6 лет"),
        ({"who": "Семьи"}, "Семьи"),
    ],
)
def test_ages_of_a_group_are_said_once(group, expected):
    brief = Brief.model_validate({"groups": [{"id": "g1"} | group]})

    assert row(compose(brief, FPG), "groups")[0] == expected


def test_references_to_rows_that_are_gone_are_left_blank():
    brief = Brief.model_validate(
        {
            "plan": [
                {
                    "id": "a1",
                    "title": "Уборка",
                    "task": "t9",
                    "responsible": "p9",
                    "results": ["r9"],
                }
            ]
        }
    )

    assert row(compose(brief, FPG), "plan") == ["1", "Уборка", "", "", "", ""]


def test_the_number_of_a_task_is_the_same_in_the_list_and_in_the_plan():
    tasks = [{"id": "t1"}, {"id": "t2", "text": "Открыть мастерскую"}]
    plan = [{"id": "a1", "title": "Закупка", "task": "t2"}]
    paper = compose(Brief.model_validate({"tasks": tasks, "plan": plan}), FPG)

    (listed,) = section(paper, "tasks").parts
    (table,) = section(paper, "plan").parts
    assert listed.items == ("Открыть мастерскую",)
    assert table.rows[0][1].note == "Задача 1"


def test_tasks_are_numbered():
    (tasks,) = section(compose(GOOD, FPG), "tasks").parts

    assert isinstance(tasks, Listing)
    assert tasks.is_numbered


def test_a_whole_project_lacks_nothing():
    assert compose(GOOD, FPG).missing == ()


def test_gaps_are_named_by_section_and_by_row():
    missing = [(gap.chapter.value, gap.text.ru) for gap in compose(BAD, FPG).missing]

    assert ("about", "что нового") in missing
    assert ("plan", "кто отвечает: «Культурно-воспитательные мероприятия и др.»") in missing
    assert ("budget", "расчёт: «Ноутбук», «Специалист»") in missing
    assert ("risks", "пока ни одного риска") in missing


def test_gaps_in_many_rows_are_counted_not_listed():
    rows = [{"id": f"a{n}"} for n in range(5)] + [{"id": "a9", "title": "Очень " * 30}]
    gaps = {
        gap.field: gap.text for gap in compose(Brief.model_validate({"plan": rows}), FPG).missing
    }

    assert gaps["plan.start"].ru == "день начала: строка 1, строка 2, строка 3 и ещё 3"
    assert gaps["plan.start"].en == "the first day: row 1, row 2, row 3 and 3 more"


def test_an_empty_project_is_all_gaps_and_no_section():
    paper = compose(EMPTY, FPG)

    assert (paper.title, paper.sections, paper.sums.total) == ("", (), 0)
    assert len(paper.missing) == 32


@pytest.mark.parametrize(
    ("contest", "applicant", "unasked"),
    [
        ("omsk_initiative", {}, {"project.novelty", "project.direction", "partners"}),
        ("omsk_sonko", {}, {"project.direction"}),
        (
            "rosmol_season1",
            {"kind": "person"},
            {"project.direction", "applicant.kind", "applicant.ogrn"},
        ),
        ("fpg", {}, set()),
    ],
)
def test_what_a_contest_does_not_ask_for_is_not_missing(contest, applicant, unasked):
    all_gaps = {gap.field for gap in compose(EMPTY, FPG).missing}
    brief = Brief.model_validate({"applicant": applicant})

    gaps = {gap.field for gap in compose(brief, catalogue.get(contest)).missing}

    assert all_gaps - gaps == unasked


def test_the_day_it_was_frozen_is_the_only_difference():
    early, late = compose(GOOD, FPG, date(2027, 3, 1)), compose(GOOD, FPG, date(2027, 3, 2))

    assert early != late
    assert compose(GOOD, FPG, date(2027, 3, 1)) == early


def test_texts_to_paste_count_their_characters():
    texts = {block.code: block for block in blocks(compose(GOOD, FPG))}

    assert texts["summary"].title == "Краткое описание"
    assert texts["summary"].text == GOOD.project.summary
    assert texts["summary"].length == len(GOOD.project.summary)
    assert texts["tasks"].text == (
        "1. Открыть вечернюю мастерскую в Доме культуры три раза в неделю\n"
        "2. Подготовить пять учеников-наставников в помощь мастеру"
    )
    assert texts["budget"].text.splitlines()[0].startswith("1. Чесальная машина (Одна машина")
    assert "Итого: 573\xa0500" in texts["budget"].text
    assert texts["place"].text.startswith("Населённые пункты: Ключи, Лесная")


def test_a_text_that_does_not_fit_says_by_how_much():
    form = FPG.form.model_copy(
        update={
            "fields": tuple(field.model_copy(update={"limit": 50}) for field in FPG.form.fields)
        }
    )
    contest = FPG.model_copy(update={"form": form})

    texts = {block.code: block for block in blocks(compose(GOOD, contest))}

    assert texts["summary"].excess == len(GOOD.project.summary) - 50
    assert texts["novelty"].excess == 0


@pytest.mark.parametrize("words", MEAN)
def test_hostile_words_stay_words(words):
    paper = compose(hostile(words), FPG)

    assert paper.missing
    assert all("\x00" not in block.text for block in blocks(paper))
