"""When a job comes again."""

from datetime import UTC, datetime, time, timedelta

import pytest

from peremena.kit.rhythm import Daily, Every, pause_after

NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)  # in Omsk


def test_a_job_that_comes_every_minute_comes_a_minute_later():
    assert Every(timedelta(minutes=1)).after(NOON) == NOON + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("at", "hours"), [(time(13), 1), (time(12), 24), (time(11), 23), (time(3, 30), 15.5)]
)
def test_a_daily_job_comes_at_its_hour_by_the_clock_of_the_place(at, hours):
    assert Daily(at, "Asia/Omsk").after(NOON) == NOON + timedelta(hours=hours)


def test_pauses_grow_and_then_it_is_given_up():
    pauses = [timedelta(minutes=1), timedelta(minutes=5)]

    assert [pause_after(attempts, pauses) for attempts in (1, 2, 3)] == [*pauses, None]
