"""What marks come to: means by weight, disagreement, quotas, the order of a shortlist. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

LARGE = Decimal(30)
HUNDRED = Decimal(100)
CENT = Decimal("0.01")
Points = Mapping[str, int]


@dataclass(frozen=True)
class Sum:
    """`mean`: per cent of all that can be given; `spread`: from the lowest marker to the highest,
    in per cent points; `count`: how many markers."""

    mean: Decimal
    spread: Decimal
    count: int


@dataclass(frozen=True)
class Runner:
    """What quotas ask of somebody who is taken."""

    district: int | None
    is_newcomer: bool


@dataclass(frozen=True)
class QuotaMet:
    title: str
    least: int
    has: int

    @property
    def is_met(self) -> bool:
        return self.has >= self.least


def clean(rubric: Sequence[Mapping[str, Any]], given: Mapping[str, Any]) -> dict[str, int]:
    """Only lines of the rubric, only whole points from 0 to its top; the rest is dropped."""
    kept = {}
    for line in rubric:
        text = str(given.get(line["key"], ""))
        if text.isascii() and text.isdecimal() and int(text) <= line["top"]:
            kept[line["key"]] = int(text)
    return kept


def is_whole(rubric: Sequence[Mapping[str, Any]], points: Points) -> bool:
    """Each line has a mark, and there is at least one line."""
    return bool(rubric) and all(line["key"] in points for line in rubric)


def share(rubric: Sequence[Mapping[str, Any]], points: Points) -> Decimal:
    """One marker's per cent: each line counts by its weight, whatever its top."""
    weights = sum((Decimal(str(line["weight"])) for line in rubric), Decimal(0))
    if not weights:
        return Decimal(0)
    got = sum(
        (
            Decimal(str(line["weight"]))
            * min(points.get(line["key"], 0), line["top"])
            / line["top"]
            for line in rubric
            if line["top"]
        ),
        Decimal(0),
    )
    return (HUNDRED * got / weights).quantize(CENT)


def summed(rubric: Sequence[Mapping[str, Any]], marks: Collection[Points]) -> Sum | None:
    """None without marks. The order of the marks does not matter."""
    if not marks:
        return None
    shares = [share(rubric, one) for one in marks]
    mean = (sum(shares, Decimal(0)) / len(shares)).quantize(CENT)
    return Sum(mean, max(shares) - min(shares), len(shares))


def is_disputed(spread: Decimal | None) -> bool:
    """Markers differ so much that staff should talk with them first."""
    return spread is not None and spread >= LARGE


def quotas_met(quotas: Sequence[Mapping[str, Any]], taken: Iterable[Runner]) -> list[QuotaMet]:
    """How far those who are taken meet each quota."""
    rows = list(taken)
    return [QuotaMet(one.get("title", ""), int(one["least"]), _has(one, rows)) for one in quotas]


def _has(quota: Mapping[str, Any], rows: Sequence[Runner]) -> int:
    match quota["kind"]:
        case "districts":
            return len({one.district for one in rows if one.district is not None})
        case "district":
            return sum(str(one.district) == str(quota.get("key")) for one in rows)
        case _:
            return sum(one.is_newcomer for one in rows)
