"""When a letter goes, and what staff may do with it. Pure: no Django, no database, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Urgency(StrEnum):
    """NOW: somebody waits at the page, such as for a code; nothing holds it up.

    TODAY: by itself, but not at night. CAN_WAIT: gathered into one letter a day.
    """

    NOW = "now"
    TODAY = "today"
    CAN_WAIT = "can_wait"


class Wish(StrEnum):
    AT_ONCE = "at_once"
    DAILY = "daily"
    NONE = "none"


class State(StrEnum):
    """TO_TELL: for the call list, since the reader reads no mail."""

    WAITING = "waiting"
    HELD = "held"
    SENDING = "sending"
    SENT = "sent"
    GATHERED = "gathered"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNWANTED = "unwanted"
    TO_TELL = "to_tell"
    TOLD = "told"


class Deed(StrEnum):
    EDIT = "edit"
    HOLD = "hold"
    RELEASE = "release"
    CANCEL = "cancel"
    SEND = "send"
    TELL = "tell"
    UNTELL = "untell"


class Refusal(StrEnum):
    GOING = "going"
    GONE = "gone"
    NOT_NOW = "not_now"


FROM: Mapping[Deed, frozenset[State]] = {
    Deed.EDIT: frozenset({State.WAITING, State.HELD, State.FAILED, State.TO_TELL}),
    Deed.HOLD: frozenset({State.WAITING, State.FAILED}),
    Deed.RELEASE: frozenset({State.HELD}),
    Deed.CANCEL: frozenset({State.WAITING, State.HELD, State.FAILED, State.TO_TELL}),
    Deed.SEND: frozenset({State.WAITING, State.HELD, State.FAILED}),
    Deed.TELL: frozenset({State.TO_TELL}),
    Deed.UNTELL: frozenset({State.TOLD}),
}
GONE = frozenset({State.SENT, State.GATHERED, State.TOLD})


@dataclass(frozen=True)
class Quiet:
    """From one hour to another by the reader's clock; the same hour twice: never quiet."""

    begins: int = 21
    ends: int = 8
    zone: str = "Asia/Omsk"

    def is_at(self, moment: datetime) -> bool:
        hour = moment.astimezone(ZoneInfo(self.zone)).hour
        if self.begins <= self.ends:
            return self.begins <= hour < self.ends
        return hour >= self.begins or hour < self.ends

    def next_morning(self, moment: datetime) -> datetime:
        """The first time later than the moment at which the quiet ends."""
        there = moment.astimezone(ZoneInfo(self.zone))
        end = there.replace(hour=self.ends, minute=0, second=0, microsecond=0)
        return end if end > there else end + timedelta(days=1)


# Ten pauses: a mail server may be away for two days and nothing is lost.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 360, 720, 720, 720))
LATE = timedelta(hours=1)
CODE_LIVES = timedelta(minutes=15)
INTERRUPTED = timedelta(minutes=15)


def send_after(urgency: Urgency, wish: Wish, quiet: Quiet, now: datetime) -> datetime | None:
    """The earliest time for the letter; None: the reader wants no such letters."""
    if urgency is Urgency.NOW:
        return now
    if wish is Wish.NONE:
        return None
    if urgency is Urgency.TODAY or wish is Wish.AT_ONCE:
        return quiet.next_morning(now) if quiet.is_at(now) else now
    return quiet.next_morning(now)


def try_again(urgency: Urgency, quiet: Quiet, moment: datetime) -> datetime:
    """When a letter that the server did not take is sent anew: nothing but a code at night."""
    wakes = urgency is not Urgency.NOW and quiet.is_at(moment)
    return quiet.next_morning(moment) if wakes else moment


def why_not(deed: Deed, state: State) -> Refusal | None:
    if state in FROM[deed]:
        return None
    if state is State.SENDING:
        return Refusal.GOING
    return Refusal.GONE if state in GONE else Refusal.NOT_NOW
