"""What people type becomes typed values, and values become what stands in the input. Pure.

A stored value is JSON without floats: words, whole numbers, fractions as digits («1250.50»), days
in ISO form, ticks, lists of words. What cannot be read stays as it was typed, with a problem.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from . import days, numbers
from .marks import Choice, Day, Mark, Money, Names, Number, Refs, Text, When, Yes

Typed = str | bool | int | float | Decimal | list[str] | None
Shown = str | bool | tuple[str, ...]

TICKED = frozenset({"on", "true", "1", "yes"})
FIGURES = re.compile(r"-?\d+(?:\.\d+)?")
BETWEEN_NAMES = re.compile(r"[\n,;]")
KOPECKS = 2


class Problem(StrEnum):
    """Why a field cannot be used as it is; the words of each are in `words.PROBLEMS`."""

    NOT_A_NUMBER = "not-a-number"
    NOT_WHOLE = "not-whole"
    TOO_SMALL = "too-small"
    TOO_LARGE = "too-large"
    PARTS_OF_KOPECK = "parts-of-kopeck"
    NOT_A_DAY = "not-a-day"
    NO_SUCH_DAY = "no-such-day"
    NOT_A_YEAR = "not-a-year"
    NOT_OFFERED = "not-offered"
    TOO_LONG = "too-long"


@dataclass(frozen=True)
class Reading:
    value: Any
    problem: Problem | None = None


def read(mark: Mark, typed: Typed) -> Reading:
    """Reading what was stored gives the same value again."""
    match mark:
        case Yes():
            return Reading(any(text.lower() in TICKED for text in listed(typed)))
        case Refs():
            return Reading(unique(listed(typed)))
        case Names():
            words = [word for text in listed(typed) for word in BETWEEN_NAMES.split(text)]
            return Reading(unique(words))
    text = (listed(typed) or [""])[-1]
    if isinstance(mark, Text):
        too_long = mark.limit is not None and len(text) > mark.limit
        return Reading(text, Problem.TOO_LONG if too_long else None)
    if not text.strip():
        return Reading(None)
    value = understood(mark, text.strip())
    return Reading(text, value) if isinstance(value, Problem) else Reading(value)


def understood(mark: Mark, text: str) -> str | int | Problem:
    match mark:
        case Number():
            return a_number(mark, text)
        case Money():
            return a_sum(text)
        case Day():
            return a_day(text)
        case When():
            return a_year_or_day(text)
        case Choice(options):
            return text if text in options else Problem.NOT_OFFERED
        case _:
            return text


def a_number(mark: Number, text: str) -> int | str | Problem:
    value = numbers.number(text)
    if value is None:
        return Problem.NOT_A_NUMBER
    if mark.whole and value != value.to_integral_value():
        return Problem.NOT_WHOLE
    if mark.minimum is not None and value < mark.minimum:
        return Problem.TOO_SMALL
    if numbers.too_long(value) or (mark.maximum is not None and value > mark.maximum):
        return Problem.TOO_LARGE
    return numbers.stored(value)


def a_sum(text: str) -> int | str | Problem:
    value = numbers.roubles(text)
    if value is None:
        return Problem.NOT_A_NUMBER
    if value < 0:
        return Problem.TOO_SMALL
    if numbers.too_long(value):
        return Problem.TOO_LARGE
    if value != round(value, KOPECKS):
        return Problem.PARTS_OF_KOPECK
    return numbers.stored(value, KOPECKS)


def a_day(text: str) -> str | Problem:
    try:
        value = days.day(text)
    except days.NoSuchDay:
        return Problem.NO_SUCH_DAY
    return value.isoformat() if value else Problem.NOT_A_DAY


def a_year_or_day(text: str) -> str | Problem:
    """«2025», or a day in ISO form."""
    year = days.AFTER.sub("", text.lower())
    if year.isdigit():
        return year if year.isascii() and int(year) in days.YEARS else Problem.NOT_A_YEAR
    value = a_day(text)
    return Problem.NOT_A_YEAR if value is Problem.NOT_A_DAY else value


def show(mark: Mark, value: Any) -> Shown:
    """What stands in the input: a tick, several picked, or one text with numbers in groups."""
    match mark:
        case Yes():
            return value is True
        case Refs():
            return tuple(value or ())
        case Names():
            return "\n".join(value or ())
        case Number() | Money():
            return grouped(value)
        case When():
            return days.figures(str(value or ""))
        case _:
            return "" if value is None else str(value)


def grouped(value: Any) -> str:
    """Words that are not a number stay as they are."""
    text = as_text(value)
    return numbers.shown(Decimal(text)) if FIGURES.fullmatch(text) else text


def listed(typed: Typed | Shown) -> list[str]:
    """Everything that came in one field, as clean text."""
    several = typed if isinstance(typed, list | tuple) else [typed]
    return [clean(as_text(one)) for one in several if one is not None]


def as_text(value: Any) -> str:
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"
    return "" if value is None else str(value)


def clean(text: str) -> str:
    """One kind of line end; nothing that a database cannot store."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return text.encode("utf-8", "replace").decode()


def unique(words: list[str]) -> list[str]:
    return list(dict.fromkeys(word.strip() for word in words if word.strip()))
