"""The budget by activity, by source and by month: exact sums that come to the same whole."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from peremena.projects.brief import Brief, sums
from peremena.projects.brief.work import Activity, Line

KOPECK = Decimal("0.01")
ONCE = frozenset({"equipment", "materials", "printing", "other"})


@dataclass(frozen=True)
class Share:
    """`key`: an id, a code or a month; None for what nobody has said."""

    key: str | None
    sum: Decimal
    asked: Decimal


def by_source(brief: Brief) -> tuple[Share, ...]:
    """In the order in which sources first come up."""
    return gathered(brief.budget, lambda line: line.source)


def by_activity(brief: Brief) -> tuple[Share, ...]:
    """In the order of the plan; lines of no activity come last."""
    known = [activity.id for activity in brief.plan]
    rows = gathered(brief.budget, lambda line: line.activity if line.activity in known else None)
    return tuple(sorted(rows, key=lambda row: known.index(row.key) if row.key else len(known)))


def by_month(brief: Brief) -> tuple[Share, ...]:
    """In order; what has no month comes last."""
    found: dict[str | None, list[Decimal]] = {}
    for line in brief.budget:
        for month, part in spread(line, brief):
            both = found.setdefault(month.isoformat() if month else None, [Decimal(), Decimal()])
            both[0] += part
            both[1] += part if line.source == "grant" else 0
    rows = (Share(key, *both) for key, both in found.items())
    return tuple(sorted(rows, key=lambda row: row.key or "9999"))


def gathered(lines: Iterable[Line], key: Callable[[Line], str | None]) -> tuple[Share, ...]:
    groups: dict[str | None, list[Line]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return tuple(
        Share(name, sums.total(own), sums.total(one for one in own if one.source == "grant"))
        for name, own in groups.items()
    )


def spread(line: Line, brief: Brief) -> Iterator[tuple[date | None, Decimal]]:
    """The sum of a line by months; kopecks that do not divide go with the last."""
    months = months_of(line, brief)
    whole = sums.amount(line)
    if not months:
        yield None, whole
        return
    part = (whole / len(months)).quantize(KOPECK, ROUND_DOWN)
    for month in months[:-1]:
        yield month, part
    yield months[-1], whole - part * (len(months) - 1)


def months_of(line: Line, brief: Brief) -> list[date]:
    """When it is paid: things at once, work and rent each month, unless the team said otherwise."""
    activity = next((one for one in brief.plan if one.id == line.activity), None)
    start, end = term(activity, brief)
    if start is None:
        return []
    once = line.paid == "once" or (line.paid is None and line.category in ONCE)
    return [start] if once else list(between(start, end or start))


def term(activity: Activity | None, brief: Brief) -> tuple[date | None, date | None]:
    if activity and activity.start:
        return activity.start.replace(day=1), (activity.end or activity.start).replace(day=1)
    if activity or not brief.project.start:
        return None, None
    start = brief.project.start.replace(day=1)
    return start, (brief.project.end or brief.project.start).replace(day=1)


def between(start: date, end: date) -> Iterator[date]:
    """Firsts of months, both ends with them; one at least, at most ten years."""
    month = start
    for _number in range(120):
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        if month > end:
            return
