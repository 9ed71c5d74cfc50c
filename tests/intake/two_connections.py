"""Two people at one moment: each with a connection of their own to the engine."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from threading import Event

from django.core.management import call_command
from django.db import connection, connections, transaction


def alone(work, *arguments):
    """With a connection of this thread's own, closed afterwards."""
    try:
        return work(*arguments)
    finally:
        connections["default"].close()


@contextmanager
def threads(folder, monkeypatch):
    """Begins work in another thread. SQLite in memory knows no second connection: there the
    threads share a database in a file."""
    in_a_file = connection.vendor == "sqlite"
    if in_a_file:
        monkeypatch.setitem(connections.settings["default"], "NAME", str(folder / "two.db"))
    with ThreadPoolExecutor(2) as pool:
        if in_a_file:
            migrate = partial(call_command, "migrate", run_syncdb=True, verbosity=0)
            pool.submit(alone, migrate).result()
        yield partial(pool.submit, alone)


def first_then(work, held, go):
    """Does the work, and keeps its transaction open until the other knocks at the same rows."""
    with transaction.atomic():
        done = work()
        held.set()
        go.wait(0.3)
    return done


def at_one_moment(elsewhere, leading, following):
    """What came of both; the second begins while the first has not let go."""
    held, go = Event(), Event()
    ahead = elsewhere(first_then, leading, held, go)
    held.wait(10)
    behind = elsewhere(following)
    return ahead.result(), behind.result()
