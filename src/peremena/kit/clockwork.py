"""Jobs that come again: each runs once at its time, on whichever machine asks first.

Taking a job is one UPDATE with a condition, on either engine: who changes the row has the job.
A job that fails comes again after a growing pause; what it said stays in its row.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from . import connections
from .models import Job as Row
from .rhythm import Rhythm, pause_after

LEASE = timedelta(minutes=30)
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15)]
WORKER = "worker"  # the row by which one sees that somebody works
BEAT = timedelta(minutes=1)
SILENT = timedelta(minutes=5)
logger = logging.getLogger(__name__)


def always(_now: datetime) -> bool:
    return True


@dataclass(frozen=True)
class Job:
    """`wanted` is a cheap look whether there is anything to do; without it nothing is written."""

    name: str
    rhythm: Rhythm
    run: Callable[[datetime], object]
    wanted: Callable[[datetime], bool] = always


def enter(jobs: Iterable[Job], now: datetime) -> None:
    """Jobs that are new here are due at their next time; those that are gone leave no row."""
    jobs = list(jobs)
    known = set(Row.objects.values_list("name", flat=True))
    rows = [Row(name=job.name, due_at=job.rhythm.after(now)) for job in jobs]
    Row.objects.bulk_create([row for row in rows if row.name not in known], ignore_conflicts=True)
    Row.objects.exclude(name__in=[WORKER, *(job.name for job in jobs)]).delete()


def due(jobs: Sequence[Job], now: datetime) -> list[Job]:
    names = set(Row.objects.free(now).values_list("name", flat=True))
    return [job for job in jobs if job.name in names and job.wanted(now)]


def run(job: Job, clock: Callable[[], datetime]) -> bool:
    """False when another machine has taken it in between."""
    now = clock()
    row = Row.objects.free(now).filter(name=job.name)
    if not row.update(leased_until=now + LEASE):
        return False
    try:
        job.run(now)
    except Exception as error:
        logger.exception("The job %s failed", job.name)
        connections.renew()
        failed(job, error, clock())
    else:
        now = clock()
        Row.objects.filter(name=job.name).update(
            leased_until=None, due_at=job.rhythm.after(now), ended_at=now, failures=0, failure=""
        )
    return True


def failed(job: Job, error: Exception, now: datetime) -> None:
    row = Row.objects.get(name=job.name)
    row.failures += 1
    row.failure = f"{type(error).__name__}: {error}"[:300]
    usual = job.rhythm.after(now)
    pause = pause_after(row.failures, PAUSES)
    row.due_at = min(now + pause, usual) if pause and usual - now > BEAT else usual
    row.leased_until, row.ended_at = None, now
    row.save()


def beat(now: datetime) -> None:
    """Somebody works. One short write a minute."""
    lately = Row.objects.filter(name=WORKER, ended_at__gt=now - BEAT)
    if not lately.exists():
        Row.objects.update_or_create(name=WORKER, defaults={"due_at": now, "ended_at": now})


def seen_at() -> datetime | None:
    """When a worker last said that it works; None: never."""
    return Row.objects.filter(name=WORKER).values_list("ended_at", flat=True).first()
