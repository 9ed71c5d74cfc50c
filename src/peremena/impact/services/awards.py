"""Entering money, correcting it, taking it back; what others add to it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from peremena.contests import services as contests
from peremena.impact import rules, words
from peremena.impact.models import Award, Contribution
from peremena.impact.rules import Kind, Refusal
from peremena.kit.refusals import Refused
from peremena.people.models import Organisation, Person
from peremena.projects.models import Project

from . import rows

OF_THE_WIN = {"awarded": "amount", "decided_on": "on", "document": "number",
              "document_on": "dated", "link": "link", "file": "file"}  # fmt: skip


@transaction.atomic
def add_award(
    project: Project,
    *,
    source: str,
    kind: Kind,
    awarded: Decimal,
    decided_on: date,
    by: Person,
    now: datetime,
    **more: Any,
) -> Award:
    """Money that came outside the contests of the catalogue. `more`: requested, paid, contest,
    document, document_on, link, file, is_confirmed, attribution."""
    project = rows.lock(project)
    rows.demand_keeper(project, by)
    award = blank(project, by=by, now=now)
    said = {"source": source, "kind": kind, "awarded": awarded, "decided_on": decided_on}
    rows.put(award, said | more)
    rows.demand_whole(award, now)
    award.save()
    rows.note(award, "entered", by)
    return award


def blank(project: Project, *, by: Person, now: datetime) -> Award:
    return Award(
        centre_id=project.centre_id or 0,
        project=project,
        territory_id=project.territory_id,
        is_demonstration=project.is_demonstration,
        entered_by=by,
        entered_at=now,
    )


@transaction.atomic
def change(
    award: Award,
    *,
    why: str,
    by: Person,
    now: datetime,
    seen: int | None = None,
    **new: Any,
) -> None:
    """A correction: the old words stay beside the new ones, and a colleague confirms it anew.

    Of a win, the step of the application is corrected with it. `seen`: the version that the
    correction was made from.
    """
    rows.reread(award)
    rows.demand_keeper(award.project, by)
    rows.demand(rules.why_not_change(is_taken_back=award.taken_back_at is not None, why=why))
    rows.demand_seen(award, seen)
    before = rows.spoken(award)
    if award.application_id:
        correct_win(award, new, why=why, by=by, now=now)
    rows.put(award, new)
    rows.demand_other(award, before)
    rows.demand_whole(award, now)
    rows.unconfirm(award, by)
    award.save()
    rows.trace(award, before, why=why, by=by, now=now)


def correct_win(award: Award, new: dict[str, Any], *, why: str, by: Person, now: datetime) -> None:
    said = {theirs: new[ours] for ours, theirs in OF_THE_WIN.items() if ours in new}
    application = award.application
    if said and application:
        turn = application.turns.current().get(kind="won")
        contests.correct(turn, why=why, by=by, now=now, **said)


@transaction.atomic
def take_back(award: Award, *, why: str, by: Person, now: datetime) -> None:
    """There was no such decision: the row stays and counts no longer."""
    rows.reread(award)
    rows.demand_keeper(award.project, by)
    rows.demand(rules.why_not_change(is_taken_back=award.taken_back_at is not None, why=why))
    if award.application_id:
        take_back_win(award, why=why, by=by, now=now)
    rows.unconfirm(award, by)
    award.taken_back_at = now
    award.save()
    award.corrections.create(at=now, by=by, why=why.strip())
    rows.note(award, "taken-back", by)


def take_back_win(award: Award, *, why: str, by: Person, now: datetime) -> None:
    if award.application:
        turn = award.application.turns.current().get(kind="won")
        contests.take_back(turn, why=why, by=by, now=now)


@transaction.atomic
def contribute(
    award: Award,
    *,
    kind: Kind,
    by: Person,
    now: datetime,
    promised: Decimal | None = None,
    paid: Decimal | None = None,
    organisation: Organisation | None = None,
    is_named: Any = False,
    **more: Any,
) -> Contribution:
    """Promised and given stand apart, things apart from money. `more`: form, document."""
    demand_open(award, by)
    sums: dict[str, Any] = {"promised": promised or None, "paid": paid or None}
    more |= {"kind": kind, "organisation": organisation} | sums
    is_known = award.contributions.filter(**more).exists()
    rows.demand(rules.why_not_contribute(*sums.values(), is_known=is_known))
    unconfirmed(award, by)
    rows.note(award, "contribution-added", by, kind=kind, promised=promised, paid=paid)
    return award.contributions.create(
        is_named=bool(is_named and organisation), entered_by=by, entered_at=now, **more
    )


@transaction.atomic
def drop_contribution(contribution: Contribution, *, why: str, by: Person, now: datetime) -> None:
    award = contribution.award
    demand_open(award, by)
    rows.demand(rules.why_not_change(is_taken_back=False, why=why))
    sums = [str(contribution.promised or ""), str(contribution.paid or "")]
    award.corrections.create(at=now, by=by, why=why.strip(), changed={"contribution": sums})
    contribution.delete()
    unconfirmed(award, by)
    rows.note(award, "contribution-dropped", by)


def demand_open(award: Award, by: Person) -> None:
    rows.reread(award)
    rows.demand_keeper(award.project, by)
    if award.taken_back_at:
        raise Refused(words.REFUSALS[Refusal.TAKEN_BACK])


def unconfirmed(award: Award, by: Person) -> None:
    rows.unconfirm(award, by)
    award.save(
        update_fields=[
            "version", "changed_by", "verified_by", "verified_at", "doubt", "doubted_by",
        ]
    )  # fmt: skip
