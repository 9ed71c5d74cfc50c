"""The demonstration as it lies in `data/`: who lives where, and how each project came about."""

import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from peremena.people.abilities import Role
from peremena.people.rules import Channel
from peremena.projects import cases, examples
from peremena.projects.brief import Brief, read
from peremena.projects.rules import TeamRole

DATA = resources.files(__package__) / "data"


class Part(BaseModel):
    """`ago`, wherever it stands: days before the demonstration is built."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(Part):
    name: str
    district: str
    centre: str
    villages: list[str]
    population: int


class Point(NamedTuple):
    latitude: float
    longitude: float


class Somebody(Part):
    key: str
    surname: str
    name: str
    patronymic: str
    about: str
    email: str = ""
    phone: str = ""
    channel: Channel = Channel.MAIL
    role: Role | None = None


class Joining(Part):
    person: str
    role: TeamRole
    ago: float


class Look(Part):
    person: str
    ago: float


class Said(Part):
    by: str
    ago: float
    text: str


class Closed(Part):
    by: str
    ago: float


class Write(Part):
    """`was`: what stood in fields before; `added`: rows that were not there. What comes to stand
    there is in the brief; `now`: what is typed where the brief says something else. `unknown`:
    fields answered with «I do not know yet»."""

    deed: Literal["write"]
    by: str
    ago: float
    was: dict[str, Any] = {}
    now: dict[str, str] = {}
    added: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Clash(Part):
    """Two people fill in a field at once: `other` types `words` first, `by` what the brief has."""

    deed: Literal["clash"]
    by: str
    ago: float
    field: str
    other: str
    words: str


class Comment(Part):
    deed: Literal["comment"]
    by: str
    ago: float
    field: str
    text: str
    answers: tuple[Said, ...] = ()
    closed: Closed | None = None


class PutAside(Part):
    deed: Literal["put-aside"]
    by: str
    ago: float
    rule: str
    field: str
    reason: str


class Freeze(Part):
    deed: Literal["freeze"]
    by: str
    ago: float
    contest: str


Event = Annotated[Write | Clash | Comment | PutAside | Freeze, Field(discriminator="deed")]


class Story(Part):
    """One project; its brief as it is now comes from `brief`, from `example` or from a `case`."""

    territory: str
    leader: str
    begun: float
    brief: str = ""
    example: str = ""
    case: str = ""
    shown_to_experts: bool = False
    team: tuple[Joining, ...] = ()
    looks: tuple[Look, ...] = ()
    events: tuple[Event, ...] = ()

    def brief_now(self) -> Brief:
        if card := cases.by_id(self.case):
            return cases.as_brief(card)
        if self.example:
            return read(examples.text(self.example))
        return brief(self.brief)


def brief(name: str) -> Brief:
    return read((DATA / "briefs" / f"{name}.json").read_bytes())


def places() -> list[Place]:
    return [Place.model_validate(row) for row in table(DATA / "territories.toml")["territories"]]


def points() -> dict[str, Point]:
    """Where the centres of territories would lie, by the names of territories."""
    return {name: Point(*point) for name, point in table(DATA / "points.toml").items()}


def people() -> list[Somebody]:
    """Those whom the console names come first."""
    return [Somebody.model_validate(row) for row in table(DATA / "people.toml")["people"]]


@cache
def stories() -> dict[str, Story]:
    """By the name of the file."""
    files = sorted((DATA / "stories").iterdir(), key=lambda file: file.name)
    return {file.name.removesuffix(".toml"): Story.model_validate(table(file)) for file in files}


def table(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
