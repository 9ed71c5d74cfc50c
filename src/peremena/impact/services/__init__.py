"""What people do with the ledger: each function is one deed in one transaction."""

from .awards import add_award, change, contribute, drop_contribution, take_back
from .verification import doubt, verify
from .wins import pay, record_win, take_back_payment

__all__ = [
    "add_award",
    "change",
    "contribute",
    "doubt",
    "drop_contribution",
    "pay",
    "record_win",
    "take_back",
    "take_back_payment",
    "verify",
]
