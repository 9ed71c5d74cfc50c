"""A table of territories: read, compared with what is here, told back. Pure.

One row a village. What is told of a territory stands in any of its rows; an empty cell says
nothing, and so changes nothing.
"""

from .comparing import Change, Compared, News, compare, merged
from .reading import Gathered, Sheet, Vocabulary, fold, gather
from .telling import lines
from .values import Column, Fault, Mistake, Place, Told

__all__ = [
    "Change",
    "Column",
    "Compared",
    "Fault",
    "Gathered",
    "Mistake",
    "News",
    "Place",
    "Sheet",
    "Told",
    "Vocabulary",
    "compare",
    "fold",
    "gather",
    "lines",
    "merged",
]
