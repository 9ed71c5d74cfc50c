"""One process that does what is due: the clockwork's jobs and the tasks that were put off.

Idle it only reads, every second at first and then every five; it writes when it has work, and
once a minute that it is there.
"""

import logging
import os
import signal
import threading
from collections.abc import Sequence
from datetime import datetime
from types import FrameType

from django.db import DatabaseError, InterfaceError
from django.utils import timezone

from . import clockwork, connections, later
from .clockwork import Job

SHORTEST, LONGEST, TROUBLE = 1.0, 5.0, 15.0  # seconds between two looks
logger = logging.getLogger(__name__)


class Worker:
    """`parent`: the process beside which this one works and with which it ends."""

    def __init__(self, jobs: Sequence[Job], parent: int | None = None) -> None:
        self.jobs, self.parent = jobs, parent
        self.name = later.worker_name()
        self.stopping = threading.Event()
        self.pause = SHORTEST

    def listen(self) -> None:
        """A first signal lets the work in hand be finished, a second does not."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.stop)

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        if self.stopping.is_set():
            os._exit(1)
        self.stopping.set()

    def work(self) -> None:
        """Until a signal comes or the parent is gone."""
        while not self.is_over():
            try:
                worked = self.turn(timezone.now())
                self.pause = SHORTEST if worked else min(self.pause * 1.5, LONGEST)
            except (DatabaseError, InterfaceError):
                logger.exception("The database does not answer; trying again")
                self.pause = TROUBLE
            if self.pause > SHORTEST:
                self.stopping.wait(self.pause)

    def is_over(self) -> bool:
        orphaned = self.parent is not None and os.getppid() != self.parent
        return orphaned or self.stopping.is_set()

    def turn(self, now: datetime) -> bool:
        """Does what is due and one task; whether there was anything."""
        connections.renew()
        clockwork.beat(now)
        worked = False
        for job in clockwork.due(self.jobs, now):
            worked = clockwork.run(job, timezone.now) or worked
        if row := later.take(self.name):
            later.run(row, timezone.now())
            worked = True
        connections.renew()
        return worked

    def begin(self) -> None:
        clockwork.enter(self.jobs, timezone.now())
        later.recover(self.name, timezone.now())

    def once(self) -> None:
        """All that is due now and the tasks that are ready, then no more."""
        self.begin()
        while not self.is_over() and self.turn(timezone.now()):
            pass
