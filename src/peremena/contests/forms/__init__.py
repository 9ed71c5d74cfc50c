"""What people send on the pages of the contests room."""

from .fields import DayField, MoneyField
from .turns import (
    AdmissionForm,
    ContractForm,
    OutcomeForm,
    SubmissionForm,
    TakeBackForm,
    WhyForm,
)

__all__ = [
    "AdmissionForm",
    "ContractForm",
    "DayField",
    "MoneyField",
    "OutcomeForm",
    "SubmissionForm",
    "TakeBackForm",
    "WhyForm",
]
