"""Which remarks to show first."""

from collections.abc import Iterable

from .remarks import Remark, Severity

METHOD = ("PR", "TG", "GO", "TA", "AC", "RE", "BU", "PA", "TE", "RI", "SU", "IN", "EL", "LA")
SEVERITIES = tuple(Severity)
AT_ONCE = 7


def by_use(remarks: Iterable[Remark]) -> list[Remark]:
    """Errors before warnings before hints; among equals in the order of the method."""
    return sorted(remarks, key=_usefulness)


def shown(remarks: list[Remark], limit: int = AT_ONCE) -> tuple[list[Remark], list[Remark]]:
    """The few to begin with, and the rest. One of each rule goes before a second of any."""
    ranks: dict[str, int] = {}
    turns = []
    for remark in by_use(remarks):
        ranks[remark.rule] = ranks.get(remark.rule, 0) + 1
        turns.append((ranks[remark.rule], remark))
    ordered = [remark for _turn, remark in sorted(turns, key=lambda pair: pair[0])]
    return ordered[:limit], ordered[limit:]


def _usefulness(remark: Remark) -> tuple[int, int, str]:
    group = remark.rule.partition("-")[0]
    place = METHOD.index(group) if group in METHOD else -1
    return SEVERITIES.index(remark.severity), place, remark.rule
