"""When people come, hand in and are answered. Pure: no Django, no database, no clock."""

from datetime import date, datetime
from enum import StrEnum


class Content(StrEnum):
    """What a lesson is about: the three kinds of the announced school."""

    SUPPORT = "support"
    METHOD = "method"
    EXPERIENCE = "experience"


class SessionKind(StrEnum):
    LESSON = "lesson"
    WORKSHOP = "workshop"
    SEMINAR = "seminar"
    COWORKING = "coworking"
    DEFENCE = "defence"


class Presence(StrEnum):
    """What somebody was on a day, from the weakest to the strongest."""

    ABSENT = "absent"
    ONLINE = "online"
    LEFT_EARLY = "left-early"
    LATE = "late"
    PRESENT = "present"


class Way(StrEnum):
    """How it is known that somebody was there."""

    LIST = "list"
    CODE = "code"
    PAPER = "paper"
    FILE = "file"


class Target(StrEnum):
    """What homework is written in: nothing is typed twice."""

    SECTION = "section"
    BLOCK = "block"
    RESOURCES = "resources"


class HandedState(StrEnum):
    HANDED_IN = "handed-in"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class Refusal(StrEnum):
    CANCELLED = "cancelled"
    NOT_ENROLLED = "not-enrolled"
    CODE_OVER = "code-over"
    TOO_EARLY = "too-early"
    NO_PROJECT = "no-project"
    NOTHING_WRITTEN = "nothing-written"
    HANDED_IN_ALREADY = "handed-in-already"
    NOT_HANDED_IN = "not-handed-in"
    WORDS_NEEDED = "words-needed"
    NOT_YOURS = "not-yours"


def is_overdue(due_on: date | None, today: date, state: HandedState | None) -> bool:
    """The day has passed and nothing waits for the curator or is accepted. The day itself counts
    as in time; without a day nothing is ever overdue."""
    done = state in (HandedState.HANDED_IN, HandedState.ACCEPTED)
    return due_on is not None and today > due_on and not done


def why_not_hand_in(
    *, has_target: bool, is_empty: bool, state: HandedState | None
) -> Refusal | None:
    """None when the team may hand in. `has_target`: there is a project, passport or map to take it
    from; a returned one may be handed in again."""
    if not has_target:
        return Refusal.NO_PROJECT
    if state in (HandedState.HANDED_IN, HandedState.ACCEPTED):
        return Refusal.HANDED_IN_ALREADY
    return Refusal.NOTHING_WRITTEN if is_empty else None


def why_not_answer(state: HandedState, *, accepts: bool, words: str) -> Refusal | None:
    """None when a curator may accept or return; who returns says what to change."""
    if state is not HandedState.HANDED_IN:
        return Refusal.NOT_HANDED_IN
    return None if accepts or words.strip() else Refusal.WORDS_NEEDED


def hours(starts: datetime, ends: datetime) -> float:
    """Academic hours of 45 minutes, to a half, as certificates count them."""
    return round((ends - starts).total_seconds() / 60 / 45 * 2) / 2
