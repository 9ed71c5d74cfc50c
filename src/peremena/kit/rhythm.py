"""When a job comes again. Pure: no Django, no database, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Rhythm(Protocol):
    def after(self, moment: datetime) -> datetime:
        """The next time that is later than the moment."""


@dataclass(frozen=True)
class Every:
    pause: timedelta

    def after(self, moment: datetime) -> datetime:
        return moment + self.pause

    def __str__(self) -> str:
        return f"every {self.pause}"


@dataclass(frozen=True)
class Daily:
    """By the clock on the wall of that zone, also when the clocks are changed."""

    at: time
    zone: str

    def after(self, moment: datetime) -> datetime:
        there = moment.astimezone(ZoneInfo(self.zone))
        today = there.replace(
            hour=self.at.hour, minute=self.at.minute, second=self.at.second, microsecond=0
        )
        return today if today > there else today + timedelta(days=1)

    def __str__(self) -> str:
        return f"daily at {self.at:%H:%M} ({self.zone})"


def pause_after(attempts: int, pauses: Sequence[timedelta]) -> timedelta | None:
    """How long to wait after so many attempts in vain, the first being 1; None: give up."""
    return pauses[attempts - 1] if attempts <= len(pauses) else None
