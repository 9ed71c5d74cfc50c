"""The kinds of fact in a passport: a value, and beneath it the day it was true and its source."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict

from peremena.drafts.marks import Choice, Money, Number, Text, When

MOST_PEOPLE = 10_000_000
LINE = 200
STORY = 1000


class Part(BaseModel):
    """A group of fields or a row. `beneath`: those that a page folds under the others."""

    model_config = ConfigDict(frozen=True)

    beneath: ClassVar[tuple[str, ...]] = ()


class Known(Part):
    """When and from where something is known."""

    as_of: Annotated[str | None, When()] = None
    source: Annotated[str | None, Text(LINE)] = None


class Fact(Known):
    """Empty day or source: as the whole block has it."""

    beneath: ClassVar[tuple[str, ...]] = ("as_of", "source")


class Row(Fact):
    """Rows have an id, so that two people's rows merge."""

    id: str


class Count(Fact):
    value: Annotated[int | None, Number(0, MOST_PEOPLE)] = None


class Measure(Fact):
    """Hectares, kilometres."""

    value: Annotated[Decimal | None, Number(0, MOST_PEOPLE, whole=False)] = None


class Sum(Fact):
    value: Annotated[Decimal | None, Money()] = None


class Line(Fact):
    value: Annotated[str | None, Text(LINE)] = None


class Story(Fact):
    value: Annotated[str | None, Text(STORY, lines=3)] = None


class HasIt(Fact):
    """Whether everybody, some or nobody has it."""

    value: Annotated[str | None, Choice(("all", "some", "none"))] = None
