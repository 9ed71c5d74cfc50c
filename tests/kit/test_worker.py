"""Jobs run once at their time; tasks that fail are tried again; a dead worker loses nothing."""

import os
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from peremena.config.clockwork import JOBS
from peremena.kit import clockwork, health, later
from peremena.kit.clockwork import Job
from peremena.kit.models import Job as Row
from peremena.kit.rhythm import Every
from peremena.kit.worker import Worker
from tests.factories import NOON

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
done = []


@task()
def note(word):
    done.append(word)


@task()
def stumble(word):
    done.append(word)
    raise ValueError("no such thing")


@pytest.fixture(autouse=True)
def tasks_in_the_database(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    done.clear()


def job(run=done.append, **options):
    made = Job("water the flowers", Every(MINUTE), run, **options)
    clockwork.enter([made], NOON)
    return made


def fail(_now):
    raise ValueError("the tap is dry")


def test_a_job_runs_when_it_is_due_and_is_due_again_a_minute_later():
    flowers = job()

    assert clockwork.due([flowers], NOON) == []
    assert clockwork.due([flowers], NOON + MINUTE) == [flowers]
    assert clockwork.run(flowers, lambda: NOON + MINUTE)
    assert done == [NOON + MINUTE]
    assert Row.objects.get().due_at == NOON + 2 * MINUTE


def test_two_workers_that_ask_at_once_run_a_job_once():
    def meanwhile(now):
        done.append(now)
        assert not clockwork.run(flowers, lambda: NOON + MINUTE)

    flowers = job(meanwhile)
    clockwork.run(flowers, lambda: NOON + MINUTE)

    assert done == [NOON + MINUTE]


def test_a_job_whose_machine_died_is_taken_over_after_its_lease():
    flowers = job()
    Row.objects.update(leased_until=NOON + clockwork.LEASE)

    assert not clockwork.run(flowers, lambda: NOON + 2 * MINUTE)
    assert clockwork.run(flowers, lambda: NOON + clockwork.LEASE)


def test_a_job_that_fails_says_so_and_comes_again(caplog):
    flowers = job(fail)

    clockwork.run(flowers, lambda: NOON + MINUTE)

    row = Row.objects.get()
    assert (row.failures, row.failure, row.leased_until) == (1, "ValueError: the tap is dry", None)
    assert row.due_at == NOON + 2 * MINUTE
    assert "the tap is dry" in caplog.text


def test_a_job_that_nobody_wants_now_writes_nothing():
    flowers = job(wanted=lambda _now: False)

    with CaptureQueriesContext(connection) as queries:
        assert clockwork.due([flowers], NOON + MINUTE) == []

    assert [query["sql"].split()[0] for query in queries] == ["SELECT"]


def test_an_idle_worker_only_reads():
    worker = Worker([job()])
    worker.turn(NOON)

    with CaptureQueriesContext(connection) as queries:
        assert not worker.turn(NOON + timedelta(seconds=30))

    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}


def test_a_task_of_a_deed_that_fails_was_never_put_off():
    with pytest.raises(ZeroDivisionError):
        put_off_and_fail()

    Worker([]).once()

    assert done == []


@transaction.atomic
def put_off_and_fail():
    note.enqueue("never")
    raise ZeroDivisionError


def test_a_task_runs_once_and_its_row_says_so():
    note.enqueue("mail")

    Worker([]).once()
    Worker([]).once()

    assert done == ["mail"]
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_a_task_that_fails_is_tried_again_later_and_at_last_given_up(caplog):
    stumble.enqueue("mail")

    waited = []
    for _attempt in range(len(later.PAUSES) + 1):
        DBTaskResult.objects.update(run_after=timezone.now())
        now = timezone.now()
        later.run(later.take("here:1"), now)
        waited.append(DBTaskResult.objects.get().run_after - now)

    assert waited[:-1] == later.PAUSES
    assert [later.last(row) for row in later.failed()] == ["ValueError: no such thing"]
    assert done == ["mail"] * 6
    assert "Gave up" in caplog.text


def test_the_operator_has_a_task_tried_again():
    stumble.enqueue("mail")
    row = later.take("here:1")
    row.set_failed(ValueError("broken"))

    later.again(row, timezone.now())

    assert later.take("here:2").pk == row.pk


@pytest.mark.parametrize(
    ("worker", "minutes", "lost"),
    [
        ("here:999999999", 1, True),
        (f"here:{os.getppid()}", 1, False),
        ("there:999999999", 1, False),
        ("there:999999999", 180, True),
    ],
    ids=["dead", "alive", "elsewhere", "too long"],
)
def test_a_task_whose_worker_died_is_ready_again(worker, minutes, lost):
    note.enqueue("mail")
    later.take(worker)

    found = later.recover("here:1", timezone.now() + minutes * MINUTE)

    assert found == int(lost)
    assert (DBTaskResult.objects.get().status == "READY") is lost


def test_finished_tasks_are_forgotten_after_a_fortnight_and_failed_ones_stay():
    for one in (note, stumble):
        one.enqueue("mail")
        row = later.take("here:1")
        row.set_successful(None) if one is note else row.set_failed(ValueError())

    later.prune(timezone.now() + timedelta(days=13))
    assert DBTaskResult.objects.count() == 2

    later.prune(timezone.now() + timedelta(days=15))
    assert [row.status for row in DBTaskResult.objects.all()] == ["FAILED"]


def test_health_tells_of_a_silent_worker(client):
    assert client.get("/alive/worker/").status_code == 503

    clockwork.beat(timezone.now())
    assert client.get("/alive/worker/").text.startswith("ok\nworker seen: 0 s ago")

    found = health.health(timezone.now() + timedelta(days=2))
    assert (found.is_well, "172800 s ago" in str(found)) == (False, True)


def test_every_job_of_the_clockwork_does_no_harm_where_there_is_nothing_to_do():
    names = [one.name for one in JOBS]
    assert len(set(names)) == len(names)

    for one in JOBS:
        one.run(NOON)
