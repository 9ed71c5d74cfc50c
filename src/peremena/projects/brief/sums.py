"""What the budget of a brief comes to: exact, no floats."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from .models import Brief
from .work import Line

KOPECK = Decimal("0.01")


def product(quantity: Decimal | None, price: Decimal | None) -> Decimal | None:
    """To the kopeck; None when one of them is not filled in."""
    if quantity is None or price is None:
        return None
    return (quantity * price).quantize(KOPECK, ROUND_HALF_UP)


def reckoned(line: Line) -> Decimal | None:
    """Quantity by price, whatever the author wrote as the sum."""
    return product(line.qty, line.price)


def known(line: Line) -> Decimal | None:
    """What the author wrote, else quantity by price; None when neither is there."""
    return line.sum if line.sum is not None else reckoned(line)


def amount(line: Line) -> Decimal:
    """The known sum, else nothing."""
    return known(line) or Decimal()


def total(lines: Iterable[Line]) -> Decimal:
    return sum((amount(line) for line in lines), Decimal())


def asked(brief: Brief) -> Decimal:
    """What the project asks of the contest."""
    return total(line for line in brief.budget if line.source == "grant")


def added(brief: Brief) -> Decimal:
    """What others than the contest put in; a line without a source adds nothing."""
    return total(line for line in brief.budget if line.source not in (None, "grant"))
