"""How one field of a draft's typed content is written and shown. Pure: no Django, no database.

A mark stands in the annotation of a pydantic field: `core: Annotated[str | None, Text(1000)]`.
It says what a person may type; the labels and hints live with the owner room's texts.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Free words. `limit`: characters, None for no limit; `lines` > 1 makes a larger box."""

    limit: int | None = None
    lines: int = 1


@dataclass(frozen=True)
class Number:
    """A number of people, hours, pieces. `whole` refuses fractions; None leaves a bound open."""

    minimum: int | None = 0
    maximum: int | None = None
    whole: bool = True


@dataclass(frozen=True)
class Money:
    """Roubles, exact, at most two decimals."""


@dataclass(frozen=True)
class Day:
    """A calendar day."""


@dataclass(frozen=True)
class When:
    """A year, or a calendar day where one is known: when a number was counted."""


@dataclass(frozen=True)
class Choice:
    """One of a few codes; the words for them live with the owner room's texts."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Yes:
    """A tick."""


@dataclass(frozen=True)
class Names:
    """A short list of free words, such as villages."""


@dataclass(frozen=True)
class Ref:
    """One row of another list, picked, never typed. `to`: that list's path, such as `team`."""

    to: str


@dataclass(frozen=True)
class Refs:
    """Several rows of another list, picked. `to`: that list's path, such as `problem.causes`."""

    to: str


@dataclass(frozen=True)
class Bands:
    """Numbers by named band, such as residents by age. `keys`: the bands offered at first."""

    keys: tuple[str, ...]


Mark = Text | Number | Money | Day | When | Choice | Yes | Names | Ref | Refs | Bands
