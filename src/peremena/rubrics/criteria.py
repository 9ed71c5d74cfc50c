"""Criteria by which a jury judges. Pure: no Django, no database, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Criterion:
    """One line of a jury's sheet. `weight`: None when we have not seen it; `source`: its key."""

    code: str
    title: str
    weight: Decimal | None
    source: str


def total_weight(criteria: Iterable[Criterion]) -> Decimal | None:
    """None unless there are criteria and the weight of each is known."""
    weights = [criterion.weight for criterion in criteria]
    known = [weight for weight in weights if weight is not None]
    return sum(known, Decimal()) if weights and len(known) == len(weights) else None


def repeated_codes(criteria: Iterable[Criterion]) -> list[str]:
    """Codes that stand for more than one criterion, in the order of their second appearance."""
    seen: set[str] = set()
    repeated = []
    for criterion in criteria:
        if criterion.code in seen:
            repeated.append(criterion.code)
        seen.add(criterion.code)
    return repeated
