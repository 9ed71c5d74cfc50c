"""What happens to an application after it was frozen: each step, its correction, its end."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from peremena.contests import rules, words
from peremena.contests.models import Application, Life, Turn
from peremena.contests.rules import Kind, Known, Refusal, Said, State
from peremena.journal.services import record
from peremena.kit.files import examined_paper
from peremena.kit.refusals import Refused
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.projects.models import Project
from peremena.projects.rules import TeamRole

Marks = Mapping[str, str]


@transaction.atomic
def submit(
    application: Application,
    *,
    at: datetime,
    by: Person,
    now: datetime,
    zone: str = "",
    number: str = "",
    file: UploadedFile | None = None,
) -> Turn:
    """The application went to the contest. `zone`: by whose clock `at` was read."""
    said = Said(Kind.SUBMITTED, timezone.localdate(at))
    return follow(application, said, by=by, now=now, at=at, zone=zone, number=number, file=file)


@transaction.atomic
def admit(application: Application, *, on: date, by: Person, now: datetime, link: str = "") -> Turn:
    return follow(application, Said(Kind.ADMITTED, on), by=by, now=now, link=link)


@transaction.atomic
def refuse(
    application: Application, *, reason: str, on: date, by: Person, now: datetime, link: str = ""
) -> Turn:
    """Not admitted: the contest says why."""
    return follow(application, Said(Kind.REFUSED, on, reason=reason), by=by, now=now, link=link)


@transaction.atomic
def win(
    application: Application,
    *,
    amount: Decimal,
    on: date,
    by: Person,
    now: datetime,
    reason: str = "",
    **paper: Any,
) -> Turn:
    """`reason`: what experts said. `paper`: number and dated of the document, link, file, marks.

    The ledger calls this and keeps its row in the same transaction: record a win through it.
    """
    said = Said(Kind.WON, on, amount, reason)
    return follow(application, said, by=by, now=now, **paper)


@transaction.atomic
def lose(
    application: Application, *, on: date, by: Person, now: datetime, reason: str = "", **paper: Any
) -> Turn:
    """`reason`: what experts said. `paper`: number, dated, link, file, marks."""
    said = Said(Kind.LOST, on, reason=reason)
    return follow(application, said, by=by, now=now, **paper)


@transaction.atomic
def reserve(
    application: Application, *, on: date, by: Person, now: datetime, reason: str = "", **paper: Any
) -> Turn:
    """Not won yet, but first in line if money is left."""
    said = Said(Kind.RESERVED, on, reason=reason)
    return follow(application, said, by=by, now=now, **paper)


@transaction.atomic
def contract(
    application: Application,
    *,
    number: str,
    on: date,
    amount: Decimal,
    by: Person,
    now: datetime,
    file: UploadedFile | None = None,
) -> Turn:
    said = Said(Kind.CONTRACTED, on, amount)
    return follow(application, said, by=by, now=now, number=number, file=file)


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
    """Money came. `number`: of the payment order. The ledger calls this; pay through it."""
    said = Said(Kind.PAID, on, amount)
    demand_new_payment(locked(application), said, number)
    return follow(application, said, by=by, now=now, number=number)


def demand_new_payment(application: Application, said: Said, number: str) -> None:
    paid = application.turns.current().filter(kind=Kind.PAID)
    before = [(Said(Kind.PAID, one.on, one.amount), one.number) for one in paid]
    if refusal := rules.why_not_pay_again(said, number, before):
        raise Refused(words.REFUSALS[refusal])


@transaction.atomic
def correct(turn: Turn, *, why: str, by: Person, now: datetime, **new: Any) -> Turn:
    """The same step written anew; the old one stays, closed, with the reason."""
    application = locked(turn.application)
    on_behalf_of = demand_recorder(application, Kind(turn.kind), by)
    turn.refresh_from_db()
    if refusal := rules.why_not_correct(is_current=turn.is_current, why=why):
        raise Refused(words.REFUSALS[refusal])
    close(turn, why=why, by=by, now=now)
    said = said_anew(turn, new)
    if refusal := rules.why_not_say(known_beside(turn), said, timezone.localdate(now)):
        raise Refused(words.REFUSALS[refusal])
    kept = {name: getattr(turn, name) for name in KEPT} | sheltered(new.pop("file", None))
    fresh = write(application, said, by=by, now=now, on_behalf_of=on_behalf_of, **kept | new)
    turn.replaced_by = fresh
    turn.save(update_fields=["replaced_by"])
    settle(application)
    record_step(by, "corrected", fresh, on_behalf_of)
    return fresh


@transaction.atomic
def take_back(turn: Turn, *, why: str, by: Person, now: datetime) -> None:
    """The step did not happen; the application is again what it was before."""
    application = locked(turn.application)
    on_behalf_of = demand_recorder(application, Kind(turn.kind), by)
    turn.refresh_from_db()
    last = application.turns.current().order_by("entered_at", "pk").last()
    is_last = turn.kind == Kind.PAID or turn == last
    refusal = rules.why_not_take_back(is_current=turn.is_current, is_last=is_last, why=why)
    if refusal:
        raise Refused(words.REFUSALS[refusal])
    close(turn, why=why, by=by, now=now)
    settle(application)
    record_step(by, "taken-back", turn, on_behalf_of)


KEPT = ("at", "zone", "number", "dated", "link", "marks", "file", "sha256")


def follow(
    application: Application,
    said: Said,
    *,
    by: Person,
    now: datetime,
    file: UploadedFile | None = None,
    **more: Any,
) -> Turn:
    """Writes the step down when the rules let it follow."""
    application = locked(application)
    on_behalf_of = demand_recorder(application, said.kind, by)
    if refusal := rules.why_not_record(known_of(application), said, timezone.localdate(now)):
        raise Refused(words.REFUSALS[refusal])
    more |= sheltered(file)
    turn = write(application, said, by=by, now=now, on_behalf_of=on_behalf_of, **more)
    settle(application)
    record_step(by, "recorded", turn, on_behalf_of)
    return turn


def write(application: Application, said: Said, *, by: Person, now: datetime, **more: Any) -> Turn:
    return Turn.objects.create(
        application=application,
        kind=said.kind,
        on=said.on,
        amount=said.amount,
        reason=said.reason,
        entered_by=by,
        entered_at=now,
        **{name: value for name, value in more.items() if value is not None},
    )


def close(turn: Turn, *, why: str, by: Person, now: datetime) -> None:
    turn.closed_at, turn.closed_by, turn.closed_why = now, by, why.strip()
    turn.save(update_fields=["closed_at", "closed_by", "closed_why"])


def said_anew(turn: Turn, new: dict[str, Any]) -> Said:
    """What the correction says; where it is silent, what was said before."""
    on = timezone.localdate(new["at"]) if new.get("at") else new.pop("on", turn.on)
    amount, reason = new.pop("amount", turn.amount), new.pop("reason", turn.reason)
    return Said(Kind(turn.kind), on, amount, reason)


def locked(application: Application) -> Application:
    """With the project locked: two people cannot record the same step at once."""
    Project.objects.select_for_update().get(pk=application.project_id)
    return application


def known_of(application: Application) -> Known:
    """What the current turns come to; the only place that says which state follows from them."""
    turns = list(application.turns.current().in_order())
    latest = {Kind(turn.kind): turn for turn in turns}
    state = next((one for one in LAST_FIRST if Kind(one) in latest), None)
    won, signed = latest.get(Kind.WON), latest.get(Kind.CONTRACTED)
    return Known(
        state=state or State.FROZEN,
        since=latest[Kind(state)].on if state else None,
        awarded=won.amount if won else None,
        contracted=signed.amount if signed else None,
        paid=sum((turn.amount or Decimal() for turn in turns if turn.kind == Kind.PAID), Decimal()),
    )


def known_beside(turn: Turn) -> Known:
    """What is known besides a closed turn: the steps before and after it bound its day."""
    place = rules.IN_ORDER.index(Kind(turn.kind))
    earlier, later = rules.IN_ORDER[:place], rules.IN_ORDER[place + 1 :]
    current = turn.application.turns.current()
    return replace(
        known_of(turn.application),
        since=current.filter(kind__in=earlier).aggregate(day=Max("on"))["day"],
        until=current.filter(kind__in=later).aggregate(day=Min("on"))["day"],
    )


LAST_FIRST = (
    State.CONTRACTED, State.WON, State.LOST, State.RESERVED, State.REFUSED, State.ADMITTED,
    State.SUBMITTED,
)  # fmt: skip


def settle(application: Application) -> None:
    """Keeps what the turns come to where lists can read it."""
    known = known_of(application)
    values = {name: getattr(known, name) for name in ("since", "awarded", "contracted", "paid")}
    life, _made = Life.objects.update_or_create(
        application=application, defaults={"state": known.state, **values}
    )
    application.life = life


def sheltered(file: UploadedFile | None) -> dict[str, Any]:
    if file is None:
        return {}
    examined = examined_paper(file)
    return {"file": examined.content, "sha256": examined.sha256}


def demand_recorder(application: Application, kind: Kind, person: Person) -> Person | None:
    """On whose behalf: None for the leader, who may record only that it was submitted."""
    project = application.project
    leader = project.memberships.current().filter(role=TeamRole.LEADER).first()
    if kind is Kind.SUBMITTED and project.memberships.role_of(person) is TeamRole.LEADER:
        return None
    if project.centre_id in person.centres_with(Ability.RUN_CONTESTS):
        return leader.person if leader else None
    raise Refused(words.REFUSALS[Refusal.NOT_YOURS])


def record_step(by: Person, deed: str, turn: Turn, on_behalf_of: Person | None) -> None:
    details = {"kind": turn.kind, "on": turn.on, "amount": turn.amount, "turn": turn.pk}
    record(by, f"contests.turn.{deed}", turn.application, on_behalf_of=on_behalf_of, **details)
