"""Sums, days and words as a Russian document sets them, whatever the page's language. Pure."""

import re
from datetime import date
from decimal import Decimal

NBSP = "\xa0"
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
# Control signs and signs that turn the direction of writing; neither a form nor XML wants them.
UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str | None) -> str:
    """Without unprintable signs, with one kind of line end; "" for None."""
    return UNPRINTABLE.sub("", LINE_ENDS.sub("\n", text or "")).replace("\t", " ").strip()


def number(value: Decimal | int | None) -> str:
    """1 250 000 or 294 440,15; "" for None. The fraction keeps its own length."""
    if value is None:
        return ""
    grouped = f"{Decimal(value).normalize():,f}"
    return grouped.replace(",", NBSP).replace(".", ",")


def roubles(value: Decimal | None) -> str:
    """1 250 000 ₽ or 294 440,15 ₽: kopecks only where there are some; "" for None."""
    if value is None:
        return ""
    places = 0 if value == value.to_integral_value() else 2
    return f"{value:,.{places}f}".replace(",", NBSP).replace(".", ",") + f"{NBSP}₽"


def day(value: date | None) -> str:
    """12 марта 2027; "" for None."""
    return f"{value.day}{NBSP}{MONTHS[value.month - 1]} {value.year}" if value else ""


def period(start: date | None, end: date | None) -> str:
    """«1 июля 2027 — 31 мая 2028», «14–15 августа 2027», «с …», «до …»; "" for None twice."""
    if start is None or end is None:
        return f"с{NBSP}{day(start)}" if start else f"до{NBSP}{day(end)}" if end else ""
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day}{NBSP}{MONTHS[start.month - 1]} — {day(end)}"
    return f"{day(start)} — {day(end)}"


def joined(*phrases: str, by: str = ", ") -> str:
    """The phrases that are not empty; «1 шт.» before a full stop keeps one of the two."""
    present = [phrase for phrase in phrases if phrase]
    if by.startswith("."):
        present[:-1] = [phrase.removesuffix(".") for phrase in present[:-1]]
    return by.join(present)
