"""A burst of typing is one entry of the history."""

from datetime import datetime, timedelta
from types import SimpleNamespace

from peremena.drafts.history import bursts

START = datetime(2027, 3, 1, 9, 0)  # noqa: DTZ001 -- only differences matter


def version(number, minute, author=1, behalf=None, source="web"):
    return SimpleNamespace(
        version=number,
        source=source,
        author_id=author,
        on_behalf_of_id=behalf,
        at=START + timedelta(minutes=minute),
    )


def test_bursts_end_with_a_pause_another_author_or_a_deed_of_its_own():
    versions = [
        version(1, 0),
        version(2, 9, source="offline"),
        version(3, 20),
        version(4, 21, author=2),
        version(5, 22, author=2, behalf=1),
        version(6, 23, author=2, behalf=1, source="restore"),
        version(7, 24, author=2, behalf=1),
    ]

    found = [(burst.before, burst.last.version) for burst in bursts(versions)]

    assert found == [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7)]
