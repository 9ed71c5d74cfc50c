"""What the cohorts room remembers."""

from .certificates import Certificate
from .cohorts import (
    Cohort,
    ContactNote,
    Deadline,
    Enrolment,
    PlannedIndicator,
    Programme,
    StatusChange,
)
from .gates import Gate, Passed, PlanStep

__all__ = [
    "Certificate",
    "Cohort",
    "ContactNote",
    "Deadline",
    "Enrolment",
    "Gate",
    "Passed",
    "PlanStep",
    "PlannedIndicator",
    "Programme",
    "StatusChange",
]
