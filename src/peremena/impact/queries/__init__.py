"""What the pages of the ledger need."""

from .rows import rows_of

__all__ = ["rows_of"]
