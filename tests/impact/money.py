"""Projects, decisions and people of the ledger for tests."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from peremena.contests import services as contests
from peremena.impact import services
from peremena.impact.models import Award
from peremena.impact.queries import rows_of
from peremena.impact.rules import Kind
from peremena.impact.totals import totals
from peremena.people.abilities import Role
from tests.factories import NOON, PersonFactory, example, project_of, somebody_with

MILLION = Decimal(1_000_000)
TODAY = timezone.localdate(NOON)
BEGUN = date(2026, 11, 2)
PDF = b"%PDF-1.7 an order"


def submitted(contest="fpg", leader=None):
    """An application that waits for the decision."""
    leader = leader or PersonFactory()
    project = project_of(leader, brief=example())
    application = contests.freeze(project, contest, by=leader, now=NOON)
    contests.submit(application, at=NOON, by=leader, now=NOON)
    return application


def staff_of(project):
    return somebody_with(Role.STAFF, centre=project.centre)


def won(application, by, **more):
    said = {"awarded": MILLION, "decided_on": TODAY, "kind": Kind.FUND, "document": "17-Г"}
    return services.record_win(application, by=by, now=NOON, **said | more)


def gift(project, by, **more):
    said = {"source": "ООО «Заря»", "awarded": MILLION, "decided_on": TODAY}
    said |= {"kind": Kind.BUSINESS, "document": "Договор 5"}
    return services.add_award(project, by=by, now=NOON, **said | more)


def attracted(awards=None):
    found = Award.objects.all() if awards is None else awards
    return totals(rows_of(found.counted())).attracted
