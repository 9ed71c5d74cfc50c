"""What a gate asks, and what is missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.cohorts.gates import (
    Condition,
    Facts,
    Kind,
    Lack,
    Part,
    Refusal,
    lacks,
    read,
    stored,
    usual,
    why_not_pass,
    why_not_plan,
)

DAY = date(2026, 12, 24)
WHOLE = Facts(
    team=3,
    activists=1,
    passport=80,
    project=100,
    parts={"problem": Part(100, 0), "goal": Part(100, 0)},
    is_shown=True,
    applications=1,
)
conditions = st.builds(
    Condition,
    st.sampled_from(Kind),
    least=st.integers(1, 100),
    part=st.sampled_from(["problem", "goal", ""]),
    words=st.text(max_size=20),
)


def first_gate():
    return usual({1: DAY}, defence="защитил")[1][1]


def test_who_has_everything_lacks_nothing():
    assert lacks(first_gate(), WHOLE) == ()


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(**vars(WHOLE) | {"team": 2}), [(Kind.TEAM, 2, 0)]),
        (Facts(**vars(WHOLE) | {"activists": 0}), [(Kind.ACTIVISTS, 0, 0)]),
        (Facts(**vars(WHOLE) | {"passport": 79}), [(Kind.PASSPORT, 79, 0)]),
        (
            Facts(**vars(WHOLE) | {"parts": {"problem": Part(100, 2), "goal": Part(99, 0)}}),
            [(Kind.SECTION, 100, 2), (Kind.SECTION, 99, 0)],
        ),
    ],
)
def test_the_first_gate_names_what_is_missing(facts, expected):
    found = lacks(first_gate(), facts)

    assert [(one.condition.kind, one.there, one.errors) for one in found] == expected


def test_a_newcomer_lacks_all():
    assert len(lacks(first_gate(), Facts())) == len(first_gate())


def test_the_word_of_the_staff_is_never_counted():
    [defence] = usual({3: DAY}, defence="защитил")[3][1]

    assert lacks([defence], WHOLE) == (Lack(defence),)
    assert why_not_pass(lacks([defence], WHOLE), is_passed=False, note="") is None


@pytest.mark.parametrize(
    ("facts", "is_passed", "note", "expected"),
    [
        (WHOLE, False, "", None),
        (Facts(), False, " ", Refusal.NOTE_NEEDED),
        (Facts(), False, "Команда болела, догонит", None),
        (WHOLE, True, "", Refusal.PASSED_ALREADY),
    ],
)
def test_people_let_through_and_say_why(facts, is_passed, note, expected):
    missing = lacks(first_gate(), facts)

    assert why_not_pass(missing, is_passed=is_passed, note=note) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([("Позвать Ольгу", DAY)], None),
        ([(" ", DAY)], Refusal.NOTHING_TO_PLAN),
        ([], Refusal.NOTHING_TO_PLAN),
        ([("Позвать Ольгу", date(2026, 12, 1))], Refusal.DAY_OVER),
    ],
)
def test_a_plan_has_steps_ahead(steps, expected):
    assert why_not_plan(steps, date(2026, 12, 20)) == expected


@given(st.lists(conditions))
def test_conditions_are_kept_as_they_were_said(asked):
    assert read([stored(one) for one in asked]) == tuple(asked)


def test_conditions_of_a_later_version_are_left_out():
    assert read([{"kind": "flight", "least": 1}, {"kind": "team"}]) == (Condition(Kind.TEAM),)


@given(st.lists(conditions), st.integers(0, 5), st.integers(0, 100))
def test_more_never_makes_more_missing(asked, team, passport):
    less = lacks(asked, Facts(team=team, passport=passport))
    more = lacks(asked, Facts(team=team + 1, passport=min(100, passport + 1)))

    assert {one.condition for one in more} <= {one.condition for one in less}
