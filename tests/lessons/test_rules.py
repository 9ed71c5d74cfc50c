"""When homework is overdue, handed in, answered."""

from datetime import UTC, date, datetime, timedelta

import pytest

from peremena.lessons.rules import (
    HandedState,
    Refusal,
    hours,
    is_overdue,
    why_not_answer,
    why_not_hand_in,
)

DUE, LATER = date(2026, 12, 3), date(2026, 12, 4)
READY = {"has_target": True, "is_empty": False, "state": None}


@pytest.mark.parametrize(
    ("due_on", "today", "state", "expected"),
    [
        (DUE, DUE, None, False),
        (DUE, LATER, None, True),
        (DUE, LATER, HandedState.RETURNED, True),
        (DUE, LATER, HandedState.HANDED_IN, False),
        (DUE, LATER, HandedState.ACCEPTED, False),
        (None, LATER, None, False),
    ],
)
def test_homework_is_overdue_the_day_after(due_on, today, state, expected):
    assert is_overdue(due_on, today, state) is expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"state": HandedState.RETURNED}, None),
        ({"state": HandedState.HANDED_IN}, Refusal.HANDED_IN_ALREADY),
        ({"state": HandedState.ACCEPTED}, Refusal.HANDED_IN_ALREADY),
        ({"has_target": False}, Refusal.NO_PROJECT),
        ({"is_empty": True}, Refusal.NOTHING_WRITTEN),
    ],
)
def test_a_team_hands_in_once(change, expected):
    assert why_not_hand_in(**READY | change) == expected


@pytest.mark.parametrize(
    ("state", "accepts", "words", "expected"),
    [
        (HandedState.HANDED_IN, True, "", None),
        (HandedState.HANDED_IN, False, "Назовите число людей", None),
        (HandedState.HANDED_IN, False, " ", Refusal.WORDS_NEEDED),
        (HandedState.ACCEPTED, True, "", Refusal.NOT_HANDED_IN),
    ],
)
def test_who_returns_says_what_to_change(state, accepts, words, expected):
    assert why_not_answer(state, accepts=accepts, words=words) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(45, 1), (90, 2), (60, 1.5), (180, 4)])
def test_hours_are_counted_as_in_a_school(minutes, expected):
    starts = datetime(2026, 11, 19, 4, tzinfo=UTC)

    assert hours(starts, starts + timedelta(minutes=minutes)) == expected
