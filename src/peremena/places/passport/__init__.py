"""A territory's passport: what may stand in it, how full it is, what changed. Pure: no Django.

Words of the package: a *block* is one page of the passport; a *fact* is a value with the day it
was true and its source; where a fact does not say them, those of its whole block hold.
"""

from .blocks import Block, model_of
from .completeness import Completeness, Question, completeness
from .reading import Fact, facts

__all__ = ["Block", "Completeness", "Fact", "Question", "completeness", "facts", "model_of"]
