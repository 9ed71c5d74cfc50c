"""What an edit did to the remarks: which are gone, which came, which say something else now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .remarks import Remark


@dataclass(frozen=True)
class Turn:
    """Keys of remarks, `rule:field`. The same key is never in both."""

    gone: frozenset[str] = frozenset()
    came: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.gone or self.came)

    def then(self, later: "Turn") -> "Turn":
        """Both turns as one: what came and went again, or went and came again, never happened."""
        return Turn(
            gone=(self.gone - later.came) | (later.gone - self.came),
            came=(self.came - later.gone) | (later.came - self.gone),
        )


@dataclass(frozen=True)
class Difference:
    """`fresh`: remarks that came or changed their words, the most useful first."""

    turn: Turn
    fresh: tuple[Remark, ...]

    def __bool__(self) -> bool:
        return bool(self.turn or self.fresh)

    @property
    def outdated(self) -> frozenset[str]:
        """Keys of what must not be shown any more as it was."""
        return self.turn.gone | {remark.key for remark in self.fresh}


def turn(before: Iterable[str], after: Iterable[str]) -> Turn:
    old, new = frozenset(before), frozenset(after)
    return Turn(gone=old - new, came=new - old)


def difference(before: Sequence[Remark], after: Sequence[Remark]) -> Difference:
    """Both as `check` gives them; neither another order nor other words quoted differ."""
    known = {remark.key: _said(remark) for remark in before}
    fresh = tuple(remark for remark in after if known.get(remark.key) != _said(remark))
    return Difference(turn(known, (remark.key for remark in after)), fresh)


def _said(remark: Remark) -> tuple[str, str, str]:
    return remark.severity, remark.text, remark.advice
