"""Out of many statements about one person on one day: what the person was. Pure: no Django.

Phones without a network, a code on the wall and a sheet of paper say it in any order, and twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .rules import Presence, Way

STRENGTH = list(Presence)
OWN_WAYS = (Way.CODE, Way.NAME)
NOT_THERE = (None, Presence.ABSENT, Presence.EXCUSED)


@dataclass(frozen=True)
class Statement:
    """`at`: when it was ticked, wherever that was; `key`: its own, the same when sent again."""

    presence: Presence
    way: Way
    at: datetime
    key: str


def what_of(statements: Iterable[Statement]) -> Presence | None:
    """None when nobody has said anything. The order of statements and repeats change nothing.

    The last word of the staff counts, whether ticked, copied from paper or brought in. What
    somebody says of themselves by the code on the wall counts where the staff have said nothing,
    or had said “absent” or “excused” before that person came.
    """
    told = set(statements)
    staff = max((one for one in told if one.way not in OWN_WAYS), key=_order, default=None)
    own = max((one for one in told if one.way in OWN_WAYS), key=_order, default=None)
    if staff is None or own is None:
        said = staff or own
        return said.presence if said else None
    came_later = not is_there(staff.presence) and own.at > staff.at
    return own.presence if came_later else staff.presence


def _order(one: Statement) -> tuple[datetime, int, str]:
    """Of two at the same moment the one that says more, then by key, so that all agree."""
    return one.at, STRENGTH.index(one.presence), one.key


def is_there(presence: Presence | None) -> bool:
    """Whether the hours of the day count for the person."""
    return presence not in NOT_THERE
