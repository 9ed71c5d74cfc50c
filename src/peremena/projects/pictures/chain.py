"""Means, activities, outputs, outcomes, and the links between them that are missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from peremena.projects.brief import Brief, sums

from .shapes import NARROW, WIDE, Box, Card, Line, Picture, lowest, stacked


class Stage(StrEnum):
    MEANS = "means"
    ACTIVITIES = "activities"
    OUTPUTS = "outputs"
    OUTCOMES = "outcomes"


class Gap(StrEnum):
    """What is missing, in the order of the stages."""

    NO_MEANS = "no-means"
    NOTHING_OF_IT = "nothing-of-it"
    NOT_DONE = "not-done"
    NO_GROUND = "no-ground"
    LEADS_NOWHERE = "leads-nowhere"
    NO_PURPOSE = "no-purpose"


@dataclass(frozen=True)
class Link:
    """One thing of a stage. `path`: of its row; `to`: paths of what it leads to; `money`: of means.

    `gap`: what is missing here, with `mend`, the field in which it can be filled in.
    """

    path: str
    stage: Stage
    text: str
    to: tuple[str, ...] = ()
    money: Decimal | None = None
    gap: Gap | None = None
    mend: str = ""


@dataclass(frozen=True)
class Chain:
    links: tuple[Link, ...]
    by_path: Mapping[str, Link] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_path", {link.path: link for link in self.links})

    def of(self, stage: Stage) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.stage is stage)

    @property
    def broken(self) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.gap)


def chain(brief: Brief) -> Chain:
    """Every line of the budget, activity and result of the brief, each once."""
    return Chain((*means(brief), *activities(brief), *outputs(brief), *outcomes(brief)))


def means(brief: Brief) -> Iterator[Link]:
    known = {activity.id for activity in brief.plan}
    for line in brief.budget:
        ends = (f"plan.{line.activity}",) if line.activity in known else ()
        path = f"budget.{line.id}"
        gap = None if ends else Gap.NOTHING_OF_IT
        text, mend = line.title or "", f"{path}.activity" if gap else ""
        yield Link(path, Stage.MEANS, text, ends, sums.known(line), gap, mend)


def activities(brief: Brief) -> Iterator[Link]:
    paid = {line.activity for line in brief.budget}
    known = {result.id for result in brief.results}
    for activity in brief.plan:
        path = f"plan.{activity.id}"
        ends = tuple(f"results.{one}" for one in activity.results if one in known)
        gap, mend = None, ""
        if not ends:
            gap, mend = Gap.NOTHING_OF_IT, f"{path}.results"
        elif activity.id not in paid and not activity.free_because:
            gap, mend = Gap.NO_MEANS, f"{path}.free_because"
        yield Link(path, Stage.ACTIVITIES, activity.title or "", ends, None, gap, mend)


def outputs(brief: Brief) -> Iterator[Link]:
    made = {one for activity in brief.plan for one in activity.results}
    for result in brief.results:
        if result.kind == "outcome":
            continue
        path = f"results.{result.id}"
        grown = (one for one in brief.results if one.kind == "outcome" and result.id in one.outputs)
        ends = tuple(f"results.{one.id}" for one in grown)
        gap, mend = None, ""
        if result.id not in made:
            gap, mend = Gap.NOT_DONE, "plan"
        elif not ends:
            gap, mend = Gap.LEADS_NOWHERE, "results"
        yield Link(path, Stage.OUTPUTS, result.text or "", ends, None, gap, mend)


def outcomes(brief: Brief) -> Iterator[Link]:
    found = {result.id for result in brief.results if result.kind != "outcome"}
    rows = [result for result in brief.results if result.kind == "outcome"]
    for result in rows:
        path = f"results.{result.id}"
        gap, mend = None, ""
        if not found & set(result.outputs):
            gap, mend = Gap.NO_GROUND, f"{path}.outputs"
        elif not any(one.goal for one in rows):
            gap, mend = Gap.NO_PURPOSE, f"{path}.goal"
        yield Link(path, Stage.OUTCOMES, result.text or "", (), None, gap, mend)


SPACE = 56  # between columns
GAP = 14
HEAD = 50


def side_by_side(whole: Chain, titles: Mapping[Stage, str], heads: Mapping[str, str]) -> Picture:
    """Four columns. `titles`: of the stages; `heads`: by path, a few words above a box's own."""
    column = (WIDE - 3 * SPACE) // 4
    boxes: list[Box] = []
    words: list[Box] = []
    for place, stage in enumerate(Stage):
        x = place * (column + SPACE)
        words.append(Card(f"stage-{stage}", titles[stage], tone="stage").at(x, 0, column))
        boxes += stacked(cards(ordered(whole, stage), heads), x, HEAD, column, GAP)
    lines = tuple(arrows(whole, boxes))
    return Picture(WIDE, lowest([*words, *boxes]), (*words, *boxes), lines)


def one_below_another(
    whole: Chain, titles: Mapping[Stage, str], heads: Mapping[str, str]
) -> Picture:
    """For a phone: links are said in the heads of the boxes."""
    boxes: list[Box] = []
    for stage in Stage:
        y = lowest(boxes, -GAP) + GAP
        title = Card(f"stage-{stage}", titles[stage], tone="stage").at(0, y, NARROW)
        rows = stacked(cards(whole.of(stage), heads), 0, title.bottom, NARROW, GAP)
        boxes += [title, *rows]
    return Picture(NARROW, lowest(boxes), tuple(boxes))


def cards(links: Sequence[Link], heads: Mapping[str, str]) -> list[Card]:
    return [
        Card(link.path, link.text or "…", heads.get(link.path, ""), "broken" if link.gap else "")
        for link in links
    ]


def ordered(whole: Chain, stage: Stage) -> list[Link]:
    """So that fewer lines cross: by where in the column before a thing's own links begin."""
    if stage in (Stage.MEANS, Stage.ACTIVITIES):
        places = {link.path: n for n, link in enumerate(whole.of(Stage.ACTIVITIES))}
        return sorted(
            whole.of(stage),
            key=lambda link: (
                min((places.get(end, 0) for end in link.to), default=len(places))
                if stage is Stage.MEANS
                else places[link.path]
            ),
        )
    before = Stage.ACTIVITIES if stage is Stage.OUTPUTS else Stage.OUTPUTS
    near = ordered(whole, before)

    def first(link: Link) -> int:
        return next((n for n, one in enumerate(near) if link.path in one.to), len(near))

    return sorted(whole.of(stage), key=first)


def arrows(whole: Chain, boxes: Sequence[Box]) -> Iterator[Line]:
    by_name = {box.name: box for box in boxes}
    for link in whole.links:
        for end in link.to:
            yield Line(curve(by_name[link.path], by_name[end]))


def curve(start: Box, end: Box) -> str:
    """Out of the right side of one box and into the left side of another."""
    bend = SPACE // 2
    return (
        f"M{start.right} {start.middle}"
        f"C{start.right + bend} {start.middle} {end.x - bend} {end.middle} {end.x} {end.middle}"
    )
