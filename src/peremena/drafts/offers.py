"""Earlier words offered beside the later ones, as people read them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from .content import Leaf
from .fields import said
from .forms import Offer, Page
from .marks import Mark
from .models import Clash
from .outline import Group, node_at, pattern


def offers(clashes: Iterable[Clash], group: Group, page: Page) -> dict[str, list[Offer]]:
    found: dict[str, list[Offer]] = defaultdict(list)
    for clash in clashes:
        found[clash.path].append(offer(clash, group, page))
    return found


def offer(clash: Clash, group: Group, page: Page) -> Offer:
    return Offer(
        clash.pk, in_words(clash.path, clash.offered, group, page), clash.offered_by, clash.at
    )


def in_words(path: str, value: Any, group: Group, page: Page) -> str:
    """A value of the field as people read it, codes and days as words."""
    mark = node_at(group, path)
    if not isinstance(mark, Mark):
        return str(value)
    names = page.words.choices.get(pattern(group, path), {})
    return said(Leaf(path, mark, value), names, page.picks)
