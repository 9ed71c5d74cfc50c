"""What people send on the pages of the ledger."""

from .awards import AwardForm, ChangeForm, ContributionForm, PaymentForm, WinForm
from .filters import chosen, fields, number, query

__all__ = [
    "AwardForm",
    "ChangeForm",
    "ContributionForm",
    "PaymentForm",
    "WinForm",
    "chosen",
    "fields",
    "number",
    "query",
]
