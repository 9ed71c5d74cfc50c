"""What the territory is and who lives there: blocks identity, people, land, economy."""

from typing import Annotated

from pydantic import Field

from peremena.drafts.marks import Choice, Number, Text, When

from .parts import LINE, MOST_PEOPLE, Count, Known, Line, Measure, Part, Row, Story


class Status(Part):
    """`since`: the reform turned settlements into units of okrugs at different days."""

    kind: Annotated[str | None, Choice(("settlement", "town", "unit", "other"))] = None
    since: Annotated[str | None, When()] = None
    source: Annotated[str | None, Text(LINE)] = None


class Village(Row):
    name: Annotated[str | None, Text(120)] = None
    population: Annotated[int | None, Number(0, MOST_PEOPLE)] = None


class Identity(Part):
    name: Line = Field(default_factory=Line)
    status: Status = Field(default_factory=Status)
    known: Known = Field(default_factory=Known)
    centre: Line = Field(default_factory=Line)
    villages: list[Village] = []
    to_district: Measure = Field(default_factory=Measure)
    to_omsk: Measure = Field(default_factory=Measure)
    address: Line = Field(default_factory=Line)
    contact: Line = Field(default_factory=Line)
    bodies: Story = Field(default_factory=Story)
    charter: Line = Field(default_factory=Line)
    programme: Line = Field(default_factory=Line)


class People(Part):
    population: Count = Field(default_factory=Count)
    known: Known = Field(default_factory=Known)
    men: Count = Field(default_factory=Count)
    women: Count = Field(default_factory=Count)
    younger: Count = Field(default_factory=Count)
    working: Count = Field(default_factory=Count)
    older: Count = Field(default_factory=Count)
    households: Count = Field(default_factory=Count)
    children: Count = Field(default_factory=Count)
    pensioners: Count = Field(default_factory=Count)
    alone: Count = Field(default_factory=Count)
    large_families: Count = Field(default_factory=Count)
    veterans: Count = Field(default_factory=Count)
    disabled: Count = Field(default_factory=Count)
    servicemen: Count = Field(default_factory=Count)
    newcomers: Count = Field(default_factory=Count)
    leavers: Count = Field(default_factory=Count)


class Land(Part):
    farmland: Measure = Field(default_factory=Measure)
    forest: Measure = Field(default_factory=Measure)
    water: Measure = Field(default_factory=Measure)
    built: Measure = Field(default_factory=Measure)
    bogs: Measure = Field(default_factory=Measure)
    rivers: Story = Field(default_factory=Story)
    sights: Story = Field(default_factory=Story)
    known: Known = Field(default_factory=Known)


class Employer(Row):
    name: Annotated[str | None, Text(LINE)] = None
    work: Annotated[str | None, Text(LINE)] = None
    workers: Annotated[int | None, Number(0, MOST_PEOPLE)] = None


class Economy(Part):
    employers: list[Employer] = []
    farms: Count = Field(default_factory=Count)
    traders: Count = Field(default_factory=Count)
    shops: Count = Field(default_factory=Count)
    crafts: Story = Field(default_factory=Story)
    rents: Story = Field(default_factory=Story)
    known: Known = Field(default_factory=Known)
