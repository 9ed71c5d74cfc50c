"""The sum of a budget line follows from quantity and price. Pure; exact, never floats."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from peremena.drafts import numbers, values
from peremena.drafts.marks import Mark, Money, Number
from peremena.drafts.paths import Content, find

FACTORS: Mapping[str, Mark] = {"qty": Number(whole=False), "price": Money()}
KOPECK = Decimal("0.01")


def follow(before: Content, after: Content) -> Content:
    """The page of the budget with the sum of every line whose quantity or price has changed.

    A sum that changed as well stays as typed; where a factor is not known, nothing follows.
    """
    lines = after.get("budget")
    if not isinstance(lines, list):
        return after
    return {**after, "budget": [line_after(find(before, "budget") or [], line) for line in lines]}


def line_after(before: list[Content], line: Content) -> Content:
    old = next((row for row in before if row["id"] == line["id"]), {})
    has_changed = any(line.get(name) != old.get(name) for name in FACTORS)
    total = product(line)
    if not has_changed or line.get("sum") != old.get("sum") or total is None:
        return line
    return {**line, "sum": total}


def product(line: Content) -> int | str | None:
    """Quantity × price, rounded to a kopeck, as drafts store it; None when one is not readable."""
    total = Decimal(1)
    for name, mark in FACTORS.items():
        reading = values.read(mark, line.get(name))
        if reading.value is None or reading.problem:
            return None
        total *= Decimal(str(reading.value))
    return numbers.stored(total.quantize(KOPECK, ROUND_HALF_UP), places=2)
