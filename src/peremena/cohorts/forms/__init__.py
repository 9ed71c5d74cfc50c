"""What staff type on the pages of cohorts."""

from .enrolling import EnrolForm, NextForm
from .keeping import CallForm, DeadlineForm, StatusForm
from .programmes import CohortForm, PlanForm, ProgrammeForm

__all__ = [
    "CallForm",
    "CohortForm",
    "DeadlineForm",
    "EnrolForm",
    "NextForm",
    "PlanForm",
    "ProgrammeForm",
    "StatusForm",
]
