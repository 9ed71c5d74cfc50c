"""What we know of one contest. Pure: no Django, no database, no clock.

What we have not seen is None or absent: nothing here is a guess.
"""

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from peremena.projects.brief.place import ApplicantKind
from peremena.rubrics.criteria import Criterion, repeated_codes, total_weight

from .evidence import Amount, Evidence, Key, Months, Names, Percent, Source, Statement, Value, Words

Category = Literal[
    "people", "equipment", "materials", "services", "rent", "travel", "printing", "other"
]
Content = Literal[
    "title", "direction", "dates", "summary", "novelty", "problem", "groups", "goal", "tasks",
    "plan", "results", "team", "budget", "partners", "risks", "afterwards", "telling", "place",
]  # fmt: skip


class Tier(Evidence):
    """A group of projects with its own limits, in roubles."""

    title: Words
    minimum: Decimal | None = None
    maximum: Decimal | None = None


class Prohibited(Evidence):
    """Costs the contest does not pay; `stems`: beginnings of the words that give them away."""

    name: str = Field(min_length=1)
    stems: tuple[str, ...] = Field(min_length=1)


class Answer(StrEnum):
    MAY = "may"
    MAY_NOT = "may_not"
    UNKNOWN = "unknown"


class Admission(Evidence):
    """Whether one kind of applicant may apply, on which conditions, and what else can be done."""

    answer: Answer
    conditions: tuple[Words, ...] = ()
    reason: Words | None = None
    instead: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _a_no_has_a_reason(self) -> Self:
        if self.answer is Answer.MAY_NOT and not (self.reason and self.instead):
            raise ValueError("“may_not” needs a reason and what can be done instead")
        return self


class Phase(StrEnum):
    UPCOMING = "upcoming"
    OPEN = "open"
    PAST = "past"


class Window(Evidence):
    """When one edition took applications; `starts`: the earliest first day of a project."""

    edition: str = Field(min_length=1)
    opens: date | None = None
    closes: date | None = None
    closes_at: time | None = None
    zone: str | None = None
    results: Words | None = None
    starts: date | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Self:
        if self.opens and self.closes and self.opens > self.closes:
            raise ValueError("the window closes before it opens")
        return self

    @property
    def deadline(self) -> datetime | None:
        """None unless day, hour and time zone are all known."""
        if not (self.closes and self.closes_at and self.zone):
            return None
        return datetime.combine(self.closes, self.closes_at, tzinfo=ZoneInfo(self.zone))

    def phase(self, today: date) -> Phase:
        """Past also when the closing day is not known and the opening day has gone by."""
        if self.opens and self.opens > today:
            return Phase.UPCOMING
        return Phase.OPEN if self.closes and self.closes >= today else Phase.PAST


class FormField(Value):
    """One field of the contest's own form; `content`: which part of our paper fills it."""

    title: str = Field(min_length=1)
    content: Content
    limit: int | None = Field(default=None, gt=0)


class Form(Evidence):
    fields: tuple[FormField, ...] = Field(min_length=1)


class Statistic(Evidence):
    """How one edition went; `money` in roubles; None: not seen."""

    edition: str = Field(min_length=1)
    submitted: int | None = None
    winners: int | None = None
    money: Decimal | None = None
    is_rounded: bool = False
    note: Words | None = None


class Contest(Value):
    """One contest or measure of support."""

    format: Literal["peremena.contest/1"]
    id: Key
    title: Words
    short: Words
    about: Words
    level: Literal["regional", "federal", "foundation"]
    profile: Literal["ngo", "ib"]
    operator: str
    sources: dict[Key, Source] = Field(min_length=1)
    legal: tuple[Statement, ...] = ()
    applicants: dict[ApplicantKind, Admission] = Field(default_factory=dict)
    minimum: Amount | None = None
    maximum: Amount | None = None
    tiers: tuple[Tier, ...] = ()
    own_share: Percent | None = None
    minimum_age: Months | None = None
    windows: tuple[Window, ...] = ()
    conditions: tuple[Statement, ...] = ()
    directions: Names | None = None
    prohibited: tuple[Prohibited, ...] = ()
    category_limits: dict[Category, Percent] = Field(default_factory=dict)
    documents: Names | None = None
    form: Form | None = None
    criteria: tuple[Criterion, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    unknown: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if missing := sorted({key for key in _cited(self) if key not in self.sources}):
            raise ValueError(f"sources that are not in the list: {', '.join(missing)}")
        if unused := sorted(set(self.sources) - set(_cited(self))):
            raise ValueError(f"sources that nothing refers to: {', '.join(unused)}")
        if repeated := repeated_codes(self.criteria):
            raise ValueError(f"codes of criteria that repeat: {', '.join(repeated)}")
        return self

    def window(self, today: date) -> Window | None:
        """The window that is open, else the next one to open, else None."""
        ahead = [window for window in self.windows if window.phase(today) is not Phase.PAST]
        return min(ahead, key=lambda window: window.opens or today, default=None)

    def last_window(self, today: date) -> Window | None:
        """The latest past window whose closing day we know."""
        past = [window for window in self.windows if window.closes and window.closes < today]
        return max(past, key=lambda window: window.closes or today, default=None)

    @property
    def total_weight(self) -> Decimal | None:
        """None unless the weights of all criteria are known."""
        return total_weight(self.criteria)


def evidence(contest: Contest) -> list[Evidence]:
    """Everything the record says with a source, except the criteria."""
    values = [getattr(contest, name) for name in type(contest).model_fields]
    return [thing for value in values for thing in _inside(value) if isinstance(thing, Evidence)]


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, tuple) else [value]


def _cited(contest: Contest) -> list[str]:
    cited = [key for thing in evidence(contest) for key in thing.sources]
    return cited + [criterion.source for criterion in contest.criteria]
