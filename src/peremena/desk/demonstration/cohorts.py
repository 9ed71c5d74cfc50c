"""The invented school as it lies in `data/`: centre, cohorts, last year's fifteen, the intake."""

from functools import cache
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from peremena.people.rules import OrganisationKind
from peremena.projects.brief import Brief

from .stories import DATA, Part, Place, brief, table


class Centre(Part):
    name: str
    short: str


class Indicator(NamedTuple):
    name: str
    unit: str
    plan: int
    ago: int
    counts: str = ""  # the code of what counts it


class Programme(Part):
    key: str
    name: str
    funder: str
    grant_number: str
    starts: int
    ends: int
    indicators: tuple[Indicator, ...]


class Deadline(NamedTuple):
    title: str
    ago: int
    about: str = ""


class Cohort(Part):
    key: str
    programme: str
    name: str
    places: int
    began: int
    lessons_end: int
    deadlines: tuple[Deadline, ...]


class Note(NamedTuple):
    """`next_ago`: the day of the next call, such as -4: in four days. `minutes`: a consultation."""

    ago: int
    answered: bool
    text: str
    next_ago: int
    minutes: int | None = None


class Enrolled(Part):
    """`project`: the name of a story."""

    person: str
    territory: str
    project: str = ""
    notes: tuple[Note, ...] = ()


class Post(Part):
    person: str
    territory: str
    title: str
    since: int


class Trust(Part):
    person: str
    helper: str


class Organisation(Part):
    kind: OrganisationKind
    name: str
    short: str


class Name(NamedTuple):
    surname: str
    name: str
    patronymic: str


class Beside(NamedTuple):
    """Money beside an award: whose it is, roubles, and whether it is in kind."""

    whose: str
    sum: int
    in_kind: bool


class Won(Part):
    """`kind`: whose budget; `proof`: stated, document or funder."""

    source: str
    kind: str
    requested: int
    awarded: int
    paid: int
    ago: int
    proof: str
    document: str
    beside: tuple[Beside, ...] = ()


def parted(row: dict[str, object]) -> dict[str, object]:
    """`with` is a word of Python's own."""
    return {"beside" if key == "with" else key: value for key, value in row.items()}


def settled(row: list[object]) -> Place:
    """Name, district, centre, its villages if they are named, residents."""
    name, district, centre, *villages, population = row
    names = villages[0] if villages else [centre]
    return Place.model_validate({
        "name": name,
        "district": district,
        "centre": centre,
        "villages": names,
        "population": population,
    })  # fmt: skip


class Retold(Part):
    """A project in four sentences: `result` with its number, unit and proof."""

    summary: str
    problem: str
    goal: str
    result: str
    number: int
    unit: str
    proof: str

    def brief(self, title: str) -> Brief:
        outcome = {"id": "r1", "kind": "outcome", "text": self.result, "unit": self.unit}
        return Brief.model_validate({
            "profile": "ib",
            "project": {"title": title, "summary": self.summary},
            "problem": {"core": self.problem},
            "goal": {"text": self.goal},
            "results": [outcome | {"target": self.number, "evidence": self.proof}],
        })  # fmt: skip


class Alumnus(Part):
    key: str
    person: Name
    territory: Annotated[Place, BeforeValidator(settled)]
    project: str
    phone: str
    note: Note
    awards: tuple[Annotated[Won, BeforeValidator(parted)], ...]
    brief: str = ""
    told: Retold | None = None

    def brief_now(self) -> Brief:
        if self.told:
            return self.told.brief(self.project)
        if self.brief:
            return brief(self.brief)
        return Brief.model_validate({"profile": "ib", "project": {"title": self.project}})


class Applicant(Part):
    """Somebody who came to the seminar and was not taken this time."""

    person: Name
    territory: Annotated[Place, BeforeValidator(settled)]
    answer: str


class School(Part):
    centre: Centre
    programmes: tuple[Programme, ...]
    cohorts: tuple[Cohort, ...]
    enrolled: tuple[Enrolled, ...]
    posts: tuple[Post, ...]
    trust: tuple[Trust, ...]
    organisations: tuple[Organisation, ...]


@cache
def school() -> School:
    return School.model_validate(table(DATA / "school.toml"))


@cache
def alumni() -> tuple[Alumnus, ...]:
    return tuple(map(Alumnus.model_validate, table(DATA / "alumni.toml")["alumni"]))


@cache
def intake() -> tuple[Applicant, ...]:
    return tuple(map(Applicant.model_validate, table(DATA / "intake.toml")["intake"]))
