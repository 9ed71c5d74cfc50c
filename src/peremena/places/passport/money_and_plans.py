"""What there is to spend and what for: money, plans, exchange."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from peremena.drafts.marks import Choice, Money, Text, When

from .parts import LINE, Known, Line, Part, Row, Story, Sum


class Grant(Row):
    """A project of the last five years that was given money."""

    title: Annotated[str | None, Text(LINE)] = None
    year: Annotated[str | None, When()] = None
    sum: Annotated[Decimal | None, Money()] = None
    giver: Annotated[str | None, Text(LINE)] = None
    result: Annotated[str | None, Text(500, lines=2)] = None


class Budget(Part):
    budget: Sum = Field(default_factory=Sum)
    own_revenue: Sum = Field(default_factory=Sum)
    residents_share: Sum = Field(default_factory=Sum)
    grants: list[Grant] = []
    known: Known = Field(default_factory=Known)


class Request(Row):
    """What residents ask for, in their words."""

    text: Annotated[str | None, Text(500, lines=2)] = None
    asked_by: Annotated[str | None, Text(LINE)] = None


class Assembly(Row):
    day: Annotated[str | None, When()] = None
    decided: Annotated[str | None, Text(500, lines=2)] = None


class Plans(Part):
    requests: list[Request] = []
    assemblies: list[Assembly] = []
    report: Line = Field(default_factory=Line)
    next_year: Story = Field(default_factory=Story)
    known: Known = Field(default_factory=Known)


class Offer(Row):
    """What the territory can give. `terms`: to whom and on what conditions."""

    text: Annotated[str | None, Text(LINE)] = None
    kind: Annotated[
        str | None, Choice(("room", "transport", "land", "things", "people", "money", "other"))
    ] = None
    terms: Annotated[str | None, Text(LINE)] = None


class Need(Row):
    text: Annotated[str | None, Text(LINE)] = None
    purpose: Annotated[str | None, Text(LINE)] = None


class Exchange(Part):
    offered: list[Offer] = []
    sought: list[Need] = []
    known: Known = Field(default_factory=Known)
