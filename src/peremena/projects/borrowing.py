"""What becomes of a fact or a resource in a project: which row, which fields. Pure.

A thing goes into a list at most once: the id of its row is made of the thing itself.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peremena.drafts import days
from peremena.drafts.paths import join

from .brief import Section

LINE, LONG = 200, 300


class Use(StrEnum):
    """Where a thing can go: a fact of the problem, a step of the plan, a line of the budget that
    costs the project nothing, what the place can build on."""

    FACT = "fact"
    PLAN = "plan"
    BUDGET = "budget"
    ASSET = "asset"


LISTS: Mapping[Use, str] = {
    Use.FACT: "problem.facts",
    Use.PLAN: "plan",
    Use.BUDGET: "budget",
    Use.ASSET: "passport.assets",
}
SECTIONS: Mapping[Use, Section] = {
    Use.FACT: Section.PROBLEM,
    Use.PLAN: Section.PLAN,
    Use.BUDGET: Section.BUDGET,
    Use.ASSET: Section.PLACE,
}
USE_OF = {section: use for use, section in SECTIONS.items()}


class Refusal(StrEnum):
    THERE_ALREADY = "there-already"
    DOES_NOT_FIT = "does-not-fit"
    LIST_IS_FULL = "list-is-full"


@dataclass(frozen=True)
class Thing:
    """A resource or a fact on its way into a project.

    `what`: its name in an address, `resource:17` or `fact:5:people:population`. `number`: digits,
    "" where the fact is not a number. `as_of`: a year, a day or "". `source`: where it is from,
    for people. `where`: in words. `layer`: of a resource, "" for a fact. `said`: what the source
    says, in no language in particular, by the keys of FOLLOWS.
    """

    what: str
    title: str
    number: str = ""
    unit: str = ""
    as_of: str = ""
    source: str = ""
    where: str = ""
    layer: str = ""
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def row_id(self) -> str:
        return "from" + hashlib.sha256(self.what.encode()).hexdigest()[:12]

    @property
    def uses(self) -> tuple[Use, ...]:
        """A number proves a problem; what one can lay hands on may serve anywhere."""
        is_thing = bool(self.layer) or ":exchange:offered" in self.what
        return tuple(Use) if is_thing else (Use.FACT,)


def why_not_take(thing: Thing, use: Use, *, is_there: bool) -> Refusal | None:
    """None when the thing can go there. `is_there`: its row stands in the list."""
    if use not in thing.uses:
        return Refusal.DOES_NOT_FIT
    return Refusal.THERE_ALREADY if is_there else None


def row(thing: Thing, use: Use) -> str:
    """The path of the row that the thing becomes."""
    return join(LISTS[use], thing.row_id)


def fields(thing: Thing, use: Use) -> dict[str, str]:
    """What is written into the row, by field; nothing is made up, so a price stays empty."""
    match use:
        case Use.FACT:
            written = {
                "text": thing.title,
                "number": thing.number,
                "unit": thing.unit,
                "date": thing.as_of if is_day(thing.as_of) else "",
                "place": thing.where[:LINE],
                "source": thing.source[:LONG],
            }
        case Use.PLAN:
            written = {"title": thing.title[:LONG], "place": thing.where[:LINE]}
        case Use.BUDGET:
            written = {"title": thing.title[:LONG], "source": "in_kind", "comment": thing.source}
        case Use.ASSET:
            layer = thing.layer or "physical"
            written = {"layer": layer, "title": thing.title[:LONG]}
    return {field: text for field, text in written.items() if text}


FOLLOWS: Mapping[str, frozenset[str]] = {
    "title": frozenset({"text", "title"}),
    "number": frozenset({"number", "unit"}),
    "as_of": frozenset({"date", "source"}),
    "source": frozenset({"source", "comment"}),
    "where": frozenset({"place"}),
}
"""Which fields of a row follow when the source says something else."""


def news(thing: Thing, was: Mapping[str, str]) -> frozenset[str]:
    """What the source says differently now."""
    return frozenset(key for key, text in thing.said.items() if text != was.get(key, ""))


def renewed(thing: Thing, use: Use, was: Mapping[str, str]) -> dict[str, str]:
    """Only what follows from a change at the source, so that the team's own words stay.

    A payer of the budget is never changed: `source` means another thing there.
    """
    follow = frozenset().union(*(FOLLOWS[key] for key in news(thing, was)))
    kept = follow - {"source"} if use is Use.BUDGET else follow
    return {field: text for field, text in fields(thing, use).items() if field in kept}


def is_day(text: str) -> bool:
    return days.ISO.fullmatch(text) is not None
