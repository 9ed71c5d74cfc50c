"""What `./peremena work --list` and `--again` do; loaded once Django is set up."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from peremena.config.clockwork import JOBS
from peremena.kit import clockwork, later
from peremena.kit.models import Job

from .preparing import say


def show() -> int:
    """1 when something waits for the operator."""
    say(f"a worker was last seen: {written(clockwork.seen_at())}\n")
    rows = {row.name: row for row in Job.objects.all()}
    for job in JOBS:
        row = rows.get(job.name)
        ended, due = (written(row.ended_at), written(row.due_at)) if row else ("—", "—")
        say(f"{job.name:28} {job.rhythm!s:28} ran {ended:18} due {due}")
        if row and row.failures:
            say(f"    failed {row.failures} times: {row.failure}")
    say(f"\ntasks waiting: {DBTaskResult.objects.filter(status='READY').count()}")
    given_up = later.failed()
    say(f"tasks given up: {len(given_up)}")
    for task in given_up[:20]:
        say(f"  {task.id}  {written(task.finished_at)}  {task.task_path}\n    {later.last(task)}")
    return int(bool(given_up) or any(row.failures for row in rows.values()))


def again(name: str) -> int:
    try:
        row = DBTaskResult.objects.failed().filter(pk=name).first()
    except ValidationError:
        row = None
    if row is None:
        say(f"No task {name} was given up.")
        return 2
    later.again(row, timezone.now())
    say("It will be tried again.")
    return 0


def written(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%d.%m.%Y %H:%M}" if moment else "never"
