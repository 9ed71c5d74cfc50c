"""Which territories are most like one's own, and in what. Pure: no Django, no database.

Only what is known of both is compared; what is not known is neither near nor far. Each twin comes
with the reasons, and a reason is never built on what is not known of both.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .themes import Theme

EARTH = 6371  # km
FAR = 300  # km, beyond which farther is no farther
THRICE = math.log(3)
ALIKE_PEOPLE = math.log(1.35)
ALIKE_SHARE = 0.06
UNLIKE_SHARE = 0.3
NEIGHBOURS = 60  # km
SHOWN_REASONS = 6
LEAST_KNOWN = 3.0
"""Weight that must be known of both: the number of residents, or as much of the rest."""


class Aspect(StrEnum):
    POPULATION = "population"
    AGES = "ages"
    INSTITUTIONS = "institutions"
    PROBLEMS = "problems"
    DISTANCE = "distance"


WEIGHTS: Mapping[Aspect, float] = {
    Aspect.POPULATION: 3,
    Aspect.AGES: 1.5,
    Aspect.INSTITUTIONS: 3,
    Aspect.PROBLEMS: 3,
    Aspect.DISTANCE: 0.5,
}
BESIDE = frozenset({Aspect.DISTANCE})
"""Says nothing of what a territory is like, so it does not make it known."""


class Kind(StrEnum):
    """What a reason speaks of; its words are in `sayings.REASONS`."""

    RESIDENTS = "residents"
    OLDER = "older"
    YOUNGER = "younger"
    HAS = "has"
    LACKS = "lacks"
    PROBLEM = "problem"
    NEAR = "near"


@dataclass(frozen=True)
class Reason:
    """`name`: of an institution or a theme; `number`: residents, per cent or kilometres, the
    twin's own; no kilometres: in the same district."""

    kind: Kind
    name: str = ""
    number: int = 0


@dataclass(frozen=True)
class Profile:
    """What is known of a territory. `ages`: shares of residents from 0 to 1, under `younger` and
    `older`; `has`: institutions that are there or are not; `at`: latitude and longitude."""

    key: int
    population: int | None = None
    ages: Mapping[str, float] = field(default_factory=dict)
    has: Mapping[str, bool] = field(default_factory=dict)
    themes: frozenset[Theme] = frozenset()
    at: tuple[float, float] | None = None


@dataclass(frozen=True)
class Twin:
    """`likeness`: from 0 to 1; a half is what two territories get of which nothing is known."""

    key: int
    likeness: float
    reasons: tuple[Reason, ...]


def nearest(own: Profile, others: Iterable[Profile], count: int = 5) -> tuple[Twin, ...]:
    """The most alike first; a territory with nothing in common is no twin."""
    found = (twin for other in others if other.key != own.key and (twin := compared(own, other)))
    alike = [twin for twin in found if twin.reasons and twin.likeness > 0.5]
    return tuple(sorted(alike, key=lambda twin: (-twin.likeness, twin.key))[:count])


def compared(own: Profile, other: Profile) -> Twin | None:
    """None when too little is known of both to say anything."""
    apart = distances(own, other)
    if sum(WEIGHTS[aspect] for aspect in apart.keys() - BESIDE) < LEAST_KNOWN:
        return None
    near = sum(weight * (1 - apart.get(aspect, 0.5)) for aspect, weight in WEIGHTS.items())
    likeness = near / sum(WEIGHTS.values())
    return Twin(other.key, likeness, reasons(own, other)[:SHOWN_REASONS])


def distances(own: Profile, other: Profile) -> dict[Aspect, float]:
    """From 0, the same, to 1; what is not known of both is not there."""
    measured = {
        Aspect.POPULATION: of_population(own, other),
        Aspect.AGES: of_ages(own, other),
        Aspect.INSTITUTIONS: of_institutions(own, other),
        Aspect.PROBLEMS: of_problems(own, other),
        Aspect.DISTANCE: of_place(own, other),
    }
    return {aspect: apart for aspect, apart in measured.items() if apart is not None}


def of_population(own: Profile, other: Profile) -> float | None:
    """By how many times: three times as many is as far as it goes."""
    if not own.population or not other.population:
        return None
    return min(1.0, abs(math.log(own.population / other.population)) / THRICE)


def of_ages(own: Profile, other: Profile) -> float | None:
    both = own.ages.keys() & other.ages.keys()
    if not both:
        return None
    apart = sum(abs(own.ages[age] - other.ages[age]) for age in sorted(both)) / len(both)
    return min(1.0, apart / UNLIKE_SHARE)


def of_institutions(own: Profile, other: Profile) -> float | None:
    both = own.has.keys() & other.has.keys()
    if not both:
        return None
    return sum(own.has[name] != other.has[name] for name in both) / len(both)


def of_problems(own: Profile, other: Profile) -> float | None:
    if not own.themes or not other.themes:
        return None
    return 1 - len(own.themes & other.themes) / len(own.themes | other.themes)


def of_place(own: Profile, other: Profile) -> float | None:
    apart = kilometres(own, other)
    return None if apart is None else min(1.0, apart / FAR)


def kilometres(own: Profile, other: Profile) -> float | None:
    """As the crow flies."""
    if own.at is None or other.at is None:
        return None
    (north, east), (north_too, east_too) = (map(math.radians, one.at or ()) for one in (own, other))
    half = (
        math.sin((north - north_too) / 2) ** 2
        + math.cos(north) * math.cos(north_too) * math.sin((east - east_too) / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, half)))


def reasons(own: Profile, other: Profile) -> tuple[Reason, ...]:
    """What both have in common, what matters most first: size, worries, what is lacking."""
    return (
        *same_size(own, other),
        *(Reason(Kind.PROBLEM, theme) for theme in sorted(own.themes & other.themes)),
        *in_common(own, other, Kind.LACKS),
        *in_common(own, other, Kind.HAS),
        *same_ages(own, other),
        *near_by(own, other),
    )


def same_size(own: Profile, other: Profile) -> tuple[Reason, ...]:
    if not own.population or not other.population:
        return ()
    apart = abs(math.log(own.population / other.population))
    return (Reason(Kind.RESIDENTS, number=other.population),) if apart <= ALIKE_PEOPLE else ()


def in_common(own: Profile, other: Profile, kind: Kind) -> tuple[Reason, ...]:
    wanted = kind is Kind.HAS
    both = (name for name, is_there in own.has.items() if is_there is wanted)
    return tuple(Reason(kind, name) for name in both if other.has.get(name) is wanted)


def same_ages(own: Profile, other: Profile) -> tuple[Reason, ...]:
    """The number is the share of the twin, in per cent."""
    return tuple(
        Reason(kind, number=round(100 * other.ages[age]))
        for age, kind in (("older", Kind.OLDER), ("younger", Kind.YOUNGER))
        if age in own.ages
        and age in other.ages
        and abs(own.ages[age] - other.ages[age]) <= ALIKE_SHARE
    )


def near_by(own: Profile, other: Profile) -> tuple[Reason, ...]:
    apart = kilometres(own, other)
    if apart is None or apart > NEIGHBOURS:
        return ()
    return (Reason(Kind.NEAR, number=round(apart)),)
