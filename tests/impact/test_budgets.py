"""The ledger asks as often for many rows as for one, and its pages are light with many."""

from datetime import timedelta

import brotli
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from peremena.cohorts import services as cohorts
from peremena.impact import services
from peremena.impact.rules import Kind
from peremena.people.abilities import Role
from peremena.people.models import Organisation
from tests.browse import Browse
from tests.factories import NOON, PersonFactory, known, project_of, somebody_with
from tests.impact.money import MILLION, TODAY

pytestmark = pytest.mark.django_db

LATER_VISIT = 12_000
QUERIES = """
/money/                     11
/money/?kind=business       11
/money/{award}/             9
/money/{award}/change/      6
/money/add/                 4
/results/                   10
/results/decisions/         5
"""


def pages():
    return [line.split() for line in QUERIES.strip().splitlines()]


def ledger(rows):
    """Each decision about a project, a territory, a cohort and a source of its own."""
    staff = somebody_with(Role.STAFF)
    centre = staff.roles.get().centre
    colleague = somebody_with(Role.STAFF, centre=centre)
    for number in range(rows):
        head = known(PersonFactory(), centre)
        project = project_of(head)
        enrolled(project, head, staff, number)
        award = services.add_award(
            project, source=f"Открытое акционерное общество «Мельница {number}»",
            kind=Kind.BUSINESS, awarded=MILLION + number, decided_on=TODAY,
            document=f"Приказ {number}", link=f"https://example.org/{number}",
            by=staff, now=NOON,
        )  # fmt: skip
        firm = Organisation.objects.create(centre=centre, kind="business", name=f"Фирма {number}")
        for gift in range(rows if number == 0 else 1):
            services.contribute(
                award, kind=Kind.BUSINESS, paid=MILLION, organisation=firm, is_named=True,
                document=f"Письмо {gift}", by=staff, now=NOON,
            )  # fmt: skip
        services.verify(award, by=colleague, now=NOON)
    return staff, award


def enrolled(project, head, staff, number):
    programme = cohorts.add_programme(f"Программа {project.pk}", centre=project.centre, by=staff)
    start = TODAY - timedelta(days=30)
    cohort = cohorts.add_cohort(programme, f"Набор {number}", starts_on=start, by=staff)
    ground = {"territory": project.territory, "project": project}
    cohorts.enrol(cohort, person=head, **ground, by=staff, now=NOON)


@pytest.fixture(scope="module", params=[1, 3], ids=["one row", "three rows"])
def place(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield ledger(request.param)
        transaction.set_rollback(True)


@pytest.mark.parametrize(("address", "queries"), pages())
def test_a_page_of_money_asks_as_often_for_many_rows_as_for_one(place, address, queries):
    staff, award = place
    client = Browse()
    if "/results/" not in address:
        client.force_login(staff)

    with CaptureQueriesContext(connection) as asked:
        response = client.get(address.format(award=award.pk))

    said = "\n".join(query["sql"] for query in asked)
    assert (response.status_code, len(asked)) == (200, int(queries)), said


def test_pages_with_many_decisions_are_light():
    staff, award = ledger(16)
    client = Browse()
    sizes = {}

    for address in ("/results/", "/results/decisions/", "/money/", award.get_absolute_url()):
        if address == "/money/":
            client.force_login(staff)
        response = client.get(address)
        sizes[address] = len(brotli.compress(response.content, quality=5))

    assert {address: size for address, size in sizes.items() if size > LATER_VISIT} == {}
