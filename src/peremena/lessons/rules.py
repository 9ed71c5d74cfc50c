"""When people come, hand in and are answered. Pure: no Django, no database, no clock."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum


class Content(StrEnum):
    """What a lesson is about: the three kinds of the announced school."""

    SUPPORT = "support"
    METHOD = "method"
    EXPERIENCE = "experience"


class CasePart(StrEnum):
    """What is told of a case that is not in the library."""

    PROBLEM = "problem"
    WAY = "way"
    MONEY = "money"
    RESULT = "result"
    CONTACT = "contact"
    SOURCE = "source"


class SessionKind(StrEnum):
    LESSON = "lesson"
    WORKSHOP = "workshop"
    SEMINAR = "seminar"
    COWORKING = "coworking"
    DEFENCE = "defence"


class Presence(StrEnum):
    """What somebody was on a day, from the weakest to the strongest."""

    ABSENT = "absent"
    EXCUSED = "excused"
    ONLINE = "online"
    LEFT_EARLY = "left-early"
    LATE = "late"
    PRESENT = "present"


class Way(StrEnum):
    """How it is known that somebody was there."""

    LIST = "list"
    CODE = "code"
    NAME = "name"
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
    OVER = "over"
    ASKED_ALREADY = "asked-already"
    NO_QUESTIONS = "no-questions"
    SURVEY_OVER = "survey-over"
    ANSWERED = "answered"
    NO_SUCH_NAME = "no-such-name"
    TWO_OF_A_NAME = "two-of-a-name"
    NO_PROJECT = "no-project"
    NOTHING_WRITTEN = "nothing-written"
    HANDED_IN_ALREADY = "handed-in-already"
    NOT_HANDED_IN = "not-handed-in"
    WORDS_NEEDED = "words-needed"
    NOT_YOURS = "not-yours"
    NAME_TAKEN = "name-taken"
    NOTHING_TO_READ = "nothing-to-read"
    HANDED_IN_HERE = "handed-in-here"
    NOTHING_TO_COPY = "nothing-to-copy"
    FULL = "full"
    NO_DAYS = "no-days"
    THERE_ALREADY = "there-already"


MOST_MATERIALS = 12
"""For one lesson: more than that nobody opens."""


def why_not_publish(text: str) -> Refusal | None:
    """None when there is something to read."""
    return None if text.strip() else Refusal.NOTHING_TO_READ


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


MOST_DAYS = 60
"""Made in one go: more than a year of weeks is a slip of the finger."""


def weekly(first: date, until: date, skipped: Collection[date] = ()) -> list[date]:
    """Every seventh day from `first` to `until`, both counted, without those skipped.

    At most `MOST_DAYS`; empty when `until` comes before `first`.
    """
    weeks = ((until - first).days // 7) + 1
    days = (first + timedelta(weeks=week) for week in range(max(0, weeks)))
    return [day for day in days if day not in skipped][:MOST_DAYS]


def why_not_change(*, is_cancelled: bool) -> Refusal | None:
    """None when the day may be moved or cancelled: a cancelled one is made anew instead."""
    return Refusal.CANCELLED if is_cancelled else None


EARLIEST_TICK = timedelta(hours=12)
EARLIEST_SCAN, LATEST_SCAN = timedelta(hours=1), timedelta(minutes=30)


def why_not_note(starts: datetime, now: datetime) -> Refusal | None:
    """None when staff may say who was there: from the morning of the day, and ever after."""
    return Refusal.TOO_EARLY if now < starts - EARLIEST_TICK else None


def why_not_scan(
    starts: datetime, ends: datetime, now: datetime, *, is_cancelled: bool
) -> Refusal | None:
    """None while people may mark themselves: from an hour before to half an hour after."""
    if is_cancelled:
        return Refusal.CANCELLED
    if now < starts - EARLIEST_SCAN:
        return Refusal.TOO_EARLY
    return Refusal.OVER if now > ends + LATEST_SCAN else None


def is_survey_open(closes_on: date | None, today: date, *, is_closed: bool) -> bool:
    """The last day counts; without a day until staff close it."""
    return not is_closed and (closes_on is None or today <= closes_on)


def why_not_answer_survey(*, is_open: bool, has_answered: bool) -> Refusal | None:
    if has_answered:
        return Refusal.ANSWERED
    return None if is_open else Refusal.SURVEY_OVER


def week_of(day: date) -> date:
    """The Monday of that week."""
    return day - timedelta(days=day.weekday())
