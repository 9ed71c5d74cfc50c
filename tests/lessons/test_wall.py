"""The code on the wall, names and numbers: plain functions."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.lessons import names, numbers, wall
from peremena.lessons.names import Named
from peremena.lessons.numbers import Slip
from peremena.lessons.rules import Presence

NINE = datetime(2026, 11, 19, 3, tzinfo=UTC)
KEY = b"k" * 32
P, L = Presence.PRESENT, Presence.LATE


@given(st.integers(-300, 600), st.integers(1, 9))
def test_a_code_is_good_from_when_it_is_shown_for_two_minutes_at_most(seconds, session):
    code = wall.code(KEY, session, wall.step_of(NINE))

    is_good = wall.is_fresh(code, KEY, session, NINE + timedelta(seconds=seconds))

    assert is_good == (0 <= seconds < wall.STEP * wall.LIVES)
    assert wall.is_fresh(f" {code[:4].lower()}-{code[4:]}", KEY, session, NINE)


def test_a_code_is_of_one_day_and_one_installation():
    code = wall.code(KEY, 1, wall.step_of(NINE))

    assert wall.which(code, KEY, [2, 1], NINE) == 1
    assert wall.which(code, KEY, [2, 3], NINE) is None
    assert wall.which(code, b"other", [1], NINE) is None
    assert wall.which("код", KEY, [1], NINE) is None
    assert not set(code) - set(wall.ALPHABET)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1-3, 5", {1: P, 2: P, 3: P, 5: P}),
        ("1 — 2; 4о", {1: P, 2: P, 4: L}),
        ("3 o 5", {3: L, 5: P}),
        ("1-2О", {1: L, 2: L}),
        ("все кроме 2, 4п", {1: P, 3: P, 4: Presence.EXCUSED, 5: P}),
        ("Всё, 2у", {1: P, 2: Presence.LEFT_EARLY, 3: P, 4: P, 5: P}),
        ("1д 2н", {1: Presence.ONLINE, 2: Presence.ABSENT}),
        ("", {}),
    ],
)
def test_numbers_of_a_paper_list(typed, expected):
    assert numbers.read(typed, 5) == numbers.Read(expected)


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("6", Slip.NO_SUCH_NUMBER), ("0", Slip.NO_SUCH_NUMBER), ("3-9", Slip.NO_SUCH_NUMBER),
        ("5-2", Slip.BACKWARDS), ("2ж", Slip.UNREADABLE), ("Иванов", Slip.UNREADABLE),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told_and_the_rest_is_read(typed, slip):
    read = numbers.read(f"1 {typed}", 5)

    assert read.found == {1: P}
    assert [why for _piece, why in read.slips] == [slip]


def test_a_number_that_is_said_in_two_ways_is_asked_about():
    assert numbers.read("1-3, 2о", 5).slips == (("2о", Slip.TWICE),)


@given(st.text(max_size=40), st.integers(0, 60))
def test_whatever_is_typed_only_numbers_of_the_list_come_out(typed, most):
    assert set(numbers.read(typed, most).found) <= set(range(1, most + 1))


PEOPLE = {
    "e1": Named("Пётр", "Ключников", "Иванович", "petr@example.org"),
    "g2": Named("Алия", "Берёзкина"),
    "g3": Named("Алия", "Берёзкина", "Сергеевна"),
    "g4": Named("Сергей", ""),
}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ключников Пётр", ["e1"]),
        ("петр ключников (Ключи)", ["e1"]),
        ("Ключников Пётр Иванович", ["e1"]),
        ("Ключников Пётр Петрович", []),
        ("Петр PETR@example.org", ["e1"]),
        ("Ключников", []),
        ("Алия Березкина", ["g2", "g3"]),
        ("Берёзкина Алия Сергеевна", ["g3"]),
        ("Сергей", ["g4"]),
        ("Сергей Ключников", []),
        ("iPhone", []),
        ("", []),
    ],
)
def test_whose_name_it_is(said, expected):
    assert names.found(said, PEOPLE) == expected
