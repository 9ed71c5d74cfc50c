"""The seminar: who is expected, who has come, what they say about it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from peremena.intake import checkin, letters, words
from peremena.intake.checkin import Tick
from peremena.intake.models import Call, Candidate, Impression
from peremena.intake.rules import Refusal
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person


@transaction.atomic
def invite(call: Call, chosen: Collection[Candidate], *, by: Person) -> int:
    """Those who are not expected yet get a letter. How many are new."""
    new = [one for one in chosen if one.call_id == call.pk and not one.is_invited]
    Candidate.objects.filter(pk__in=[one.pk for one in new]).update(is_invited=True)
    for one in new:
        letters.invite(one, by=by)
    if new:
        record(by, "intake.seminar.invited", call, number=len(new))
    return len(new)


@transaction.atomic
def tick(call: Call, ticks: Mapping[int, Collection[Tick]], *, by: Person, now: datetime) -> int:
    """What phones have noted at the door, by candidate. The same whatever is sent twice or late.

    How many were changed. A phone whose clock runs ahead counts as now.
    """
    found = call.candidates.in_race().select_for_update().filter(pk__in=list(ticks))
    rows = {one.pk: one for one in found}
    if set(ticks) - set(rows):
        raise Refused(words.REFUSALS[Refusal.NOT_THERE])
    changed = [rows[pk] for pk, told in ticks.items() if note(rows[pk], told, now)]
    if changed:
        record(by, "intake.seminar.ticked", call, number=len(changed))
    return len(changed)


def note(candidate: Candidate, told: Collection[Tick], now: datetime) -> bool:
    """Whether something is different now."""
    said = [Tick(min(one.at, now), one.has_come) for one in told]
    at = candidate.ticked_at
    known = Tick(at, candidate.arrived_at is not None) if at else None
    last = checkin.fold(known, said)
    if last is None or last == known:
        return False
    candidate.ticked_at, candidate.arrived_at = last.at, last.at if last.has_come else None
    candidate.save(update_fields=["ticked_at", "arrived_at"])
    return True


@transaction.atomic
def tell_impression(call: Call, *, key: str, now: datetime, **answers: Any) -> None:
    """Without a name and without a line of the journal; a second send of a page is dropped."""
    today = {"on": now.date(), **answers}
    Impression.objects.get_or_create(call=call, key=key, defaults=today)
