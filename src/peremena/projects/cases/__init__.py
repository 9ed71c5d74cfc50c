"""Real projects of other villages, retold from public pages, each with its address. Pure.

`all_cards()` gives them all; `as_brief(card)` makes one a brief of one's own, with only what it holds.
"""

from .briefs import as_brief
from .cards import Card, all_cards, by_id

__all__ = ["Card", "all_cards", "as_brief", "by_id"]
