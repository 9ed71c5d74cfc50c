"""When a team's deeds may happen."""

from datetime import UTC, datetime, timedelta

import pytest

from peremena.projects.rules import (
    Refusal,
    TeamRole,
    why_not_join,
    why_not_lead,
    why_not_put_aside,
    why_not_step_down,
    why_not_write,
)

MAY = datetime(2027, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "is_withdrawn", "already_in", "expected"),
    [
        (MAY - timedelta(seconds=1), False, False, None),
        (MAY, False, False, Refusal.INVITATION_OVER),
        (MAY - timedelta(days=1), True, False, Refusal.INVITATION_OVER),
        (MAY - timedelta(days=1), False, True, Refusal.ALREADY_IN),
        (MAY, True, True, Refusal.ALREADY_IN),
    ],
)
def test_why_not_join(now, is_withdrawn, already_in, expected):
    assert why_not_join(MAY, now, is_withdrawn=is_withdrawn, already_in=already_in) is expected


def test_leaders_and_writers_write_and_nobody_else():
    allowed = [role for role in (*TeamRole, None) if why_not_write(role) is None]

    assert allowed == [TeamRole.LEADER, TeamRole.WRITER]


def test_only_leaders_lead():
    assert [role for role in (*TeamRole, None) if why_not_lead(role) is None] == [TeamRole.LEADER]


@pytest.mark.parametrize(
    ("role", "leaders", "expected"),
    [
        (TeamRole.LEADER, 1, Refusal.LAST_LEADER),
        (TeamRole.LEADER, 2, None),
        (TeamRole.WRITER, 1, None),
    ],
)
def test_a_team_keeps_a_leader(role, leaders, expected):
    assert why_not_step_down(role, leaders) is expected


@pytest.mark.parametrize(
    ("severity", "reason", "expected"),
    [
        ("E", "", Refusal.REASON_NEEDED),
        ("E", "   потому   ", Refusal.REASON_NEEDED),
        ("E", "Так просит оператор конкурса", None),
        ("W", "", None),
        ("H", "", None),
    ],
)
def test_an_error_is_put_aside_only_with_a_written_reason(severity, reason, expected):
    assert why_not_put_aside(severity, reason) is expected
