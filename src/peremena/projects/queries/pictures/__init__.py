"""What the pages of pictures need: a picture for a phone, one for a desk, and the same in words."""

from .chain import chain_page
from .plan import calendar_page, parties_page
from .tables import logframe_page, money_page
from .tree import Tree, tree
from .writing import Turned, form_page, goals_form, tree_form

__all__ = [
    "Tree",
    "Turned",
    "calendar_page",
    "chain_page",
    "form_page",
    "goals_form",
    "logframe_page",
    "money_page",
    "parties_page",
    "tree",
    "tree_form",
]
