"""What the budget of a brief comes to: exact, no floats."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from .models import Brief
from .work import Line

KOPECK = Decimal("0.01")


def reckoned(line: Line) -> Decimal | None:
    """Quantity by price, to the kopeck; None when one of them is not filled in."""
    if line.qty is None or line.price is None:
        return None
    return (line.qty * line.price).quantize(KOPECK, ROUND_HALF_UP)


def amount(line: Line) -> Decimal:
    """What the author wrote, else quantity by price, else nothing."""
    return line.sum if line.sum is not None else reckoned(line) or Decimal()


def total(lines: Iterable[Line]) -> Decimal:
    return sum((amount(line) for line in lines), Decimal())


def asked(brief: Brief) -> Decimal:
    """What the project asks of the contest."""
    return total(line for line in brief.budget if line.source == "grant")


def added(brief: Brief) -> Decimal:
    """What others than the contest put in; a line without a source adds nothing."""
    return total(line for line in brief.budget if line.source not in (None, "grant"))
