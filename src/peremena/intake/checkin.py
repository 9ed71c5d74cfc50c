"""Ticks at the door: said on several phones, with and without a network, in any order. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, order=True)
class Tick:
    """`at`: the phone's clock; `has_come`: False when a tick was taken back."""

    at: datetime
    has_come: bool


def fold(known: Tick | None, ticks: Iterable[Tick]) -> Tick | None:
    """What holds after all of them: the latest; of two at one moment, that somebody came.

    The same whatever their order and however often one is sent again; None: nobody said anything.
    """
    return max([*ticks, *([known] if known else [])], default=None)
