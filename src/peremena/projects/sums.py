"""The sum of a budget line follows from quantity and price. Pure; exact, never floats."""

from collections.abc import Mapping
from decimal import Decimal

from peremena.drafts import numbers, values
from peremena.drafts.marks import Mark, Money, Number
from peremena.drafts.paths import Content, find

from .brief import sums

FACTORS: Mapping[str, Mark] = {"qty": Number(whole=False), "price": Money()}


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
    quantity, price = (factor(mark, line.get(name)) for name, mark in FACTORS.items())
    total = sums.product(quantity, price)
    return numbers.stored(total, places=2) if total is not None else None


def factor(mark: Mark, written: values.Typed) -> Decimal | None:
    reading = values.read(mark, written)
    readable = reading.value is not None and not reading.problem
    return Decimal(str(reading.value)) if readable else None
