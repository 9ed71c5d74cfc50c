"""Mistyped ИНН and ОГРН give themselves away."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peremena.people.registry_numbers import Slip, slip_in_inn, slip_in_ogrn


def whole(beginning: str, slip_in) -> str:
    """The one number with this beginning whose check digits agree."""
    missing = 2 if len(beginning) == 10 else 1
    endings = (f"{beginning}{ending:0{missing}}" for ending in range(10**missing))
    return next(number for number in endings if slip_in(number) is None)


def beginnings(*lengths: int) -> st.SearchStrategy[str]:
    return st.sampled_from(lengths).flatmap(
        lambda length: st.integers(10 ** (length - 1), 10**length - 1).map(str)
    )


@pytest.mark.parametrize(
    ("number", "slip"),
    [
        ("5500000008", None),
        ("5500 000 008", None),
        ("500100732259", None),
        ("5500000001", Slip.CHECK_DIGIT),
        ("500100732269", Slip.CHECK_DIGIT),
        ("500100732258", Slip.CHECK_DIGIT),
        ("0000000000", Slip.CHECK_DIGIT),
        ("550000008", Slip.LENGTH),
        ("55000000080", Slip.LENGTH),
        ("ИНН 5500000008", Slip.NOT_DIGITS),
        ("٥٥٠٠٠٠٠٠٠٨", Slip.NOT_DIGITS),
        ("", Slip.NOT_DIGITS),
    ],
)
def test_slips_in_an_inn(number, slip):
    assert slip_in_inn(number) == slip


@pytest.mark.parametrize(
    ("number", "slip"),
    [
        ("1255500000007", None),
        ("1027700132195", None),
        ("304500116000157", None),
        ("1255500000008", Slip.CHECK_DIGIT),
        ("304500116000158", Slip.CHECK_DIGIT),
        ("0000000000000", Slip.CHECK_DIGIT),
        ("12555000000", Slip.LENGTH),
        ("1255500000007г", Slip.NOT_DIGITS),
    ],
)
def test_slips_in_an_ogrn(number, slip):
    assert slip_in_ogrn(number) == slip


@given(beginnings(9, 10), st.data())
def test_one_wrong_digit_in_an_inn_is_noticed(beginning, data):
    number = whole(beginning, slip_in_inn)
    assume("0" not in number[len(beginning) :])  # remainders 0 and 10 share the digit 0

    assert slip_in_inn(with_one_wrong_digit(number, data)) is not None


@given(beginnings(12, 14), st.data())
def test_one_wrong_digit_in_an_ogrn_is_noticed(beginning, data):
    number = whole(beginning, slip_in_ogrn)
    assume(number[-1] not in "012")  # remainders 10, 11 and 12 share these digits

    assert slip_in_ogrn(with_one_wrong_digit(number, data)) is not None


@given(st.text())
def test_any_text_gets_an_answer(text):
    assert slip_in_inn(text) in {None, *Slip}
    assert slip_in_ogrn(text) in {None, *Slip}


def with_one_wrong_digit(number: str, data: st.DataObject) -> str:
    place = data.draw(st.integers(0, len(number) - 1))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != number[place]))
    return number[:place] + wrong + number[place + 1 :]
