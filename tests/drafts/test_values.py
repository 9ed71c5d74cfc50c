"""What people type is understood, or kept as typed with a problem."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.drafts.marks import Choice, Day, Money, Names, Number, Ref, Refs, Text, When, Yes
from peremena.drafts.values import Problem, Reading, read, show

NUMBER = Number(0, 100_000)
MEASURE = Number(None, None, whole=False)


@pytest.mark.parametrize(
    ("mark", "typed", "reading"),
    [
        (Text(), "  как есть ", Reading("  как есть ")),
        (Text(), "две\r\nстроки\r", Reading("две\nстроки\n")),
        (Text(), "ноль\x00 и половина \ud83d", Reading("ноль и половина ?")),
        (Text(), None, Reading("")),
        (Text(3), "четыре", Reading("четыре", Problem.TOO_LONG)),
        (NUMBER, "", Reading(None)),
        (NUMBER, "  ", Reading(None)),
        (NUMBER, "1 140", Reading(1140)),
        (NUMBER, "1\xa0140", Reading(1140)),
        (NUMBER, 1140, Reading(1140)),
        (NUMBER, "0", Reading(0)),
        (NUMBER, "12,0", Reading(12)),
        (NUMBER, "12,5", Reading("12,5", Problem.NOT_WHOLE)),
        (NUMBER, "-5", Reading("-5", Problem.TOO_SMALL)),
        (NUMBER, "100 001", Reading("100 001", Problem.TOO_LARGE)),
        (NUMBER, "1 2500", Reading("1 2500", Problem.NOT_A_NUMBER)),
        (NUMBER, "около сорока", Reading("около сорока", Problem.NOT_A_NUMBER)),
        (MEASURE, "12,5", Reading("12.5")),
        (MEASURE, "−3.10", Reading("-3.1")),
        (MEASURE, 0.1, Reading("0.1")),
        (MEASURE, Decimal("2.50"), Reading("2.5")),
        (MEASURE, "9" * 16, Reading("9" * 16, Problem.TOO_LARGE)),
        (MEASURE, "NaN", Reading("NaN", Problem.NOT_A_NUMBER)),
        (MEASURE, "1e5", Reading("1e5", Problem.NOT_A_NUMBER)),
        (Money(), "148600", Reading(148600)),
        (Money(), "1 250 000 ₽", Reading(1250000)),
        (Money(), "1 250,50 руб.", Reading("1250.50")),
        (Money(), "1250.5", Reading("1250.50")),
        (Money(), "150 тыс. руб.", Reading(150000)),
        (Money(), "1,5 млн", Reading(1500000)),
        (Money(), "12,345", Reading("12,345", Problem.PARTS_OF_KOPECK)),
        (Money(), "9" * 16, Reading("9" * 16, Problem.TOO_LARGE)),
        (Money(), "-1", Reading("-1", Problem.TOO_SMALL)),
        (Money(), "99999 млн млн", Reading("99999 млн млн", Problem.NOT_A_NUMBER)),
        (Money(), "спросить у Веры", Reading("спросить у Веры", Problem.NOT_A_NUMBER)),
        (When(), "2025", Reading("2025")),
        (When(), "2025 г.", Reading("2025")),
        (When(), "01.01.2025", Reading("2025-01-01")),
        (When(), "год назад", Reading("год назад", Problem.NOT_A_YEAR)),
        (When(), "12", Reading("12", Problem.NOT_A_YEAR)),
        (When(), "31.02.2025", Reading("31.02.2025", Problem.NO_SUCH_DAY)),
        (Day(), "2028-05-31", Reading("2028-05-31")),
        (Day(), "31.05.2028", Reading("2028-05-31")),
        (Day(), "1.6.28", Reading("2028-06-01")),
        (Day(), "31 мая 2028", Reading("2028-05-31")),
        (Day(), "31 мая 2028 г.", Reading("2028-05-31")),
        (Day(), "1 Сент. 2028 года", Reading("2028-09-01")),
        (Day(), "31 июня 2028", Reading("31 июня 2028", Problem.NO_SUCH_DAY)),
        (Day(), "31.05.2208", Reading("31.05.2208", Problem.NO_SUCH_DAY)),
        (Day(), "31 мартобря 2028", Reading("31 мартобря 2028", Problem.NOT_A_DAY)),
        (Day(), "весной", Reading("весной", Problem.NOT_A_DAY)),
        (Choice(("a", "b")), "a", Reading("a")),
        (Choice(("a", "b")), "", Reading(None)),
        (Choice(("a", "b")), "в", Reading("в", Problem.NOT_OFFERED)),
        (Yes(), ["", "on"], Reading(True)),
        (Yes(), [""], Reading(False)),
        (Yes(), True, Reading(True)),
        (Yes(), None, Reading(False)),
        (Ref("team"), "p1", Reading("p1")),
        (Refs("team"), ["", "p1", "p2", "p1"], Reading(["p1", "p2"])),
        (Refs("team"), [""], Reading([])),
        (Names(), "Ключи, Лесная\nКлючи", Reading(["Ключи", "Лесная"])),
        (Names(), "", Reading([])),
    ],
)
def test_reading(mark, typed, reading):
    assert read(mark, typed) == reading


@pytest.mark.parametrize(
    ("mark", "value", "shown"),
    [
        (Text(), None, ""),
        (Number(), 1140, "1\xa0140"),
        (Number(), "NaN", "NaN"),
        (Money(), "1250.50", "1\xa0250,50"),
        (Money(), "спросить у Веры", "спросить у Веры"),
        (Day(), "2028-05-31", "2028-05-31"),
        (Yes(), None, False),
        (Refs("team"), None, ()),
        (Refs("team"), ["p1"], ("p1",)),
        (Names(), ["Ключи", "Лесная"], "Ключи\nЛесная"),
    ],
)
def test_what_stands_in_the_input(mark, value, shown):
    assert show(mark, value) == shown


MARKS = st.sampled_from([Text(5), NUMBER, MEASURE, Money(), Day(), Choice(("a",)), Ref("team")])
LIKELY = st.one_of(
    st.text(),
    st.text("0123456789 ,.-−тысмлнруб₽", max_size=12),
    st.dates().map(str),
    st.decimals(allow_nan=False, allow_infinity=False, places=2).map(str),
)


@given(MARKS, LIKELY)
def test_what_is_shown_reads_back_as_the_same_value(mark, typed):
    stored = read(mark, typed)

    assert read(mark, stored.value) == stored
    assert read(mark, show(mark, stored.value)).value == stored.value or stored.problem


@given(MARKS, LIKELY)
def test_words_that_are_not_understood_are_kept_as_typed(mark, typed):
    reading = read(mark, typed)

    if reading.problem:
        assert reading.value == read(Text(), typed).value


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_sums_lose_no_kopeck(amount):
    stored = read(Money(), f"{amount:,f}".replace(",", " ").replace(".", ",") + " ₽").value

    assert not isinstance(stored, float)
    assert Decimal(stored) == amount


@pytest.mark.parametrize(("stored", "shown"), [("2025", "2025"), ("2025-01-09", "09.01.2025")])
def test_a_year_is_not_grouped_and_a_day_is_shown_as_people_write_it(stored, shown):
    assert show(When(), stored) == shown
