"""What the pages of the ledger and the public page need."""

from .card import Card, card
from .ledger import Breakdown, Figure, Ledger, Line, figures, ledger, matching, options
from .results import Partner, Results, published, results
from .rows import added_to, rows_of
from .territories import Place, money_by_territory

__all__ = [
    "Breakdown",
    "Card",
    "Figure",
    "Ledger",
    "Line",
    "Partner",
    "Place",
    "Results",
    "added_to",
    "card",
    "figures",
    "ledger",
    "matching",
    "money_by_territory",
    "options",
    "published",
    "results",
    "rows_of",
]
