"""Ticks of several phones come to the same, whatever their order."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peremena.intake.checkin import Tick, fold

NINE = datetime(2026, 11, 12, 3, tzinfo=UTC)
TICKS = st.builds(
    Tick,
    at=st.integers(0, 5).map(lambda minutes: NINE + timedelta(minutes=minutes)),
    has_come=st.booleans(),
)


def test_the_latest_word_holds():
    came, went = Tick(NINE, has_come=True), Tick(NINE + timedelta(minutes=1), has_come=False)

    assert fold(None, [went, came]) == went
    assert fold(went, [came]) == went
    assert fold(None, []) is None


def test_of_two_words_at_one_moment_the_coming_holds():
    assert fold(Tick(NINE, has_come=False), [Tick(NINE, has_come=True)]).has_come


@given(st.lists(TICKS, max_size=8), st.lists(TICKS, max_size=8), st.randoms())
def test_phones_that_send_in_any_order_and_twice_come_to_the_same(one, other, chance):
    together = fold(None, one + other)
    shuffled = [*one, *other, *one]
    chance.shuffle(shuffled)

    assert fold(fold(None, other), one) == together
    assert fold(None, shuffled) == together
    assert fold(together, one) == together
