"""A small typed content with every kind of field, as an owner room would declare it."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field

from peremena.drafts.marks import (
    Bands,
    Choice,
    Day,
    Money,
    Names,
    Number,
    Ref,
    Refs,
    Text,
    Yes,
)
from peremena.drafts.outline import outline


class Cause(BaseModel):
    id: str
    text: Annotated[str | None, Text(60, lines=2)] = None
    chosen: Annotated[bool | None, Yes()] = None


class Letter(BaseModel):
    sum: Annotated[Decimal | None, Money()] = None
    date: Annotated[str | None, Day()] = None


class Partner(BaseModel):
    id: str
    org: Annotated[str | None, Text(100)] = None
    letter: Letter | None = None
    causes: Annotated[list[str], Refs("problem.causes")] = []
    first: Annotated[str | None, Ref("problem.causes")] = None


class Problem(BaseModel):
    core: Annotated[str | None, Text(1000, lines=4)] = None
    causes: list[Cause] = []


class Place(BaseModel):
    villages: Annotated[list[str], Names()] = []
    ages: Annotated[dict[str, int | None], Bands(("0-11", "60+"))] = {}
    people: Annotated[int | None, Number(0, 100_000)] = None
    distance: Annotated[Decimal | None, Number(whole=False)] = None
    kind: Annotated[str | None, Choice(("village", "town"))] = None


class Village(BaseModel):
    format: str = "village"
    place: Place = Field(default_factory=Place)
    problem: Problem = Field(default_factory=Problem)
    partners: list[Partner] = []
    wish: Annotated[str | None, Text(100), Field(alias="for")] = None


VILLAGE = outline(Village)
