"""A resource changed by two people, one of them without a network: what stands. Pure.

Everything by name, as JSON: `title`, `village` by its number, `point` as two numbers, `photo` by
the name of its file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Said = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """What one edit changed. `before`: what stood there till then."""

    by: int
    before: Said


@dataclass(frozen=True)
class Settled:
    """`takes`: what is written; `quarrels`: by name, who has meanwhile written something else."""

    takes: Said
    quarrels: Mapping[str, int]


def settled(now: Said, mine: Said, since: Iterable[Change], *, by: int) -> Settled:
    """`mine`: as the page says it, made before the changes `since`, which come in their order.

    What I left as it was stays as others have made it. My own earlier words are no quarrel.
    """
    changes = list(since)
    base = dict(now)
    for change in reversed(changes):
        base |= change.before
    others = {name: change.by for change in changes for name in change.before}
    takes = {name: said for name, said in mine.items() if said not in (base.get(name), now[name])}
    quarrels = {name: others[name] for name in takes if others.get(name, by) != by}
    return Settled(takes, quarrels)
