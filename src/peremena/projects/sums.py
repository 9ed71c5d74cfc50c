"""The sum of a budget line follows from quantity and price. Pure; exact, never floats."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from peremena.drafts import numbers, values
from peremena.drafts.marks import Mark, Money, Number
from peremena.drafts.paths import Content, find
from peremena.drafts.values import Typed

FACTORS: Mapping[str, Mark] = {"qty": Number(whole=False), "price": Money()}
KOPECK = Decimal("0.01")


def completed(content: Content, fields: Mapping[str, Typed]) -> dict[str, Typed]:
    """The typed fields, and the sum of every line whose quantity or price is among them.

    A sum that somebody types in the same breath stays as typed; where a factor is not known or
    not readable, nothing is added.
    """
    sums: dict[str, Typed] = {}
    for path in fields:
        line, _, name = path.rpartition(".")
        if name in FACTORS and line.startswith("budget.") and f"{line}.sum" not in fields:
            total = product(line, content, fields)
            if total is not None:
                sums[f"{line}.sum"] = total
    return {**fields, **sums}


def product(line: str, content: Content, fields: Mapping[str, Typed]) -> int | str | None:
    """Quantity × price of the line, rounded to a kopeck, as drafts store it."""
    total = Decimal(1)
    for name, mark in FACTORS.items():
        path = f"{line}.{name}"
        typed: Any = fields[path] if path in fields else find(content, path)
        reading = values.read(mark, typed)
        if reading.value is None or reading.problem:
            return None
        total *= Decimal(str(reading.value))
    return numbers.stored(total.quantize(KOPECK, ROUND_HALF_UP), places=2)
