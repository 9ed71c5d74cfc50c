"""What the impact room remembers: the ledger of money."""

from .awards import Award, AwardQuerySet, Contribution, Correction

__all__ = ["Award", "AwardQuerySet", "Contribution", "Correction"]
