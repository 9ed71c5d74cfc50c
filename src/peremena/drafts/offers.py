"""Earlier words offered beside the later ones, as people read them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from . import diff
from .content import Leaf
from .fields import said
from .forms import Offer, Page
from .marks import Mark, Text
from .merge import same
from .models import Clash
from .outline import Group, node_at, pattern
from .paths import Content, find


def offers(
    clashes: Iterable[Clash], content: Content, group: Group, page: Page
) -> dict[str, list[Offer]]:
    found: dict[str, list[Offer]] = defaultdict(list)
    for clash in clashes:
        found[clash.path].append(offer(clash, find(content, clash.path), group, page))
    return found


def offer(clash: Clash, stands: Any, group: Group, page: Page) -> Offer:
    """`stands`: what the field holds now; once it was changed, nobody in particular wrote it."""
    offered = in_words(clash.path, clash.offered, group, page)
    now = in_words(clash.path, stands, group, page)
    is_text = isinstance(node_at(group, clash.path), Text)
    return Offer(
        number=clash.pk,
        text=offered,
        by=clash.offered_by,
        at=clash.at,
        stands=now,
        stands_by=clash.kept_by if same(stands, clash.kept) else None,
        pieces=marked(now, offered) if is_text else [diff.Piece(offered)],
        can_join=is_text,
    )


def marked(stands: str, offered: str) -> list[diff.Piece]:
    """The offered words; where the two texts have words in common, the other ones are marked."""
    left = [one for one in diff.pieces(stands, offered) if one.kind != diff.Kind.REMOVED]
    has_common = any(one.kind is None and not one.text.isspace() for one in left)
    return left if has_common else [diff.Piece(offered)]


def in_words(path: str, value: Any, group: Group, page: Page) -> str:
    """A value of the field as people read it, codes and days as words."""
    if value is None:
        return ""
    mark = node_at(group, path)
    if not isinstance(mark, Mark):
        return str(value)
    names = page.words.choices.get(pattern(group, path), {})
    return said(Leaf(path, mark, value), names, page.picks)
