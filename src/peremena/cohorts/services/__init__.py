"""What is done with cohorts: each function is one deed in one transaction."""

from . import certificates, gates
from .deadlines import add_deadline, change_deadline, remove_deadline
from .dictated import Ground, Newcomer, take_in
from .enrolments import attach_project, change_status, enrol, note_contact
from .programmes import (
    Indicator,
    add_cohort,
    add_programme,
    change_cohort,
    change_programme,
    plan_indicators,
)

__all__ = [
    "Ground",
    "Indicator",
    "Newcomer",
    "add_cohort",
    "add_deadline",
    "add_programme",
    "attach_project",
    "certificates",
    "change_cohort",
    "change_deadline",
    "change_programme",
    "change_status",
    "enrol",
    "gates",
    "note_contact",
    "plan_indicators",
    "remove_deadline",
    "take_in",
]
