"""What the impact room remembers: the ledger of money, and facts of a programme's indicators."""

from .awards import Award, AwardQuerySet, Contribution, Correction
from .indicators import CountedBy, Fact

__all__ = ["Award", "AwardQuerySet", "Contribution", "Correction", "CountedBy", "Fact"]
