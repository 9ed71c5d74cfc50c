"""Codes on paper, made to be typed by anybody. Pure: no Django, no database, no clock.

Only letters that look the same in the Russian and in the Latin alphabet, as on number plates, so
that nobody has to change the keyboard; none that looks like a digit, and no 0 and 1.
"""

from collections.abc import Callable, Sequence

LETTERS, TWINS = "AEKMHPCTYX", "АЕКМНРСТУХ"
SIGNS = LETTERS + "23456789"
LENGTH = 10
TO_LATIN = str.maketrans(TWINS, LETTERS)


def new(choose: Callable[[Sequence[str]], str]) -> str:
    """`choose` takes one of several by chance, such as `secrets.choice`."""
    return "".join(choose(SIGNS) for _ in range(LENGTH))


def read(typed: str) -> str:
    """The code meant by what was typed, in either alphabet, with or without the dash; else ""."""
    signs = "".join(sign for sign in typed.upper().translate(TO_LATIN) if sign.isalnum())
    return signs if len(signs) == LENGTH and set(signs) <= set(SIGNS) else ""


def shown(code: str) -> str:
    """KMH27-T9XPA: in two halves, as it stands on the paper."""
    half = LENGTH // 2
    return f"{code[:half]}-{code[half:]}"
