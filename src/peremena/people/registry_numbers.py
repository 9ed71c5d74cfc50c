"""Whether an ИНН, ОГРН or ОГРНИП can be a real one. Pure: no Django, no database, no clock.

A number that passes may still belong to nobody; one that fails was surely mistyped.
"""

from collections.abc import Sequence
from enum import StrEnum

INN_TENTH = (2, 4, 10, 3, 5, 9, 4, 6, 8)
INN_ELEVENTH = (7, *INN_TENTH)
INN_TWELFTH = (3, *INN_ELEVENTH)
OGRN_DIVISORS = {13: 11, 15: 13}


class Slip(StrEnum):
    """What gives a mistyped number away."""

    NOT_DIGITS = "not-digits"
    LENGTH = "length"
    CHECK_DIGIT = "check-digit"


def slip_in_inn(number: str) -> Slip | None:
    """None for ten digits of an organisation or twelve of a person whose check digits agree.

    Spaces do not count. The check digit is the weighted sum of the digits before it, modulo 11
    and then modulo 10; a person's number has two of them. The weights are those of the tax
    service (structure of the number: order of ФНС of 29.06.2012 № ММВ-7-6/435@).
    """
    digits = "".join(number.split())
    if slip := _shape(digits, lengths=(10, 12)):
        return slip
    weights = (INN_TENTH,) if len(digits) == 10 else (INN_ELEVENTH, INN_TWELFTH)
    agree = all(_weighted(digits, row) == int(digits[len(row)]) for row in weights)
    return None if agree else Slip.CHECK_DIGIT


def slip_in_ogrn(number: str) -> Slip | None:
    """None for an ОГРН (13 digits) or ОГРНИП (15) whose last digit agrees with the others.

    Spaces do not count. The last digit is that of the remainder of all others divided by 11,
    or by 13 in an ОГРНИП (rules of the registers: government decrees of 19.06.2002 № 438 and
    of 16.10.2003 № 630).
    """
    digits = "".join(number.split())
    if slip := _shape(digits, lengths=tuple(OGRN_DIVISORS)):
        return slip
    check = int(digits[:-1]) % OGRN_DIVISORS[len(digits)] % 10
    return None if check == int(digits[-1]) else Slip.CHECK_DIGIT


def _shape(digits: str, *, lengths: Sequence[int]) -> Slip | None:
    if not (digits.isascii() and digits.isdigit()):
        return Slip.NOT_DIGITS
    if len(digits) not in lengths:
        return Slip.LENGTH
    # Noughts alone would agree with any weights, and no number of either kind begins with two.
    return Slip.CHECK_DIGIT if digits.startswith("00") else None


def _weighted(digits: str, weights: Sequence[int]) -> int:
    pairs = zip(digits, weights, strict=False)
    return sum(int(digit) * weight for digit, weight in pairs) % 11 % 10
