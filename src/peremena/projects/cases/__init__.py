"""Real projects of other villages, retold from public pages, each with its address. Pure.

`as_brief(card)` makes one a brief of one's own, with only what the card holds.
"""

from .briefs import as_brief
from .cards import Card, all_cards, by_id

__all__ = ["Card", "all_cards", "as_brief", "by_id"]
