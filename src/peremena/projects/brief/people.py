"""Who does it, who helps, and how people hear of it: team, partners, telling."""

from typing import Annotated, Literal, get_args

from peremena.drafts.marks import Choice, Ref, Refs, Text

from .fields import Blank, Date, Id, Percent, Roubles, Tick
from .part import Part

MemberKind = Literal["authority", "activist", "ngo", "business", "institution"]


class Member(Part):
    """`load`: per cent of working time."""

    id: Id
    person: Annotated[str | None, Text(200)] = None
    role: Annotated[str | None, Text(200)] = None
    function: Annotated[str | None, Text(500, lines=2)] = None
    load: Percent = None
    employment: Annotated[str | None, Text(60)] = None
    past: Annotated[str | None, Text(1000, lines=3)] = None
    contact: Annotated[str | None, Text(200)] = None
    kind: Annotated[MemberKind | None, Blank, Choice(get_args(MemberKind))] = None


class Letter(Part):
    """A letter of support: the title of the project and the leader it names, the sum, the day."""

    title: Annotated[str | None, Text(200)] = None
    leader: Annotated[str | None, Text(200)] = None
    sum: Roubles = None
    date: Date = None


class Partner(Part):
    """`role`: what they are in the project; `money`: what the contribution is worth;
    `signatory`: who signs the letter, with the post."""

    id: Id
    org: Annotated[str | None, Text(300)] = None
    role: Annotated[str | None, Text(200)] = None
    contribution: Annotated[str | None, Text(500, lines=2)] = None
    money: Roubles = None
    signatory: Annotated[str | None, Text(200)] = None
    letter: Letter | None = None


class Telling(Part):
    """One message about the project; `field_report`: for the school's channel, from the spot."""

    id: Id
    message: Annotated[str | None, Text(300, lines=2)] = None
    channel: Annotated[str | None, Text(200)] = None
    date: Date = None
    responsible: Annotated[str | None, Ref("team")] = None
    groups: Annotated[list[str], Refs("groups")] = []
    field_report: Tick = None
