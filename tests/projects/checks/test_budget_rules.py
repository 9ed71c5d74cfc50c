"""BU: sums that come out, and every rouble for a deed."""

from datetime import date
from decimal import Decimal

import pytest

from peremena.projects.checks import ContestFacts

WOOL = "Шерсть овечья мытая"


def test_a_slip_in_counting(good, found, said):
    good["budget"][1]["sum"] = 49000

    assert found(good, "BU-01") == [("budget.b2.sum", "E", WOOL)]
    assert said(good, "BU-01") == ["120 × 410 ₽ = 49 200 ₽, а записано 49 000 ₽."]


def test_a_slip_of_one_kopeck(good, found):
    good["budget"][1] |= {"qty": 3, "price": 33.33, "sum": 100}

    assert found(good, "BU-01") == [("budget.b2.sum", "E", WOOL)]


@pytest.mark.parametrize(
    "line",
    [
        {"qty": 0.1, "price": 0.2, "sum": 0.02},
        {"qty": 1.005, "price": 1, "sum": 1.01},
        {"qty": 0.25, "price": 40000, "sum": 10000},
        {"qty": None, "price": 410, "sum": 5},
        {"qty": 2, "price": None, "sum": 5},
        {"qty": 2, "price": 410, "sum": None},
        {"qty": 0, "price": 410, "sum": 0},
    ],
)
def test_sums_that_come_out_or_are_not_there_yet(good, found, line):
    good["budget"][1] |= line

    assert found(good, "BU-01") == []


@pytest.mark.parametrize(
    "link", [{"activity": None}, {"activity": "a99"}, {"activity": "", "person": "p99"}]
)
def test_roubles_for_nothing_in_particular(good, found, link):
    good["budget"][1] |= link

    assert found(good, "BU-02") == [("budget.b2.activity", "E", WOOL)]


def test_roubles_for_a_person(good, found):
    good["budget"][1] |= {"activity": None, "person": "p2"}

    assert found(good, "BU-02") == []


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"comment": "шерсть"}, "comment"),
        ({"comment": "Шерсть для занятий мастерской, лучшая из всех"}, "comment"),
        ({"price_evidence": " "}, "price_evidence"),
        ({"price_date": None}, "price_date"),
    ],
)
def test_a_sum_out_of_nowhere(good, found, line, field):
    good["budget"][1] |= line

    assert found(good, "BU-03") == [(f"budget.b2.{field}", "E", WOOL)]


def test_initiative_projects_are_asked_for_a_reckoning_more_gently(good, found):
    good["profile"] = "ib"
    good["budget"][1]["comment"] = "шерсть"

    assert found(good, "BU-03") == [("budget.b2.comment", "W", WOOL)]


@pytest.mark.parametrize(
    "line",
    [
        {"comment": "По двадцать мотков на каждую участницу кружка"},
        {"price": 80, "sum": 9600, "price_evidence": "", "price_date": None},
        {"source": "residents", "price_evidence": "", "price_date": None},
    ],
)
def test_a_sum_with_its_reckoning(good, found, line):
    good["budget"][1] |= line

    assert found(good, "BU-03") == []


def test_a_price_older_than_half_a_year_is_asked_again_until_the_project_begins(good, found):
    good["budget"][1]["price_date"] = "2026-11-30"

    assert found(good, "BU-03", today=date(2027, 6, 2)) == [("budget.b2.price_date", "E", WOOL)]
    assert found(good, "BU-03", today=date(2027, 5, 30)) == []
    assert found(good, "BU-03", today=date(2027, 7, 2)) == []
    assert found(good, "BU-03") == []


def test_a_nameless_specialist(good, found, said):
    good["budget"][2] |= {"title": "Специалист", "person": None, "activity": None}

    assert found(good, "BU-04") == [("budget.b3.person", "E", "Специалист")]
    assert said(good, "BU-04") == ["О работе, за которую платят, неясно: кто это, для какого дела."]


def test_a_person_of_whom_the_team_says_little(good, said):
    good["team"][1] |= {"load": None, "employment": ""}

    (text,) = said(good, "BU-04")

    assert text.endswith("как он оформлен, сколько времени занят.")


@pytest.mark.parametrize("source", ["residents", "in_kind", "partner", None])
def test_those_who_work_for_nothing_need_no_employment(good, found, source):
    good["budget"][2] |= {"source": source, "person": None}

    assert found(good, "BU-04") == []


def test_initiative_projects_are_not_asked_for_employment(good, found):
    good["profile"] = "ib"
    good["budget"][2]["person"] = None

    assert found(good, "BU-04") == []


def test_a_partner_whose_help_is_not_counted(good, found):
    del good["budget"][6]

    assert found(good, "BU-08") == [("partners.k2.money", "W", "КФХ «Лесное»")]


def test_a_contribution_in_words_is_counted_too(good, found):
    good["partners"].append({"id": "k3", "org": "Школа", "contribution": "зал для ярмарки"})

    assert found(good, "BU-08") == [("partners.k3.money", "W", "Школа")]


@pytest.mark.parametrize("contribution", ["информационная поддержка", "консультации", "", None])
def test_help_without_money_needs_no_line(good, found, contribution):
    good["partners"].append({"id": "k3", "org": "Школа", "contribution": contribution})

    assert found(good, "BU-08") == []


def test_a_share_of_nobody_knows_whom_is_told_once(good, found):
    good["budget"][6]["partner"] = None

    assert found(good, "BU-08") == [
        ("budget.b7.partner", "W", "Подготовка наставников: учебные заготовки")
    ]


def test_gifts_in_kind_may_be_the_partners(good, found):
    good["budget"][6] |= {"partner": None, "source": "in_kind"}

    assert found(good, "BU-08") == []


def test_a_machine_that_may_end_up_in_a_home(good, found):
    good["budget"][0] |= {"owner_after": "", "place_after": None}

    assert found(good, "BU-09") == [("budget.b1.owner_after", "W", "Чесальная машина")]


@pytest.mark.parametrize("line", [{"category": "materials"}, {"price": 9000, "sum": 9000}])
def test_cheap_things_and_materials_need_no_owner(good, found, line):
    good["budget"][0] |= {"owner_after": ""} | line

    assert found(good, "BU-09") == []


def test_a_deed_without_a_rouble_and_without_a_word(good, found):
    good["plan"][5]["free_because"] = ""

    assert found(good, "BU-12") == [
        ("plan.a6.free_because", "H", "Ярмарка первых пар на Масленицу")
    ]


def test_a_budget_before_the_plan(good, found):
    good["plan"] = []

    assert found(good, "BU-13") == [("plan", "H", "")]


def test_no_budget_is_not_a_budget_before_the_plan(good, found):
    good |= {"plan": [], "budget": []}

    assert found(good, "BU-13") == []


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Погашение долга за свет", "Погашение долга"),
        ("Алкогольная продукция к празднику", "Алкогольная"),
    ],
)
def test_costs_the_contest_does_not_pay(good, found, title, place):
    contest = ContestFacts(prohibited_stems=("погашение долг", "алкогол"))
    good["budget"][1]["title"] = title

    assert found(good, "BU-05", contest=contest) == [("budget.b2.title", "E", place)]


@pytest.mark.parametrize(
    "line",
    [
        {"title": "Безалкогольные напитки"},
        {"title": "Алкогольная продукция", "source": "own"},
        {"title": None},
    ],
)
def test_costs_the_contest_may_pay(good, found, line):
    good["budget"][1] |= line

    assert found(good, "BU-05", contest=ContestFacts(prohibited_stems=("алкогол",))) == []
    assert found(good, "BU-05", contest=ContestFacts()) == []


def test_equipment_takes_more_than_the_contest_allows(good, found, said):
    contest = ContestFacts(title="Добрые соседи", category_limits={"equipment": Decimal("0.3")})

    assert found(good, "BU-06", contest=contest) == [("budget.b1.sum", "E", "Чесальная машина")]
    (text,) = said(good, "BU-06", contest=contest)
    assert text.startswith("На оборудование уходит 32 % гранта")


@pytest.mark.parametrize("limits", [{"equipment": Decimal("0.32")}, {"travel": Decimal(0)}, {}])
def test_shares_within_the_limits(good, found, limits):
    assert found(good, "BU-06", contest=ContestFacts(category_limits=limits)) == []


@pytest.mark.parametrize(
    ("bounds", "count"),
    [
        ({"maximum": Decimal(471_199)}, 1),
        ({"minimum": Decimal(471_201)}, 1),
        ({"minimum": Decimal(471_200), "maximum": Decimal(471_200)}, 0),
        ({}, 0),
    ],
)
def test_the_sum_asked_for_and_the_bounds_of_the_contest(good, found, bounds, count):
    assert len(found(good, "BU-07", contest=ContestFacts(**bounds))) == count


def test_nothing_asked_for_yet_is_not_too_little(good, found):
    good["budget"] = []

    assert found(good, "BU-07", contest=ContestFacts(minimum=Decimal(100_000))) == []
