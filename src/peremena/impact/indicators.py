"""What a programme is judged by, and how far it is. Pure: no Django, no database, no clock."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Code(StrEnum):
    """What counts itself out of the records, in the order in which a school lives."""

    APPLICANTS = "applicants"
    SEMINAR = "seminar"
    CHOSEN = "chosen"
    NOT_TAKEN = "not-taken"
    ENROLLED = "enrolled"
    LEFT = "left"
    SESSIONS = "sessions"
    HOURS = "hours"
    HOMEWORK = "homework"
    CONSULTATIONS = "consultations"
    CONSULTATION_MINUTES = "consultation-minutes"
    GATE_1 = "gate-1"
    GATE_2 = "gate-2"
    GATE_3 = "gate-3"
    GRADUATED = "graduated"
    CERTIFICATES = "certificates"
    TERRITORIES = "territories"
    PASSPORTS = "passports"
    RESOURCES = "resources"
    PROJECTS = "projects"
    TEAMS = "teams"
    TEAM_PEOPLE = "team-people"
    SHOWN = "shown"
    APPLICATIONS = "applications"
    SUBMITTED = "submitted"
    WON = "won"
    LOST = "lost"
    MONEY = "money"
    PARTNERS = "partners"


class Group(StrEnum):
    INTAKE = "intake"
    LEARNING = "learning"
    TERRITORY = "territory"
    PROJECTS = "projects"
    MONEY = "money"


FIRST: Mapping[Group, Code] = {
    Group.INTAKE: Code.APPLICANTS,
    Group.LEARNING: Code.ENROLLED,
    Group.TERRITORY: Code.TERRITORIES,
    Group.PROJECTS: Code.PROJECTS,
    Group.MONEY: Code.MONEY,
}


def group_of(code: Code) -> Group:
    """The last group that begins at the code or before it."""
    order = list(Code)
    place = order.index(code)
    return [group for group, first in FIRST.items() if order.index(first) <= place][-1]


ENOUGH_OF_PASSPORT = 80
ENOUGH_FOR_A_TEAM = 3


class State(StrEnum):
    """How a promise stands."""

    REACHED = "reached"
    AHEAD = "ahead"
    MISSED = "missed"


def state_of(plan: Decimal, fact: Decimal, due_on: date | None, today: date) -> State:
    """The day itself is in time; without a day nothing is ever missed."""
    if fact >= plan:
        return State.REACHED
    return State.MISSED if due_on is not None and today > due_on else State.AHEAD


class Refusal(StrEnum):
    COUNTS_ITSELF = "counts-itself"
    NOTHING_COUNTED = "nothing-counted"
    NOT_YET = "not-yet"
    NO_PROOF = "no-proof"
    TAKEN_BACK = "taken-back"
    WHY = "why"


def why_not_add(
    *, counts_itself: bool, amount: Decimal, on: date, today: date, has_proof: bool
) -> Refusal | None:
    """None when a fact may be written down by hand. A negative amount is a correction's matter:
    a wrong fact is taken back."""
    if counts_itself:
        return Refusal.COUNTS_ITSELF
    if amount <= 0:
        return Refusal.NOTHING_COUNTED
    if on > today:
        return Refusal.NOT_YET
    return None if has_proof else Refusal.NO_PROOF


def why_not_take_back(*, is_taken_back: bool, why: str) -> Refusal | None:
    if is_taken_back:
        return Refusal.TAKEN_BACK
    return None if why.strip() else Refusal.WHY
