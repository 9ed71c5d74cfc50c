"""What is done, what comes of it, what it costs, what may go wrong and what remains."""

from typing import Annotated, ClassVar, Literal, get_args

from peremena.drafts.marks import Choice, Ref, Refs, Text

from .fields import Amount, Blank, Date, Id, Measure, Roubles, RowId, Tick, Whole
from .part import Part

ActivityKind = Literal["build", "buy", "teach", "use", "gather", "measure", "tell"]
ResultKind = Literal["output", "outcome"]
Source = Literal["grant", "own", "partner", "residents", "business", "municipal", "in_kind"]
Paid = Literal["once", "monthly"]
Level = Literal["activities", "outputs", "outcomes", "goal"]
CATEGORIES = ("people", "equipment", "materials", "services", "rent", "travel", "printing", "other")


class Activity(Part):
    """`assets`: what of the place's own it uses; `by_direction`: it serves the direction."""

    beneath: ClassVar = ("assets", "by_direction")

    id: Id
    title: Annotated[str | None, Text(300, lines=2)] = None
    task: Annotated[str | None, Ref("tasks")] = None
    start: Date = None
    end: Date = None
    place: Annotated[str | None, Text(200)] = None
    responsible: Annotated[str | None, Ref("team")] = None
    people: Whole = None
    results: Annotated[list[str], Refs("results")] = []
    kind: Annotated[ActivityKind | None, Blank, Choice(get_args(ActivityKind))] = None
    free_because: Annotated[str | None, Text(300)] = None
    assets: Annotated[list[str], Refs("passport.assets")] = []
    by_direction: Tick = None


class Result(Part):
    """`base`, `target`: now and then; `outputs`: what an outcome grows out of;
    `goal`: an outcome by which the goal is measured."""

    id: Id
    kind: Annotated[ResultKind | None, Blank, Choice(get_args(ResultKind))] = None
    text: Annotated[str | None, Text(500, lines=2)] = None
    indicator: Annotated[str | None, Text(200)] = None
    unit: Annotated[str | None, Text(60)] = None
    base: Measure = None
    target: Measure = None
    date: Date = None
    evidence: Annotated[str | None, Text(300)] = None
    outputs: Annotated[list[str], Refs("results")] = []
    goal: Tick = None


class Line(Part):
    """One line of the budget; `sum` is what the author wrote, checks compare it.

    `paid`: at once when its activity begins, or the same each month while it lasts.
    """

    beneath: ClassVar = ("paid",)

    id: Id
    title: Annotated[str | None, Text(300)] = None
    category: Annotated[str | None, Choice(CATEGORIES)] = None
    qty: Amount = None
    unit: Annotated[str | None, Text(60)] = None
    price: Roubles = None
    sum: Roubles = None
    source: Annotated[Source | None, Blank, Choice(get_args(Source))] = None
    activity: Annotated[str | None, Ref("plan")] = None
    person: Annotated[str | None, Ref("team")] = None
    partner: Annotated[str | None, Ref("partners")] = None
    comment: Annotated[str | None, Text(1000, lines=3)] = None
    price_evidence: Annotated[str | None, Text(300)] = None
    price_date: Date = None
    owner_after: Annotated[str | None, Text(200)] = None
    place_after: Annotated[str | None, Text(200)] = None
    paid: Annotated[Paid | None, Blank, Choice(get_args(Paid))] = None


class Risk(Part):
    id: Id
    text: Annotated[str | None, Text(500, lines=2)] = None
    probability: Annotated[str | None, Text(40)] = None
    impact: Annotated[str | None, Text(40)] = None
    measure: Annotated[str | None, Text(500, lines=2)] = None
    owner: Annotated[str | None, Ref("team")] = None


class Assumption(Part):
    """What the team believes in, and how it will find out.

    `level`: the step of the logframe that stands on it.
    """

    beneath: ClassVar = ("level",)

    id: RowId = None
    text: Annotated[str | None, Text(500, lines=2)] = None
    check: Annotated[str | None, Text(500, lines=2)] = None
    level: Annotated[Level | None, Blank, Choice(get_args(Level))] = None


class Afterwards(Part):
    """After the project: who goes on, on what money, how; who owns it; `upkeep` a year."""

    who: Annotated[str | None, Text(300, lines=2)] = None
    money: Annotated[str | None, Text(500, lines=2)] = None
    how: Annotated[str | None, Text(1000, lines=4)] = None
    holder: Annotated[str | None, Text(200)] = None
    upkeep: Roubles = None
