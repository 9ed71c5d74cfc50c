"""Telephone numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.people import phones


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("8 (913) 123-45-67", "+79131234567"),
        ("+7 913 123 45 67", "+79131234567"),
        ("9131234567", "+79131234567"),
        ("21-3-45", "21345"),
        ("+375 29 123-45-67", "+375291234567"),
        ("8 913 123-45-67, спросить Анну", "8 913 123-45-67, спросить Анну"),
        ("  ", ""),
    ],
)
def test_a_number_is_kept_in_one_form(typed, kept):
    assert phones.clean(typed) == kept


def test_a_number_is_shown_so_that_it_can_be_read_aloud():
    assert phones.shown("+79131234567") == "+7\xa0913\xa0123-45-67"
    assert phones.shown("21345") == "21345"
    assert phones.dialled("+7 913 123-45-67") == "+79131234567"


@given(st.text(max_size=32))
def test_what_is_kept_is_kept_the_same_again(typed):
    assert phones.clean(phones.clean(typed)) == phones.clean(typed)
