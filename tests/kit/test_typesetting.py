"""Russian sums, days and clean words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.kit.typesetting import clean, day, joined, number, period, roubles


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (Decimal(0), "0\xa0₽"),
        (Decimal(1250000), "1\xa0250\xa0000\xa0₽"),
        (Decimal("294440.15"), "294\xa0440,15\xa0₽"),
        (Decimal("294440.10"), "294\xa0440,10\xa0₽"),
        (Decimal("980059.00"), "980\xa0059\xa0₽"),
        (Decimal("0.1") + Decimal("0.2"), "0,30\xa0₽"),
    ],
)
def test_roubles(value, expected):
    assert roubles(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), (1140, "1\xa0140"), (Decimal("2.50"), "2,5"), (Decimal("1E+3"), "1\xa0000")],
)
def test_number(value, expected):
    assert number(value) == expected


def test_day():
    assert day(date(2027, 3, 12)) == "12\xa0марта 2027"
    assert day(None) == ""


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, ""),
        (date(2027, 7, 1), None, "с\xa01\xa0июля 2027"),
        (None, date(2027, 7, 1), "до\xa01\xa0июля 2027"),
        (date(2027, 7, 1), date(2027, 7, 1), "1\xa0июля 2027"),
        (date(2027, 8, 14), date(2027, 8, 15), "14–15\xa0августа 2027"),
        (date(2027, 7, 1), date(2027, 9, 30), "1\xa0июля — 30\xa0сентября 2027"),
        (date(2027, 7, 1), date(2028, 5, 31), "1\xa0июля 2027 — 31\xa0мая 2028"),
    ],
)
def test_period(start, end, expected):
    assert period(start, end) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (None, ""),
        ("  село  ", "село"),
        ("раз\r\nдва\rтри\x0bчетыре\u2028пять", "раз\nдва\nтри\nчетыре\nпять"),
        ("до\x00\x07\x1f\x7f\ufffe\ud800после", "допосле"),
        ("а\tб", "а б"),
    ],
)
def test_clean(typed, expected):
    assert clean(typed) == expected


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_clean_words_are_safe_for_xml_and_clean_already(typed):
    cleaned = clean(typed)

    assert clean(cleaned) == cleaned
    assert all(sign == "\n" or ord(sign) >= 32 for sign in cleaned)
    cleaned.encode("utf-8")


def test_sentences_are_joined_with_one_full_stop():
    assert joined("Кол-во: 1 шт.", "", "Цена: 410", by=". ") == "Кол-во: 1 шт. Цена: 410"
    assert joined("1 шт.", "2 шт.") == "1 шт., 2 шт."
