"""The logframe: four steps by what is meant, measured, confirmed, and what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from peremena.projects.brief import Brief, sums
from peremena.projects.brief.work import Activity, Level, Result

LEVELS: tuple[Level, ...] = ("goal", "outcomes", "outputs", "activities")


@dataclass(frozen=True)
class Measure:
    """How a result is measured: 0 → 108 classes by 25 May 2028. Whatever is not known is None."""

    indicator: str
    base: Decimal | None
    target: Decimal | None
    unit: str
    result: Result


@dataclass(frozen=True)
class Step:
    """A row of four cells; each cell is what was written, empty when nothing was.

    `works` and `cost` stand for the measures and evidence of the activities.
    """

    level: Level
    meant: tuple[str, ...]
    measures: tuple[Measure, ...] = ()
    evidence: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    works: tuple[Activity, ...] = ()
    cost: Decimal | None = None


def logframe(brief: Brief) -> tuple[Step, ...]:
    """From the goal down to the activities. An outcome by which the goal is measured stands there,
    unless it is the only outcome: then it measures both."""
    outcomes = [one for one in brief.results if one.kind == "outcome"]
    outputs = [one for one in brief.results if one.kind != "outcome"]
    measuring = [one for one in outcomes if one.goal]
    own = [one for one in outcomes if not one.goal] or outcomes
    goal = [brief.goal.text] if brief.goal.text else []
    return (
        step(brief, "goal", goal, measuring),
        step(brief, "outcomes", said(own), own),
        step(brief, "outputs", said(outputs), outputs),
        Step(
            "activities",
            tuple(one.title for one in brief.plan if one.title),
            assumptions=tuple(assumed(brief, "activities")),
            works=tuple(brief.plan),
            cost=sums.total(brief.budget) if brief.budget else None,
        ),
    )


def step(brief: Brief, level: Level, meant: Iterable[str], results: Iterable[Result]) -> Step:
    rows = tuple(results)
    return Step(
        level,
        tuple(meant),
        tuple(measures(rows)),
        tuple(dict.fromkeys(one.evidence for one in rows if one.evidence)),
        tuple(assumed(brief, level)),
    )


def said(results: Iterable[Result]) -> list[str]:
    return [one.text for one in results if one.text]


def measures(results: Iterable[Result]) -> Iterator[Measure]:
    for one in results:
        if one.indicator or one.target is not None:
            yield Measure(one.indicator or "", one.base, one.target, one.unit or "", one)


def assumed(brief: Brief, level: Level) -> Iterator[str]:
    """An assumption of which nobody said what stands on it counts for the outputs."""
    for one in brief.assumptions:
        if one.text and (one.level or "outputs") == level:
            yield one.text
