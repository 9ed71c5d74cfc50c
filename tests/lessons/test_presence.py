"""Who was there, out of statements that come in any order and twice."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.lessons.presence import Statement, is_there, what_of
from peremena.lessons.rules import Presence, Way

NINE = datetime(2026, 11, 19, 3, tzinfo=UTC)


def said(presence, way=Way.LIST, minutes=0, key="k"):
    return Statement(presence, way, NINE + timedelta(minutes=minutes), key)


statements = st.lists(
    st.builds(
        said,
        st.sampled_from(Presence),
        way=st.sampled_from(Way),
        minutes=st.integers(0, 5),
        key=st.sampled_from("abcdef"),
    ),
    max_size=8,
)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], None),
        ([said(Presence.PRESENT)], Presence.PRESENT),
        ([said(Presence.PRESENT), said(Presence.LEFT_EARLY, minutes=90)], Presence.LEFT_EARLY),
        ([said(Presence.PRESENT), said(Presence.ABSENT, minutes=5)], Presence.ABSENT),
        ([said(Presence.LATE), said(Presence.PRESENT, Way.CODE, 10)], Presence.LATE),
        ([said(Presence.ABSENT), said(Presence.LATE, Way.CODE, 20)], Presence.LATE),
        ([said(Presence.EXCUSED), said(Presence.PRESENT, Way.NAME, 20)], Presence.PRESENT),
        ([said(Presence.PRESENT, Way.CODE), said(Presence.ABSENT, minutes=5)], Presence.ABSENT),
        ([said(Presence.PRESENT, Way.PAPER), said(Presence.LATE)], Presence.PRESENT),
    ],
)
def test_what_somebody_was(told, expected):
    assert what_of(told) == expected


@given(statements, st.randoms())
def test_neither_order_nor_repeats_change_anything(told, chance):
    again = [*told, *told]
    chance.shuffle(again)

    assert what_of(again) == what_of(told)


@given(statements, statements)
def test_phones_may_be_put_together_in_any_order(one, other):
    assert what_of([*one, *other]) == what_of([*other, *one])


def test_only_whoever_was_there_has_hours():
    assert {one: is_there(one) for one in Presence} | {None: is_there(None)} == {
        Presence.ABSENT: False,
        Presence.EXCUSED: False,
        Presence.ONLINE: True,
        Presence.LEFT_EARLY: True,
        Presence.LATE: True,
        Presence.PRESENT: True,
        None: False,
    }
