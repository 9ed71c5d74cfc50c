"""Last year's money in the ledger: entered by one colleague, confirmed by another."""

from decimal import Decimal

from peremena.impact import services as ledger
from peremena.impact.models import Award
from peremena.impact.rules import Form, Kind
from peremena.journal.services import as_of
from peremena.people.models import Organisation
from peremena.projects.models import Project

from .cohorts import Beside, Won, alumni
from .teaching import Village

WHOSE = {"ngo": Kind.OWN}


def count(here: Village) -> None:
    for one in alumni():
        territory = here.territories[one.territory.name]
        project = territory.projects.get(title=one.project)
        for won in one.awards:
            write_down(here, project, won)


def write_down(here: Village, project: Project, won: Won) -> None:
    """What is only stated so far waits for a paper, and nobody confirms it."""
    with as_of(here.at(won.ago - 5)) as at:
        award = ledger.add_award(
            project,
            source=won.source,
            kind=Kind(won.kind),
            requested=Decimal(won.requested),
            awarded=Decimal(won.awarded),
            paid=Decimal(won.paid),
            decided_on=here.on(won.ago),
            document=won.document,
            is_confirmed=won.proof == "funder",
            by=here.by,
            now=at,
        )
    for beside in won.beside:
        with as_of(here.at(won.ago - 6)):
            add(here, award, beside, ago=won.ago - 6, firm=firm_of(project, beside))
    if won.document:
        with as_of(here.at(won.ago - 8)) as at:
            ledger.verify(award, by=here.cast["svetlana"], now=at)


def add(
    here: Village, award: Award, beside: Beside, *, ago: float, firm: Organisation | None = None
) -> None:
    """As much of it is given as is paid of the award itself; one firm in three stays unnamed."""
    given = beside.sum * award.paid // award.awarded // 1000 * 1000
    ledger.contribute(
        award,
        kind=WHOSE.get(beside.whose) or Kind(beside.whose),
        form=Form.LABOUR if beside.in_kind else Form.MONEY,
        promised=Decimal(beside.sum),
        paid=given,
        organisation=firm,
        is_named=firm is not None and award.pk % 3 != 0,
        by=here.by,
        now=here.at(ago),
    )


def firm_of(project: Project, beside: Beside) -> Organisation | None:
    """Invented firms take turns."""
    if beside.whose != Kind.BUSINESS:
        return None
    firms = Organisation.objects.filter(kind=Kind.BUSINESS, is_demonstration=True).order_by("pk")
    return firms[project.pk % len(firms)]
