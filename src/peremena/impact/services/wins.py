"""A win and its payments: written down once, for the application and for the ledger."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from peremena.contests import queries
from peremena.contests import services as contests
from peremena.contests.models import Application, Turn
from peremena.impact.models import Award
from peremena.impact.rules import Kind
from peremena.people.models import Person

from . import awards, rows


@transaction.atomic
def record_win(
    application: Application,
    *,
    awarded: Decimal,
    decided_on: date,
    kind: Kind,
    by: Person,
    now: datetime,
    document: str = "",
    document_on: date | None = None,
    link: str = "",
    file: UploadedFile | None = None,
    marks: dict[str, str] | None = None,
    reason: str = "",
    **more: Any,
) -> Award:
    """The step of the application and the row of the ledger, in one transaction.

    `reason`: what the experts said. `more`: is_confirmed, attribution.
    """
    paper = {"number": document, "dated": document_on, "link": link, "file": file}
    turn = contests.win(
        application, amount=awarded, on=decided_on, by=by, now=now,
        marks=marks or {}, reason=reason, **paper,
    )  # fmt: skip
    award = Award.objects.filter(application=application).first()
    award = award or awards.blank(application.project, by=by, now=now)
    award.application, award.contest = application, application.contest
    award.taken_back_at, award.entered_by, award.entered_at = None, by, now
    said = {"awarded": awarded, "decided_on": decided_on, "kind": kind, "document": document,
            "document_on": document_on, "link": link, "source": application.name,
            "requested": queries.paper_of(application).sums.requested or None}  # fmt: skip
    award.file, award.sha256, award.changed_by = turn.file, turn.sha256, None
    rows.put(award, said | more)
    rows.demand_whole(award, now)
    award.save()
    rows.note(award, "entered", by)
    return award


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
    Award.objects.counted().filter(application=application).update(paid=paid)
