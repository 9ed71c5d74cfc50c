"""Why the project is needed and what it is after: problem, groups, goal, tasks."""

from typing import Annotated

from pydantic import Field

from peremena.drafts.marks import Choice, Refs, Text

from .fields import Date, Id, Measure, NoDoubles, RowId, Tick, Whole
from .part import Part

VOICES = ("assembly", "survey", "interviews")


class Cause(Part):
    """`chosen`: the project takes it on; else `why_not` tells whose work it is."""

    id: Id
    text: Annotated[str | None, Text(500, lines=2)] = None
    chosen: Tick = None
    why_not: Annotated[str | None, Text(500, lines=2)] = None


class Effect(Part):
    id: Id
    text: Annotated[str | None, Text(500, lines=2)] = None


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
    text: Annotated[str | None, Text(500, lines=3)] = None
    deadline: Date = None


class Task(Part):
    id: Id
    text: Annotated[str | None, Text(300, lines=2)] = None
    causes: Annotated[list[str], Refs("problem.causes")] = []
