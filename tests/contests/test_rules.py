"""What may follow in the life of an application."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.contests.rules import (
    FOLLOWS,
    Kind,
    Known,
    Refusal,
    Said,
    State,
    why_not_correct,
    why_not_follow,
    why_not_record,
    why_not_say,
    why_not_take_back,
)

TODAY = date(2027, 6, 15)
MILLION = Decimal(1_000_000)
ADMITTED = Known(State.ADMITTED, since=TODAY - timedelta(days=30))
WON = Known(State.WON, since=TODAY - timedelta(days=5), awarded=MILLION)


@pytest.mark.parametrize(
    ("known", "said", "expected"),
    [
        (Known(), Said(Kind.SUBMITTED, TODAY), None),
        (Known(), Said(Kind.WON, TODAY, MILLION), Refusal.NOT_SUBMITTED),
        (Known(State.SUBMITTED, TODAY), Said(Kind.SUBMITTED, TODAY), Refusal.ALREADY),
        (Known(State.SUBMITTED, TODAY), Said(Kind.WON, TODAY, MILLION), None),
        (Known(State.SUBMITTED, TODAY), Said(Kind.REFUSED, TODAY, reason=" "),
         Refusal.REASON_NEEDED),
        (Known(State.SUBMITTED, TODAY), Said(Kind.REFUSED, TODAY, reason="Нет подписи"), None),
        (Known(State.REFUSED, TODAY), Said(Kind.WON, TODAY, MILLION), Refusal.OVER),
        (Known(State.LOST, TODAY), Said(Kind.RESERVED, TODAY), Refusal.OVER),
        (Known(State.RESERVED, TODAY), Said(Kind.WON, TODAY, MILLION), None),
        (ADMITTED, Said(Kind.PAID, TODAY, MILLION), Refusal.NOT_WON),
        (ADMITTED, Said(Kind.WON, TODAY + timedelta(days=1), MILLION), Refusal.IN_FUTURE),
        (ADMITTED, Said(Kind.WON, TODAY - timedelta(days=31), MILLION), Refusal.TOO_EARLY),
        (ADMITTED, Said(Kind.WON, TODAY), Refusal.SUM_NEEDED),
        (ADMITTED, Said(Kind.WON, TODAY, Decimal()), Refusal.SUM_NEEDED),
        (WON, Said(Kind.CONTRACTED, TODAY, MILLION), None),
        (WON, Said(Kind.CONTRACTED, TODAY, MILLION + 1), Refusal.ABOVE_AWARD),
        (WON, Said(Kind.PAID, TODAY, MILLION), None),
        (WON, Said(Kind.PAID, TODAY, MILLION + 1), Refusal.ABOVE_CONTRACT),
    ],
)  # fmt: skip
def test_why_not_record(known, said, expected):
    assert why_not_record(known, said, TODAY) == expected


@pytest.mark.parametrize(
    ("known", "said", "expected"),
    [
        (Known(until=TODAY - timedelta(days=1)), Said(Kind.SUBMITTED, TODAY), Refusal.TOO_LATE),
        (Known(contracted=MILLION), Said(Kind.WON, TODAY, MILLION - 1), Refusal.BELOW_PAID),
        (Known(awarded=MILLION, paid=MILLION), Said(Kind.CONTRACTED, TODAY, MILLION - 1),
         Refusal.BELOW_PAID),
        (Known(awarded=MILLION, contracted=MILLION / 2, paid=MILLION / 4),
         Said(Kind.PAID, TODAY, MILLION / 4), None),
        (Known(awarded=MILLION, contracted=MILLION / 2, paid=MILLION / 4),
         Said(Kind.PAID, TODAY, MILLION / 2), Refusal.ABOVE_CONTRACT),
    ],
)  # fmt: skip
def test_a_correction_agrees_with_the_steps_beside_it(known, said, expected):
    assert why_not_say(known, said, TODAY) == expected


def test_a_correction_says_why_and_comes_first():
    assert why_not_correct(is_current=True, why="Опечатка") is None
    assert why_not_correct(is_current=True, why=" ") is Refusal.WHY_NEEDED
    assert why_not_correct(is_current=False, why="Опечатка") is Refusal.NO_LONGER


def test_only_the_last_step_is_taken_back():
    assert why_not_take_back(is_current=True, is_last=True, why="Не тот") is None
    assert why_not_take_back(is_current=True, is_last=False, why="Не тот") is Refusal.NOT_LAST
    assert why_not_take_back(is_current=False, is_last=True, why="Не тот") is Refusal.NO_LONGER


@given(st.lists(st.sampled_from(Kind), max_size=12))
def test_nothing_is_both_won_and_lost_and_no_money_comes_without_a_win(kinds):
    state, happened = State.FROZEN, []
    for kind in kinds:
        if why_not_follow(state, kind) is None:
            happened.append(kind)
            state = state if kind is Kind.PAID else State(kind)

    assert not {Kind.WON, Kind.LOST} <= set(happened)
    assert Kind.PAID not in happened or Kind.WON in happened
    assert len([kind for kind in happened if kind is Kind.WON]) <= 1


def test_every_state_says_what_may_follow():
    assert set(FOLLOWS) == set(State)
