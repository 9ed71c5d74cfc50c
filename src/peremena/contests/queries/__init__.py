"""What the pages of contests need, each as one frozen object and a fixed number of queries."""

from .applications import (
    Choice,
    Offer,
    Prospect,
    Sheet,
    applications_of,
    choice,
    differences,
    offer,
    offers,
    paper_of,
    prospect,
    sheet,
)

__all__ = [
    "Choice",
    "Offer",
    "Prospect",
    "Sheet",
    "applications_of",
    "choice",
    "differences",
    "offer",
    "offers",
    "paper_of",
    "prospect",
    "sheet",
]
