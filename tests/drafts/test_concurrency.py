"""Saves that arrive at the same moment, on the engine itself: none is lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial

import pytest
from django.core.management import call_command
from django.db import connection, connections

from peremena.drafts import services
from peremena.drafts.models import Draft
from peremena.drafts.protocol import SaveRequest
from tests.factories import PersonFactory

from .village import Village

pytestmark = [pytest.mark.engine, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
WRITERS, SAVES = 4, 10


def alone(work, *arguments):
    """With a connection of this thread's own, closed afterwards."""
    try:
        return work(*arguments)
    finally:
        connections["default"].close()


def make_tables():
    call_command("migrate", run_syncdb=True, verbosity=0)


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Begins work in another thread. SQLite in memory knows no second connection: there the
    threads share a database in a file."""
    in_a_file = connection.vendor == "sqlite"
    if in_a_file:
        monkeypatch.setitem(connections.settings["default"], "NAME", str(tmp_path / "drafts.db"))
    with ThreadPoolExecutor(WRITERS) as pool:
        if in_a_file:
            pool.submit(alone, make_tables).result()
        yield partial(pool.submit, alone)


def begin():
    writers = [PersonFactory() for _ in range(WRITERS)]
    draft = services.open_draft("village", {}, by=writers[0], now=NOW)
    return draft.pk, writers


def write(pk, writer, number):
    """Each writer fills a row and a number of their own, from the page as it was a moment ago."""
    for step in range(SAVES):
        draft = Draft.objects.get(pk=pk)
        fields = {f"problem.causes.w{number}.text": f"Слово {step}", f"place.ages.w{number}": step}
        request = SaveRequest(f"operation-{number}-{step}", draft.version, fields)
        services.save(draft, request, model=Village, by=writer, now=NOW)


def result(pk):
    draft = Draft.objects.get(pk=pk)
    versions = list(draft.revisions.in_order().values_list("version", flat=True))
    return draft.content, versions, draft.operations.count(), draft.clashes.count()


def test_nothing_is_lost_when_several_people_save_at_once(elsewhere):
    pk, writers = elsewhere(begin).result()

    for work in [elsewhere(write, pk, writer, number) for number, writer in enumerate(writers)]:
        work.result()

    content, versions, operations, clashes = elsewhere(result, pk).result()
    texts = {row["id"]: row["text"] for row in content["problem"]["causes"]}
    assert texts == {f"w{number}": f"Слово {SAVES - 1}" for number in range(WRITERS)}
    assert content["place"]["ages"] == {f"w{number}": SAVES - 1 for number in range(WRITERS)}
    assert versions == list(range(1, WRITERS * SAVES + 2))
    assert (operations, clashes) == (WRITERS * SAVES, 0)


def send_once(pk, writer):
    draft = Draft.objects.get(pk=pk)
    request = SaveRequest("operation-1", 1, {"problem.core": "Слово"})
    return services.save(draft, request, model=Village, by=writer, now=NOW).is_repeat


def test_one_send_that_arrives_several_times_at_once_counts_once(elsewhere):
    pk, writers = elsewhere(begin).result()

    works = [elsewhere(send_once, pk, writers[0]) for _ in writers]

    assert sorted(work.result() for work in works) == [False, True, True, True]
    assert elsewhere(result, pk).result()[1] == [1, 2]
