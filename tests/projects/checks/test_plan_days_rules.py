"""AC: days that hold together."""

from datetime import date

import pytest

from peremena.projects.checks import ContestFacts

CONTEST = ContestFacts(
    title="Добрые соседи", earliest_start=date(2027, 8, 1), latest_end=date(2028, 3, 31)
)
IN_NOVEMBER = {"responsible": "p2", "start": "2027-11-01", "end": "2027-11-30"}
FAIR = "Ярмарка первых пар на Масленицу"


def test_a_deed_that_ends_before_it_begins(good, found):
    good["plan"][5] |= {"start": "2028-02-27", "end": "2028-02-26"}

    assert found(good, "AC-02") == [("plan.a6.end", "E", FAIR)]


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"start": "2027-06-30"}, "plan.a6.start"),
        ({"end": "2028-06-01"}, "plan.a6.end"),
        ({"start": "2028-06-01", "end": "2028-06-02"}, "plan.a6.start"),
        ({"start": None, "end": "2028-06-01"}, "plan.a6.end"),
    ],
)
def test_a_deed_outside_the_project(good, found, days, field):
    good["plan"][5] |= days

    assert found(good, "AC-02") == [(field, "E", FAIR)]


@pytest.mark.parametrize(
    "days",
    [
        {"start": "2027-07-01", "end": "2028-05-31"},
        {"start": None, "end": None},
        {"start": "2028-05-31", "end": None},
    ],
)
def test_a_deed_inside_the_project(good, found, days):
    good["plan"][5] |= days

    assert found(good, "AC-02") == []


def test_a_project_that_ends_before_it_begins_is_told_once(good, found):
    good["project"]["end"] = "2027-06-30"

    assert found(good, "AC-02") == [("project.end", "E", "")]


def test_a_project_outside_the_days_of_the_contest(good, found):
    assert found(good, "AC-02", contest=CONTEST) == [
        ("project.start", "E", ""),
        ("project.end", "E", ""),
    ]


def test_a_project_within_the_days_of_the_contest(good, found):
    days = {"earliest_start": date(2027, 7, 1), "latest_end": date(2028, 5, 31)}

    assert found(good, "AC-02", contest=ContestFacts(**days)) == []
    assert found(good, "AC-02", contest=ContestFacts()) == []


@pytest.mark.parametrize("day", ["2027-07-01", "2027-07-30"])
def test_a_purchase_before_the_money(good, found, day):
    good["plan"][1]["start"] = day

    assert found(good, "AC-02") == [("plan.a2.start", "W", "Закупка чесальной машины и шерсти")]


@pytest.mark.parametrize("source", ["own", "business"])
def test_a_purchase_on_other_money_may_come_first(good, found, source):
    good["plan"][1]["start"] = "2027-07-01"
    good["budget"][0]["source"] = source

    assert found(good, "AC-02") == []


def test_a_month_after_the_start_is_in_time(good, found):
    good["plan"][1]["start"] = "2027-07-31"

    assert found(good, "AC-02") == []


def test_a_long_rest(good, found, said):
    del good["plan"][3]

    assert found(good, "AC-05") == [("plan", "W", "")]
    assert said(good, "AC-05") == [
        "С 28 февраля 2028 по 9 мая 2028 в плане пусто: 72 дня без единого дела."
    ]


@pytest.mark.parametrize(
    ("days", "count"),
    [
        (["2027-08-20", "2027-10-15", "2027-12-10", "2028-02-05", "2028-04-01"], 1),
        (
            ["2027-08-20", "2027-10-15", "2027-12-10", "2028-02-05", "2028-04-01", "2028-05-31"]
            * 2,
            0,
        ),
    ],
)
def test_too_few_deeds_for_so_many_months(good, found, days, count):
    good["plan"] = [
        good["plan"][5] | {"id": f"a{number}", "start": day, "end": day}
        for number, day in enumerate(days)
    ]

    assert len(found(good, "AC-05")) == count


def test_a_plan_with_a_day_still_missing_may_be_full(good, found):
    del good["plan"][3]
    good["plan"][0]["end"] = None

    assert found(good, "AC-05") == []


def test_rests_at_the_beginning_and_at_the_end(good, found):
    good["project"] |= {"start": "2027-04-01", "end": "2028-12-31"}

    assert found(good, "AC-05") == [("plan", "W", "")]


def test_five_deeds_at_a_time_on_one_person(good, found):
    for deed in good["plan"][:3]:
        deed.update(IN_NOVEMBER)

    assert found(good, "AC-11") == [("plan.a1.responsible", "H", "Никифоров Пётр")]


def test_four_deeds_at_a_time_can_be_carried(good, found):
    for deed in good["plan"][:2]:
        deed.update(IN_NOVEMBER)

    assert found(good, "AC-11") == []


def test_a_result_before_its_deeds_are_over(good, found):
    good["results"][3]["date"] = "2028-02-26"

    assert found(good, "AC-12") == [
        ("results.r4.date", "W", "Старшие ученики ведут занятия с младшими")
    ]


@pytest.mark.parametrize("day", ["2028-02-27", "2028-05-31", None])
def test_a_result_after_its_deeds(good, found, day):
    good["results"][3]["date"] = day

    assert found(good, "AC-12") == []
