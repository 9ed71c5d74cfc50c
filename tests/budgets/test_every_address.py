"""Not one page is left out: each of the table is a light page that asks a bounded number of times.

A new address needs a row in the table, and so it is in these walks; what is no page says in
tests/access/pages.py why. How a page behaves with many rows is in test_queries and test_bytes.
"""

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from peremena.desk import search
from tests.access.pages import NOT_PAGES, pages
from tests.access.test_access import rows, world  # noqa: F401 -- a fixture

pytestmark = pytest.mark.django_db

LATER_VISIT, QUESTIONS = 12_000, 25
# One of each table that knows people.
MORE_QUESTIONS = {"desk:my_data": 90, "desk:pair": 120, "desk:request": 140}


def test_what_is_no_page_is_named_only_as_long_as_it_is_there():
    assert {row.name for row in rows() if row.method == "GET"} >= NOT_PAGES


def test_every_address_is_a_page_for_somebody_or_says_why_not():
    assert [shown.name for shown in pages() if not shown.who] == []


@pytest.mark.parametrize("shown", pages(), ids=lambda shown: shown.name)
def test_every_page_is_light_and_asks_little(shown, world):  # noqa: F811
    cache.clear()
    if shown.name == "desk:search":
        search.refresh()
    client = Client(headers={"accept-encoding": "br"})
    if person := world.people[shown.who]:
        client.force_login(person)

    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        response = client.get(shown.address(world))
        size = len(response.serialize_headers()) + len(response.content)
        transaction.set_rollback(True)

    assert (response.status_code, response.headers["Content-Type"][:9]) == (200, "text/html")
    assert size <= LATER_VISIT
    assert len(asked) <= MORE_QUESTIONS.get(shown.name, QUESTIONS), "\n".join(
        query["sql"] for query in asked
    )
