"""Tasks put off: taken one at a time, tried again after growing pauses, never lost in silence.

A deed calls `task.enqueue(…)` inside its transaction: the task is a row of the same database, so
it appears when the deed is saved, and never when it is not. A task may be run again after a
failure or when its worker died: it has to be harmless then.
"""

import logging
import os
import socket
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django_tasks import TaskContext, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from . import connections
from .rhythm import pause_after

PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 2 * 60, 8 * 60)]
LONGEST = timedelta(hours=2)  # a task that has run longer has lost its worker on another machine
KEPT = timedelta(days=14)
logger = logging.getLogger(__name__)


def worker_name() -> str:
    return f"{socket.gethostname()[:40]}:{os.getpid()}"


def take(worker: str) -> DBTaskResult | None:
    """The most urgent task that is ready; looks before it asks for the lock of writers."""
    if not DBTaskResult.objects.ready().exists():
        return None
    with transaction.atomic():
        row = DBTaskResult.objects.ready().select_for_update(skip_locked=True).first()
        if row:
            row.claim(worker)
    return row


def run(row: DBTaskResult, now: datetime) -> None:
    try:
        row.set_successful(call(row))
    except Exception as error:  # noqa: BLE001 -- whatever a task does, the worker goes on
        connections.renew()
        row.set_failed(error)
        try_again(row, now)


def call(row: DBTaskResult) -> object:
    result = row.task_result
    if result.task.takes_context:
        context = TaskContext(task_result=result)  # type: ignore[arg-type]
        return result.task.call(context, *result.args, **result.kwargs)
    return result.task.call(*result.args, **result.kwargs)


def try_again(row: DBTaskResult, now: datetime) -> None:
    attempts = len(row.worker_ids)
    pause = pause_after(attempts, PAUSES)
    if pause is None:
        logger.error("Gave up %s after %d attempts:\n%s", row.task_path, attempts, row.traceback)
        return
    logger.warning("%s failed (%d), again in %s: %s", row.task_path, attempts, pause, last(row))
    row.status, row.run_after = TaskResultStatus.READY, now + pause
    row.save(update_fields=["status", "run_after"])


def last(row: DBTaskResult) -> str:
    """The last line of what went wrong."""
    return (row.traceback.strip().splitlines() or [""])[-1][:200]


def recover(worker: str, now: datetime) -> int:
    """Tasks whose worker is dead are ready again. How many there were."""
    lost = [row for row in DBTaskResult.objects.running() if is_lost(row, worker, now)]
    for row in lost:
        row.set_failed(RuntimeError("the worker died in the middle"))
        try_again(row, now)
    return len(lost)


def is_lost(row: DBTaskResult, worker: str, now: datetime) -> bool:
    if row.started_at is None or now - row.started_at > LONGEST:
        return True
    machine, _, process = (row.worker_ids or [""])[-1].rpartition(":")
    return machine == worker.rpartition(":")[0] and not is_alive(process)


def is_alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return int(process) != os.getpid()


def failed() -> list[DBTaskResult]:
    """Those given up, the newest first."""
    return list(DBTaskResult.objects.failed().order_by(F("finished_at").desc()))


def again(row: DBTaskResult, now: datetime) -> None:
    """The operator has mended the cause: all attempts anew."""
    row.status, row.run_after, row.worker_ids = TaskResultStatus.READY, now, []
    row.save(update_fields=["status", "run_after", "worker_ids"])


def prune(now: datetime) -> int:
    """Finished tasks of more than a fortnight ago. Failed ones stay: somebody has to look."""
    deleted, _each = DBTaskResult.objects.successful().filter(finished_at__lt=now - KEPT).delete()
    return deleted
