"""When a letter goes, by the clock of its reader."""

from datetime import UTC, datetime, timedelta

import pytest

from peremena.mail.rules import (
    FROM,
    Deed,
    Quiet,
    Refusal,
    State,
    Urgency,
    Wish,
    send_after,
    why_not,
)

NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)  # in Omsk
NIGHT = NOON + timedelta(hours=11)  # 23:00
MORNING = NOON + timedelta(hours=20)  # 8:00 of the next day
OMSK = Quiet()


@pytest.mark.parametrize(
    ("urgency", "wish", "now", "expected"),
    [
        (Urgency.NOW, Wish.NONE, NIGHT, NIGHT),
        (Urgency.TODAY, Wish.DAILY, NOON, NOON),
        (Urgency.TODAY, Wish.DAILY, NIGHT, MORNING),
        (Urgency.TODAY, Wish.NONE, NOON, None),
        (Urgency.CAN_WAIT, Wish.DAILY, NOON, MORNING),
        (Urgency.CAN_WAIT, Wish.DAILY, MORNING, MORNING + timedelta(days=1)),
        (Urgency.CAN_WAIT, Wish.AT_ONCE, NOON, NOON),
        (Urgency.CAN_WAIT, Wish.AT_ONCE, NIGHT, MORNING),
        (Urgency.CAN_WAIT, Wish.NONE, NOON, None),
    ],
)
def test_send_after(urgency, wish, now, expected):
    assert send_after(urgency, wish, OMSK, now) == expected


def test_the_night_is_the_readers_own():
    moscow = Quiet(zone="Europe/Moscow")

    assert (OMSK.is_at(NIGHT), moscow.is_at(NIGHT)) == (True, False)
    assert send_after(Urgency.TODAY, Wish.DAILY, moscow, NIGHT) == NIGHT


@pytest.mark.parametrize(
    ("begins", "ends", "hours"),
    [(21, 8, {21, 22, 23, *range(8)}), (13, 15, {13, 14}), (8, 8, set())],
    ids=["over midnight", "a nap", "never"],
)
def test_quiet_hours(begins, ends, hours):
    midnight = NOON - timedelta(hours=12)
    quiet = Quiet(begins, ends)

    assert {hour for hour in range(24) if quiet.is_at(midnight + timedelta(hours=hour))} == hours


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("state", State)
def test_what_has_gone_stays_as_it_went(deed, state):
    refusal = why_not(deed, state)

    assert (refusal is None) == (state in FROM[deed])
    if state is State.SENT:
        assert refusal is Refusal.GONE
    if state is State.SENDING:
        assert refusal is Refusal.GOING
