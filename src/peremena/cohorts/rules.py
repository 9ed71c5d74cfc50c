"""When people are enrolled and how that may change. Pure: no Django, no database, no clock."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum


class Part(StrEnum):
    """What somebody is in a cohort: a head may come back as a mentor."""

    LEARNER = "learner"
    MENTOR = "mentor"


class Status(StrEnum):
    """Alumni stay: graduation does not close the record."""

    LEARNING = "learning"
    PAUSED = "paused"
    LEFT = "left"
    GRADUATED = "graduated"


class Sign(StrEnum):
    """What shows that somebody is there."""

    PROJECT = "project"
    PASSPORT = "passport"
    VISIT = "visit"
    CALL = "call"


class Milestone(StrEnum):
    """What a deadline may ask for, by the names of the stops on the way through the school."""

    PASSPORT = "passport"
    TEAM = "team"
    PROBLEM = "problem"
    PROJECT = "project"
    EXPERT = "expert"
    APPLICATION = "application"
    SUBMITTED = "submitted"


class Refusal(StrEnum):
    NO_PLACE = "no-place"
    ALREADY_IN = "already-in"
    HAS_LEFT = "has-left"
    TERRITORY_TAKEN = "territory-taken"
    OTHER_CENTRE = "other-centre"
    OTHER_TEAM = "other-team"
    PROJECT_TAKEN = "project-taken"
    REASON_NEEDED = "reason-needed"
    SAME_STATUS = "same-status"


LIFE_IN_MONTHS = 24
SILENT_DAYS = 10


def is_silent(status: Status, days: int) -> bool:
    """Time to ring: ten days without a sign of life. Alumni and those on a pause are left alone."""
    return status is Status.LEARNING and days >= SILENT_DAYS


def why_not_enrol(
    part: Part, status: Status | None, *, free: int, territory_taken: bool
) -> Refusal | None:
    """None when the person may come into the cohort. `status`: what they are in it, if anything.

    A mentor takes no place, and may come from a territory that learns.
    """
    if status is Status.LEFT:
        return Refusal.HAS_LEFT
    if status is not None:
        return Refusal.ALREADY_IN
    return why_not_sit(part, free=free, territory_taken=territory_taken)


def why_not_sit(part: Part, *, free: int, territory_taken: bool) -> Refusal | None:
    if part is Part.MENTOR:
        return None
    if territory_taken:
        return Refusal.TERRITORY_TAKEN
    return None if free > 0 else Refusal.NO_PLACE


def why_not_attach(*, in_team: bool, of_other_centre: bool, is_taken: bool) -> Refusal | None:
    """None when the project may stand beside the person in the cohort."""
    if of_other_centre:
        return Refusal.OTHER_CENTRE
    if not in_team:
        return Refusal.OTHER_TEAM
    return Refusal.PROJECT_TAKEN if is_taken else None


def why_not_become(old: Status, new: Status, reason: str) -> Refusal | None:
    """None when the status may change; leaving needs a reason, whoever left may come back."""
    if old is new:
        return Refusal.SAME_STATUS
    if new is Status.LEFT and not reason.strip():
        return Refusal.REASON_NEEDED
    return None


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ring_again(today: date, next_on: date | None, *, answered: bool, is_done: bool) -> date | None:
    """The day of the next call: as agreed, else the next day when nobody answered."""
    if is_done:
        return None
    return next_on or (None if answered else today + timedelta(days=1))
