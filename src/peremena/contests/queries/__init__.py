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
from .life import Lesson, Mark, Moment, Path, clock, lessons, life_of, marks, path

__all__ = [
    "Choice",
    "Lesson",
    "Mark",
    "Moment",
    "Offer",
    "Path",
    "Prospect",
    "Sheet",
    "applications_of",
    "choice",
    "clock",
    "differences",
    "lessons",
    "life_of",
    "marks",
    "offer",
    "offers",
    "paper_of",
    "path",
    "prospect",
    "sheet",
]
