"""What serves people and what ties them: institutions, infrastructure, society, traditions."""

from typing import Annotated, ClassVar

from pydantic import Field

from peremena.drafts.marks import Choice, Number, Text

from .parts import LINE, MOST_PEOPLE, Count, Fact, HasIt, Known, Line, Part, Row, Story

STATES = ("good", "repair", "wreck")


class Institution(Fact):
    """Whether it is there, and beneath it the rest. `capacity`: places, seats, visitors a day."""

    beneath: ClassVar[tuple[str, ...]] = (
        "name", "capacity", "state", "hours", "as_of", "source",
    )  # fmt: skip

    value: Annotated[str | None, Choice(("here", "comes", "closed", "none"))] = None
    name: Annotated[str | None, Text(LINE)] = None
    capacity: Annotated[int | None, Number(0, MOST_PEOPLE)] = None
    state: Annotated[str | None, Choice(STATES)] = None
    hours: Annotated[str | None, Text(LINE)] = None


class OtherInstitution(Row):
    name: Annotated[str | None, Text(LINE)] = None
    capacity: Annotated[int | None, Number(0, MOST_PEOPLE)] = None
    state: Annotated[str | None, Choice(STATES)] = None
    hours: Annotated[str | None, Text(LINE)] = None


class Institutions(Part):
    school: Institution = Field(default_factory=Institution)
    kindergarten: Institution = Field(default_factory=Institution)
    club: Institution = Field(default_factory=Institution)
    library: Institution = Field(default_factory=Institution)
    clinic: Institution = Field(default_factory=Institution)
    post: Institution = Field(default_factory=Institution)
    sport: Institution = Field(default_factory=Institution)
    known: Known = Field(default_factory=Known)
    others: list[OtherInstitution] = []


class Infrastructure(Part):
    internet: HasIt = Field(default_factory=HasIt)
    operators: Line = Field(default_factory=Line)
    dead_zones: Story = Field(default_factory=Story)
    known: Known = Field(default_factory=Known)
    roads: Story = Field(default_factory=Story)
    water: HasIt = Field(default_factory=HasIt)
    heating: Line = Field(default_factory=Line)
    gas: HasIt = Field(default_factory=HasIt)


class Body(Row):
    """People who act together. `leader` and `contact` never leave the passport."""

    name: Annotated[str | None, Text(LINE)] = None
    kind: Annotated[
        str | None,
        Choice((
            "ngo", "tos", "veterans", "women", "young", "volunteers", "believers", "club", "other",
        )),
    ] = None  # fmt: skip
    members: Annotated[int | None, Number(0, MOST_PEOPLE)] = None
    work: Annotated[str | None, Text(500, lines=2)] = None
    leader: Annotated[str | None, Text(LINE)] = None
    contact: Annotated[str | None, Text(LINE)] = None


class Society(Part):
    bodies: list[Body] = []
    volunteers: Count = Field(default_factory=Count)
    known: Known = Field(default_factory=Known)


class Feast(Row):
    name: Annotated[str | None, Text(LINE)] = None
    season: Annotated[str | None, Text(LINE)] = None
    custom: Annotated[str | None, Text(500, lines=2)] = None


class Traditions(Part):
    feasts: list[Feast] = []
    peoples: Line = Field(default_factory=Line)
    crafts: Story = Field(default_factory=Story)
    cuisine: Story = Field(default_factory=Story)
    natives: Story = Field(default_factory=Story)
    legends: Story = Field(default_factory=Story)
    monuments: Story = Field(default_factory=Story)
    museum: Story = Field(default_factory=Story)
    known: Known = Field(default_factory=Known)
