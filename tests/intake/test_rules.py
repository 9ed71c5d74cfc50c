"""When applications may be written and decided."""

from datetime import UTC, datetime, timedelta

import pytest

from peremena.intake.rules import (
    Alternative,
    Refusal,
    Verdict,
    is_late,
    why_not_decide,
    why_not_write,
)

OPENS, CLOSES = datetime(2026, 10, 15, tzinfo=UTC), datetime(2026, 11, 10, tzinfo=UTC)
MOMENT = timedelta(seconds=1)
OPEN = {"is_published": True, "opens": OPENS, "closes": CLOSES, "now": OPENS, "by_staff": False}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"now": OPENS - MOMENT}, Refusal.NOT_YET_OPEN),
        ({"now": OPENS - MOMENT, "by_staff": True}, Refusal.NOT_YET_OPEN),
        ({"now": CLOSES - MOMENT}, None),
        ({"now": CLOSES}, Refusal.CLOSED),
        ({"now": CLOSES, "by_staff": True}, None),
        ({"is_published": False}, Refusal.NOT_PUBLISHED),
    ],
)
def test_an_application_is_written_while_the_call_is_open(change, expected):
    assert why_not_write(**OPEN | change) == expected


def test_the_closing_moment_is_late():
    assert not is_late(CLOSES - MOMENT, CLOSES)
    assert is_late(CLOSES, CLOSES)


@pytest.mark.parametrize("verdict", Verdict)
def test_everybody_hears_a_reason(verdict):
    decided = why_not_decide(verdict, reason=" ", alternative=Alternative.CASES)
    assert decided == Refusal.REASON_NEEDED


def test_only_who_is_not_taken_has_to_be_offered_something_else():
    missing = {
        verdict: why_not_decide(verdict, reason="Мест мало", alternative="") for verdict in Verdict
    }

    assert missing == {
        Verdict.TAKEN: None,
        Verdict.WAITING: None,
        Verdict.NOT_TAKEN: Refusal.ALTERNATIVE_NEEDED,
    }
