"""Why the project is needed and what it is after: problem, groups, goal, tasks."""

from typing import Annotated, ClassVar

from pydantic import Field

from peremena.drafts.marks import Choice, Ref, Refs, Text

from .fields import Date, Id, Measure, NoDoubles, RowId, Tick, Whole
from .part import Part

VOICES = ("assembly", "survey", "interviews")
LEVELS = ("low", "high")


class Cause(Part):
    """`under`: the cause that this one leads to, none for what leads to the core itself.

    `chosen`: the project takes it on; else `why_not` tells whose work it is. `instead`: how it
    will be once the cause is gone, in the team's own words.
    """

    beneath: ClassVar = ("under", "instead")

    id: Id
    text: Annotated[str | None, Text(500, lines=2)] = None
    under: Annotated[str | None, Ref("problem.causes")] = None
    chosen: Tick = None
    why_not: Annotated[str | None, Text(500, lines=2)] = None
    instead: Annotated[str | None, Text(500, lines=2)] = None


class Effect(Part):
    """`under`: the effect that this one comes of; `instead`: how it will be afterwards."""

    beneath: ClassVar = ("under", "instead")

    id: Id
    text: Annotated[str | None, Text(500, lines=2)] = None
    under: Annotated[str | None, Ref("problem.effects")] = None
    instead: Annotated[str | None, Text(500, lines=2)] = None


class Fact(Part):
    id: RowId = None
    text: Annotated[str | None, Text(500, lines=2)] = None
    number: Measure = None
    unit: Annotated[str | None, Text(60)] = None
    date: Date = None
    place: Annotated[str | None, Text(200)] = None
    source: Annotated[str | None, Text(300)] = None


class Voice(Part):
    """What residents said: an assembly, a survey, interviews. `for`: how many were in favour."""

    id: RowId = None
    kind: Annotated[str | None, Choice(VOICES)] = None
    date: Date = None
    people: Whole = None
    in_favour: Whole = Field(default=None, alias="for")
    text: Annotated[str | None, Text(500, lines=2)] = None
    evidence: Annotated[str | None, Text(300)] = None


class Problem(Part):
    core: Annotated[str | None, Text(1000, lines=5)] = None
    causes: Annotated[list[Cause], NoDoubles] = []
    effects: Annotated[list[Effect], NoDoubles] = []
    facts: Annotated[list[Fact], NoDoubles] = []
    voices: Annotated[list[Voice], NoDoubles] = []


class Stakeholder(Part):
    """Whoever the project touches: what they want of it, and how much hangs on them."""

    beneath: ClassVar = ("resource", "role")

    id: Id
    who: Annotated[str | None, Text(200)] = None
    wants: Annotated[str | None, Text(500, lines=2)] = None
    interest: Annotated[str | None, Choice(LEVELS)] = None
    influence: Annotated[str | None, Choice(LEVELS)] = None
    resource: Annotated[str | None, Text(300, lines=2)] = None
    role: Annotated[str | None, Text(300, lines=2)] = None


class Group(Part):
    """`direct`: takes part itself; else is reached through others."""

    id: Id
    who: Annotated[str | None, Text(200)] = None
    age_from: Whole = None
    age_to: Whole = None
    place: Annotated[str | None, Text(200)] = None
    size: Whole = None
    direct: Tick = None
    how_reached: Annotated[str | None, Text(500, lines=2)] = None


class Goal(Part):
    """`change` to `activity`: the parts of the formula out of which the sentence may be put."""

    beneath: ClassVar = ("change", "group", "place", "mechanism", "activity")

    change: Annotated[str | None, Text(200, lines=2)] = None
    group: Annotated[str | None, Text(200)] = None
    place: Annotated[str | None, Text(200)] = None
    mechanism: Annotated[str | None, Text(200, lines=2)] = None
    activity: Annotated[str | None, Text(200, lines=2)] = None
    text: Annotated[str | None, Text(500, lines=3)] = None
    deadline: Date = None


class Task(Part):
    id: Id
    text: Annotated[str | None, Text(300, lines=2)] = None
    causes: Annotated[list[str], Refs("problem.causes")] = []
