"""Whether work is being done: for the operator's watchman, so only numbers."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django_tasks_db.models import DBTaskResult

from . import clockwork
from .models import Job


@dataclass(frozen=True)
class Health:
    """`silent_for`: since a worker was last seen; None: never."""

    silent_for: timedelta | None
    failing_jobs: int
    tasks_given_up: int

    @property
    def is_well(self) -> bool:
        seen = self.silent_for is not None and self.silent_for < clockwork.SILENT
        return seen and not self.failing_jobs

    def __str__(self) -> str:
        seconds = (
            "never" if self.silent_for is None else f"{self.silent_for.total_seconds():.0f} s ago"
        )
        return (
            f"{'ok' if self.is_well else 'trouble'}\nworker seen: {seconds}\n"
            f"jobs failing: {self.failing_jobs}\ntasks given up: {self.tasks_given_up}"
        )


def health(now: datetime) -> Health:
    seen = clockwork.seen_at()
    return Health(
        silent_for=now - seen if seen else None,
        failing_jobs=Job.objects.failing().count(),
        tasks_given_up=DBTaskResult.objects.failed().count(),
    )
