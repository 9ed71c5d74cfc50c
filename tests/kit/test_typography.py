"""Sums, days and names in type."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from peremena.kit import typography


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1250000"), "1\xa0250\xa0000\xa0₽"),
        ("74000.00", "74\xa0000\xa0₽"),
        (Decimal("812.5"), "812,50\xa0₽"),
        (0, "0\xa0₽"),
        (None, ""),
        ("", ""),
    ],
)
def test_sums_in_russian(value, expected):
    with translation.override("ru"):
        assert typography.roubles(value) == expected


def test_a_sum_in_english():
    with translation.override("en"):
        assert typography.roubles("1250000.5") == "1,250,000.50\xa0₽"


@pytest.mark.parametrize(
    ("language", "expected"), [("ru", "12\xa0марта 2027"), ("en", "12\xa0March 2027")]
)
def test_days_in_words(language, expected):
    with translation.override(language):
        assert (typography.day(date(2027, 3, 12)), typography.day(None)) == (expected, "")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ирина Петровна", "ИП"), ("ян", "Я"), ("Анна Мария Ким", "АМ"), ("", "")],
)
def test_initials(name, expected):
    assert typography.initials(name) == expected


def test_short_words_stay_with_the_next_word():
    assert typography.tidy("Он и мы в селе — дома") == "Он\xa0и\xa0мы\xa0в\xa0селе\xa0— дома"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("day", "19\xa0ноября 2026"),
        ("day_and_month", "19\xa0ноября"),
        ("moment", "19\xa0ноября, 04:00"),
        ("full_moment", "19\xa0ноября 2026, 04:00"),
    ],
)
def test_a_page_names_the_time_of_omsk_not_of_greenwich(name, expected):
    late = datetime(2026, 11, 18, 22, tzinfo=UTC)

    assert Template("{{ at|" + name + " }}").render(Context({"at": late})) == expected
