"""The project at a glance, the applicant, and the passport of the place."""

from typing import Annotated, ClassVar, Literal, get_args

from peremena.drafts.marks import Bands, Choice, Names, Text

from .fields import Blank, Date, Id, NoDoubles, Whole
from .part import Part

ApplicantKind = Literal[
    "ngo", "tos", "municipal_body", "municipal_institution", "business", "person"
]
Layer = Literal["people", "associations", "institutions", "physical", "economy", "stories"]
DEBTS = ("none", "some")
AGES = ("0-11", "12-17", "18-59", "60+")


class Project(Part):
    title: Annotated[str | None, Text(200)] = None
    summary: Annotated[str | None, Text(1000, lines=4)] = None
    novelty: Annotated[str | None, Text(1500, lines=4)] = None
    direction: Annotated[str | None, Text(200)] = None
    start: Date = None
    end: Date = None


class Applicant(Part):
    """`debts`: to the fund and in taxes, as a paper of `debts_date` says."""

    beneath: ClassVar = ("debts_date", "debts_paper")

    kind: Annotated[ApplicantKind | None, Blank, Choice(get_args(ApplicantKind))] = None
    name: Annotated[str | None, Text(300)] = None
    inn: Annotated[str | None, Text(12)] = None
    ogrn: Annotated[str | None, Text(15)] = None
    registered: Date = None
    signatory: Annotated[str | None, Text(200)] = None
    authority: Annotated[str | None, Text(300)] = None
    debts: Annotated[str | None, Choice(DEBTS)] = None
    debts_date: Date = None
    debts_paper: Annotated[str | None, Text(300)] = None


class Asset(Part):
    """Something the place can build on, one of six layers."""

    id: Id
    layer: Annotated[Layer | None, Blank, Choice(get_args(Layer))] = None
    title: Annotated[str | None, Text(300, lines=2)] = None


class Passport(Part):
    """`population_by_age`: residents by a band of years such as `12-17` or `60+`."""

    place: Annotated[str | None, Text(200)] = None
    villages: Annotated[list[str], Names()] = []
    population: Whole = None
    population_by_age: Annotated[dict[str, Whole], Bands(AGES)] = {}
    assets: Annotated[list[Asset], NoDoubles] = []
