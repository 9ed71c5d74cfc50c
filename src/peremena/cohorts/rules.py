"""When people are enrolled and how that may change. Pure: no Django, no database, no clock."""

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


class Refusal(StrEnum):
    NO_PLACE = "no-place"
    ALREADY_IN = "already-in"
    TERRITORY_TAKEN = "territory-taken"
    OTHER_CENTRE = "other-centre"
    REASON_NEEDED = "reason-needed"
    SAME_STATUS = "same-status"
