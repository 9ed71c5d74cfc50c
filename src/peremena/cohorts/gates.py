"""What has to be there at a gate, and what is missing. Pure: no Django, no database, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What can be asked for; `least` of a condition is a number of people, per cent, or pieces."""

    TEAM = "team"
    ACTIVISTS = "activists"
    PASSPORT = "passport"
    SECTION = "section"
    PROJECT = "project"
    SHOWN = "shown"
    APPLICATIONS = "applications"
    WORD = "word"


@dataclass(frozen=True)
class Condition:
    """`least`: how many or how much; `part`: the section, for SECTION; `words`: what staff look at
    with their own eyes, for WORD."""

    kind: Kind
    least: int = 1
    part: str = ""
    words: str = ""


@dataclass(frozen=True)
class Part:
    """A section of the project: per cent filled in, and open errors."""

    percent: int
    errors: int


@dataclass(frozen=True)
class Facts:
    """What is known of somebody. `team`: people in the team; `activists`: of them, those who head
    no territory; `passport`, `project`: per cent; `applications`: made for contests."""

    team: int = 0
    activists: int = 0
    passport: int = 0
    project: int = 0
    parts: Mapping[str, Part] = field(default_factory=dict)
    is_shown: bool = False
    applications: int = 0


@dataclass(frozen=True)
class Lack:
    """A condition that is not met. `there`: how much there is of `least`; `errors`: to be mended,
    for a section that is full."""

    condition: Condition
    there: int = 0
    errors: int = 0


class Refusal(StrEnum):
    PASSED_ALREADY = "passed-already"
    NOTE_NEEDED = "note-needed"
    NOTHING_TO_PLAN = "nothing-to-plan"
    DAY_OVER = "day-over"


def read(stored: Iterable[Mapping[str, Any]]) -> tuple[Condition, ...]:
    """Conditions as a gate stores them; kinds this version does not know are left out."""
    known = set(Kind)
    return tuple(
        Condition(
            Kind(one["kind"]),
            least=int(one.get("least") or 1),
            part=str(one.get("part", "")),
            words=str(one.get("words", "")),
        )
        for one in stored
        if one.get("kind") in known
    )


def stored(condition: Condition) -> dict[str, Any]:
    """The other way round; `read([stored(one)]) == (one,)`."""
    return {
        "kind": str(condition.kind),
        "least": condition.least,
        "part": condition.part,
        "words": condition.words,
    }


def lacks(conditions: Iterable[Condition], facts: Facts) -> tuple[Lack, ...]:
    """What is missing, in the order of the conditions. A condition in words is always missing:
    only people can say that it is met, and they do so by letting through."""
    found = (_lack(condition, facts) for condition in conditions)
    return tuple(lack for lack in found if lack)


def _lack(condition: Condition, facts: Facts) -> Lack | None:
    if condition.kind is Kind.SECTION:
        part = facts.parts.get(condition.part, Part(0, 0))
        met = part.percent == 100 and part.errors == 0
        return None if met else Lack(condition, part.percent, part.errors)
    there = {
        Kind.TEAM: facts.team,
        Kind.ACTIVISTS: facts.activists,
        Kind.PASSPORT: facts.passport,
        Kind.PROJECT: facts.project,
        Kind.SHOWN: int(facts.is_shown),
        Kind.APPLICATIONS: facts.applications,
        Kind.WORD: 0,
    }[condition.kind]
    return None if there >= condition.least else Lack(condition, there)


def why_not_pass(lacks: Iterable[Lack], *, is_passed: bool, note: str) -> Refusal | None:
    """None when staff may let somebody through. Whoever lacks something that can be counted goes
    through only with a reason: it is people who decide, and they say why."""
    if is_passed:
        return Refusal.PASSED_ALREADY
    counted = any(lack.condition.kind is not Kind.WORD for lack in lacks)
    return Refusal.NOTE_NEEDED if counted and not note.strip() else None


def why_not_plan(steps: Iterable[tuple[str, date]], today: date) -> Refusal | None:
    """None when these steps, each with its day, may become a personal plan."""
    steps = list(steps)
    if not any(text.strip() for text, _day in steps):
        return Refusal.NOTHING_TO_PLAN
    return Refusal.DAY_OVER if any(day < today for _text, day in steps) else None


def usual(
    days: Mapping[int, date], *, defence: str
) -> dict[int, tuple[date, tuple[Condition, ...]]]:
    """The three gates of the school, by number, for those of which a day is given.

    `defence`: what staff look at, in words. Source: the storyboard of the school's first year.
    """
    gates = {
        1: (
            Condition(Kind.TEAM, 3),
            Condition(Kind.ACTIVISTS, 1),
            Condition(Kind.PASSPORT, 80),
            Condition(Kind.SECTION, part="problem"),
            Condition(Kind.SECTION, part="goal"),
        ),
        2: (Condition(Kind.PROJECT, 100), Condition(Kind.SHOWN), Condition(Kind.APPLICATIONS)),
        3: (Condition(Kind.WORD, words=defence),),
    }
    return {number: (day, gates[number]) for number, day in sorted(days.items())}
