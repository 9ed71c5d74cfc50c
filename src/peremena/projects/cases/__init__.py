"""Real projects of other villages, retold from public pages, each with its address. Pure.

`cards()` gives them all; `as_brief(card)` makes one a brief of one's own, with only what it holds.
"""

from .briefs import as_brief
from .cards import Card, UnknownCard, cards, get

__all__ = ["Card", "UnknownCard", "as_brief", "cards", "get"]
