"""A page asks the database as often for many rows as for one."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from peremena.desk import search
from tests.browse import Browse
from tests.school import school

QUERIES = """
/                                       18
/search/?q=проект                       19
/me/letters/                            4
/me/                                    5
/me/devices/                            8
/me/consents/                           6
/me/deeds/                              9
/me/keys/                               4
/cases/                                 3
/contests/                              3
/contests/fpg/                          3
/projects/new/                          5
/projects/from-file/                    5
/join/{invitation}/                     4
/projects/{project}/                    15
/projects/{project}/about/              16
/projects/{project}/problem/            21
/projects/{project}/budget/             17
/projects/{project}/problem/versions/   6
/journal/project/{project}/             7
/talks/                                 7
/projects/{project}/changes/            9
/projects/{project}/problem/here/       7
/projects/{project}/people/rights/      4
/projects/{project}/milestones/         6
/projects/{project}/milestones/{milestone}/  9
/projects/{project}/problem/verdict/    8
/projects/{project}/remarks/            8
/projects/{project}/remarks/?rest       8
/projects/{project}/people/             7
/projects/{project}/formula/            8
/projects/{project}/papers/             5
/projects/{project}/pictures/           4
/projects/{project}/pictures/tree/      8
/projects/{project}/pictures/goals/     8
/projects/{project}/pictures/parties/   5
/projects/{project}/pictures/calendar/  5
/projects/{project}/pictures/chain/     5
/projects/{project}/pictures/logframe/  5
/projects/{project}/pictures/money/     5
/projects/{project}/contests/           8
/projects/{project}/contests/fpg/       10
/territories/                           6
/territories/?find=ключ                 6
/territories/map/                       7
/territories/{territory}/               10
/territories/{territory}/passport/                  9
/territories/{territory}/passport/people/           9
/territories/{territory}/passport/people/versions/  6
/territories/{territory}/passport/years/            6
/territories/{territory}/passport/show/             6
/places/{territory}/                                8
/territories/{territory}/resources/                 9
/territories/{territory}/resources/?layer=physical  6
/territories/{territory}/resources/add/             4
/territories/{territory}/neighbours/                5
/territories/{territory}/twins/                     13
/resources/{resource}/                              5
/neighbours/{answers}/                              5
/projects/{project}/borrow/                         10
/projects/{project}/borrow/?to=budget               10
/take/?what=resource:{resource}                     6
/applications/{application}/            8
/applications/{application}/submitted/  4
/applications/{application}/paste/      5
"""


OF_ONE_ENGINE = "sqlite_master"  # whether the index of the search is there


def pages():
    lines = (line.split() for line in QUERIES.strip().splitlines())
    return [pytest.param(address, int(queries), id=address) for address, queries in lines]


@pytest.fixture(scope="module", params=[1, 3], ids=["one row", "three rows"])
def place(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        found = school(request.param)
        search.refresh()
        yield found
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "queries"), pages())
def test_a_page_asks_as_often_for_many_rows_as_for_one(place, address, queries):
    client = Browse()
    client.force_login(place.leader)
    found = address.format(**place.addresses)

    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        response = client.get(found)
        transaction.set_rollback(True)

    said = [query["sql"] for query in asked if OF_ONE_ENGINE not in query["sql"]]
    assert (response.status_code, len(said)) == (200, queries), "\n".join(said)
