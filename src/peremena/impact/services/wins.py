"""A win and its payments: written down once, for the application and for the ledger."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F

from peremena.contests import queries
from peremena.contests import services as contests
from peremena.contests.models import Application, Turn
from peremena.impact.models import Award
from peremena.people.models import Person

from . import awards, rows

PAPER = {"document": "number", "document_on": "dated", "link": "link"}


@transaction.atomic
def record_win(
    application: Application,
    *,
    awarded: Decimal,
    decided_on: date,
    by: Person,
    now: datetime,
    marks: dict[str, str] | None = None,
    reason: str = "",
    file: UploadedFile | None = None,
    **more: Any,
) -> Award:
    """The step of the application and the row of the ledger, in one transaction.

    `reason`: what the experts said. `more`: kind, document, document_on, link, is_confirmed,
    attribution.
    """
    paper: dict[str, Any] = {theirs: more[ours] for ours, theirs in PAPER.items() if ours in more}
    paper |= {"marks": marks or {}, "reason": reason, "file": file}
    turn = contests.win(application, amount=awarded, on=decided_on, by=by, now=now, **paper)
    award = begun(application, turn, by=by, now=now)
    said = {"awarded": awarded, "decided_on": decided_on}
    rows.put(award, known_of(application) | said | more)
    rows.demand_whole(award, now)
    award.save()
    rows.note(award, "entered", by)
    return award


def begun(application: Application, turn: Turn, *, by: Person, now: datetime) -> Award:
    """The row of this application: a new one, or the one that was taken back, blank again."""
    award = Award.objects.filter(application=application).first()
    award = award or awards.blank(application.project, by=by, now=now)
    award.application, award.contest = application, application.contest
    award.taken_back_at, award.entered_by, award.entered_at = None, by, now
    award.file, award.sha256, award.changed_by = turn.file, turn.sha256, None
    return award


def known_of(application: Application) -> dict[str, Any]:
    """What nobody types again; without a document there is none."""
    requested = queries.paper_of(application).sums.requested or None
    known = {"source": application.name, "requested": requested}
    return known | {"document": "", "document_on": None, "link": ""}


@transaction.atomic
def pay(
    application: Application,
    *,
    amount: Decimal,
    on: date,
    by: Person,
    now: datetime,
    number: str = "",
) -> Turn:
    """Money came: the sum of payments follows in the ledger. What was confirmed stays so."""
    turn = contests.pay(application, amount=amount, on=on, number=number, by=by, now=now)
    follow_payments(application)
    return turn


@transaction.atomic
def take_back_payment(turn: Turn, *, why: str, by: Person, now: datetime) -> None:
    contests.take_back(turn, why=why, by=by, now=now)
    follow_payments(turn.application)


def follow_payments(application: Application) -> None:
    paid = application.life.paid
    counted = Award.objects.counted().filter(application=application)
    counted.update(paid=paid, version=F("version") + 1)
