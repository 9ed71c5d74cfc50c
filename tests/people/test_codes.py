"""Codes on paper, typed in every way that people type."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.people import codes

CODE = "KMH27T9XPA"


@pytest.mark.parametrize(
    "typed",
    ["KMH27-T9XPA", "kmh27t9xpa", "КМН27-Т9ХРА", "кмн27 т9хра", " KMH27 — T9XPA ", "kмh27-т9xрa"],
)
def test_a_code_is_read_in_either_alphabet_with_or_without_the_dash(typed):
    assert codes.read(typed) == CODE


@pytest.mark.parametrize("typed", ["", "KMH27", "KMH27-T9XPAA", "KMH27-T9XP0", "KMH27-T9XPЖ"])
def test_what_cannot_be_a_code_is_none(typed):
    assert codes.read(typed) == ""


@given(st.integers())
def test_every_new_code_is_read_as_it_is_shown(seed):
    code = codes.new(random.Random(seed).choice)

    assert codes.read(codes.shown(code)) == code
    assert not set(code) & set("01OI")
