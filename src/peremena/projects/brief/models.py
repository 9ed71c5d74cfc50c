"""The whole brief, `peremena.brief/1`: a project from the first word to the telling of it.

Every section may be absent or empty: a brief grows. References to rows that do not exist are
allowed here, because people delete rows; the checks speak about them.
"""

from typing import Annotated, Final, Literal, get_args

from pydantic import ConfigDict, Field

from peremena.drafts.marks import Choice

from .fields import Blank, NoDoubles
from .part import Part
from .people import Member, Partner, Telling
from .place import Applicant, Passport, Project
from .reasons import Goal, Group, Problem, Stakeholder, Task
from .work import Activity, Afterwards, Assumption, Line, Result, Risk

FORMAT: Final = "peremena.brief/1"
Profile = Literal["ngo", "ib"]
PROFILES: tuple[Profile, ...] = get_args(Profile)


class Brief(Part):
    """`profile`: `ngo`, a grant for an NPO; `ib`, an initiative project of residents."""

    model_config = ConfigDict(title="Project brief")

    format: Literal["peremena.brief/1"] = FORMAT
    profile: Annotated[Profile | None, Blank, Choice(PROFILES)] = None
    project: Project = Field(default_factory=Project)
    applicant: Applicant = Field(default_factory=Applicant)
    passport: Passport = Field(default_factory=Passport)
    problem: Problem = Field(default_factory=Problem)
    stakeholders: Annotated[list[Stakeholder], NoDoubles] = []
    groups: Annotated[list[Group], NoDoubles] = []
    goal: Goal = Field(default_factory=Goal)
    tasks: Annotated[list[Task], NoDoubles] = []
    plan: Annotated[list[Activity], NoDoubles] = []
    results: Annotated[list[Result], NoDoubles] = []
    team: Annotated[list[Member], NoDoubles] = []
    budget: Annotated[list[Line], NoDoubles] = []
    partners: Annotated[list[Partner], NoDoubles] = []
    risks: Annotated[list[Risk], NoDoubles] = []
    assumptions: Annotated[list[Assumption], NoDoubles] = []
    afterwards: Afterwards = Field(default_factory=Afterwards)
    telling: Annotated[list[Telling], NoDoubles] = []
