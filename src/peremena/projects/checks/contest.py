"""What rules may ask of a contest. Only records of contests know figures; rules never do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True)
class ContestFacts:
    """None or empty: not known or not set by the contest, and rules stay silent.

    `applicants_allowed`: kinds of applicant; `applicants_refused`: kind → why, for people.
    `minimum`, `maximum`: roubles asked for. `category_limits`: budget category → share of the
    sum asked for, 0…1. `own_share`: the least share of the whole budget that is not asked for.
    `prohibited_stems`: beginnings of words that name costs the contest does not pay.
    `field_limits`: path of a field → characters. `deadline` is aware.
    """

    title: str = ""
    applicants_allowed: frozenset[str] | None = None
    applicants_refused: Mapping[str, str] = field(default_factory=dict)
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    own_share: Decimal | None = None
    category_limits: Mapping[str, Decimal] = field(default_factory=dict)
    prohibited_stems: tuple[str, ...] = ()
    field_limits: Mapping[str, int] = field(default_factory=dict)
    earliest_start: date | None = None
    latest_end: date | None = None
    deadline: datetime | None = None
    minimum_age_months: int | None = None
