"""What became of applications: each is frozen, and then its steps are told through the services."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from peremena.contests import services as contests
from peremena.contests.models import Application
from peremena.contests.rules import Kind
from peremena.impact import services as ledger
from peremena.impact.rules import Kind as Whose
from peremena.journal.services import as_of
from peremena.kit import pdf
from peremena.projects.models import Project

from .cohorts import Beside
from .ledger import add
from .stories import DATA, Part, table
from .teaching import Village

INVENTED = "Бумага выдумана для показа. Настоящую сюда кладёт тот, кто внёс решение."


class Step(Part):
    """`entered`: days after it happened when it was written down; `paper`: the title of its file;
    `confirmed`: the days ago when a colleague confirmed the money."""

    kind: Kind
    ago: float
    entered: float = 0.4
    number: str = ""
    reason: str = ""
    amount: int = 0
    whose: Whose = Whose.REGIONAL
    paper: str = ""
    marks: Mapping[str, str] = {}
    confirmed: float | None = None
    beside: tuple[Beside, ...] = ()


class Applied(Part):
    """`by`: whose project it is; that person froze and sent it."""

    project: str
    contest: str
    by: str
    ago: float
    steps: tuple[Step, ...] = ()


@cache
def told() -> tuple[Applied, ...]:
    return tuple(map(Applied.model_validate, table(DATA / "applications.toml")["applications"]))


def follow(here: Village) -> None:
    for one in told():
        leader = here.cast[one.by]
        project = Project.objects.get(title=one.project, is_demonstration=True)
        with as_of(here.at(one.ago)) as at:
            application = contests.freeze(project, one.contest, by=leader, now=at)
        for step in one.steps:
            with as_of(here.at(step.ago - step.entered)) as at:
                take(here, application, step, leader=one.by, now=at)


def take(
    here: Village, application: Application, step: Step, *, leader: str, now: datetime
) -> None:
    """The leader says that it was sent; everything after that comes from staff."""
    common: dict[str, Any] = {"by": here.by, "now": now}
    deed: Callable[..., Any]
    match step.kind:
        case Kind.SUBMITTED:
            common |= {"by": here.cast[leader], "at": here.at(step.ago), "zone": "Asia/Omsk"}
            contests.submit(application, number=step.number, file=paper_of(step), **common)
        case Kind.ADMITTED:
            contests.admit(application, on=here.on(step.ago), **common)
        case Kind.REFUSED:
            contests.refuse(application, reason=step.reason, on=here.on(step.ago), **common)
        case Kind.WON:
            win(here, application, step, now=now)
        case Kind.LOST | Kind.RESERVED:
            deed = contests.lose if step.kind is Kind.LOST else contests.reserve
            marks = dict(step.marks)
            deed(application, on=here.on(step.ago), reason=step.reason, marks=marks, **common)
        case _:
            pay(here, application, step, now=now)


def win(here: Village, application: Application, step: Step, *, now: datetime) -> None:
    award = ledger.record_win(
        application,
        awarded=Decimal(step.amount),
        decided_on=here.on(step.ago),
        by=here.by,
        now=now,
        reason=step.reason,
        file=paper_of(step),
        kind=step.whose,
        document=step.number,
        is_confirmed=step.confirmed is not None,
    )
    for beside in step.beside:
        with as_of(here.at(step.ago - step.entered)):
            add(here, award, beside, ago=step.ago - step.entered)
    if step.confirmed is not None:
        with as_of(here.at(step.confirmed)) as at:
            ledger.verify(award, by=here.cast["svetlana"], now=at)


def pay(here: Village, application: Application, step: Step, *, now: datetime) -> None:
    """A contract or a payment."""
    said: dict[str, Any] = {
        "number": step.number,
        "on": here.on(step.ago),
        "amount": Decimal(step.amount),
    }
    if step.kind is Kind.CONTRACTED:
        contests.contract(application, file=paper_of(step), by=here.by, now=now, **said)
        return
    ledger.pay(application, by=here.by, now=now, **said)


def paper_of(step: Step) -> SimpleUploadedFile | None:
    return paper(step.paper, step.number) if step.paper else None


def paper(title: str, number: str = "") -> SimpleUploadedFile:
    """A file such as a contest sends, with nothing in it but that it is invented."""
    content = {"title": title, "number": number, "invented": INVENTED}
    template = DATA / "paper.typ"
    return SimpleUploadedFile("paper.pdf", pdf.write(template, content))  # type: ignore[arg-type]
