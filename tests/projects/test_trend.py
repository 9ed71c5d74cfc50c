"""The line of remarks over time."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from peremena.projects.trend import HEIGHT, WIDTH, Count, trend
from tests.factories import NOON

NUMBERS = st.lists(st.integers(0, 500), min_size=2, max_size=50)


def counts(numbers):
    return [Count(NOON + timedelta(days=day), number) for day, number in enumerate(numbers)]


def test_one_count_is_no_line():
    assert trend(counts([3])) is None
    assert trend([]) is None


def test_a_count_holds_until_the_next_one():
    line = trend(counts([10, 10, 0]))

    assert line.line == "8,8 160,8 160,8 312,8 312,82"
    assert (line.end_x, line.end_y, line.most) == (312, 82, 10)


@given(NUMBERS)
def test_the_line_stays_inside_its_frame(numbers):
    points = [point.split(",") for point in trend(counts(numbers)).line.split()]

    assert all(0 <= int(x) <= WIDTH and 0 <= int(y) <= HEIGHT for x, y in points)


def test_counts_of_one_moment_are_a_line_too():
    assert trend([Count(NOON, 4), Count(NOON, 0)]).line == "8,8 8,8 8,82"
