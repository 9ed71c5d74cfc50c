"""The way of a head through the school, stop by stop. Pure: no Django, no database, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

PASSPORT_ENOUGH = 80
TEAM_ENOUGH = 3


class Stop(StrEnum):
    PASSPORT = "passport"
    TEAM = "team"
    PROBLEM = "problem"
    PROJECT = "project"
    EXPERT = "expert"
    APPLICATION = "application"
    SUBMITTED = "submitted"
    DECISION = "decision"


@dataclass(frozen=True)
class Known:
    """What is known of a head. `passport`: percent, None where nobody counts it;
    `applications`: states of what was frozen, from “frozen” to “contracted”."""

    passport: int | None = None
    team: int = 0
    aims_are_clear: bool = False
    percent: int = 0
    is_shown: bool = False
    applications: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Step:
    """`state`: done, current or todo, as the list of steps draws it."""

    stop: Stop
    state: str


DECIDED = frozenset({"won", "contracted"})


def steps(known: Known) -> tuple[Step, ...]:
    """All stops; the first that is not done is the current one."""
    done = reached(known)
    current = next((stop for stop, is_done in done.items() if not is_done), None)
    return tuple(
        Step(stop, "done" if is_done else "current" if stop is current else "todo")
        for stop, is_done in done.items()
    )


def done(known: Known) -> frozenset[str]:
    """Names of the stops that are behind."""
    return frozenset(str(stop) for stop, is_done in reached(known).items() if is_done)


def reached(known: Known) -> Mapping[Stop, bool]:
    passport = known.passport
    counted = {} if passport is None else {Stop.PASSPORT: passport >= PASSPORT_ENOUGH}
    return counted | {
        Stop.TEAM: known.team >= TEAM_ENOUGH,
        Stop.PROBLEM: known.aims_are_clear,
        Stop.PROJECT: known.percent == 100,
        Stop.EXPERT: known.is_shown,
        Stop.APPLICATION: bool(known.applications),
        Stop.SUBMITTED: bool(known.applications - {"frozen"}),
        Stop.DECISION: bool(known.applications & DECIDED),
    }
