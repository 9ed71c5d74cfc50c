"""Marking: experts are asked, say where they are too close, give marks; then marks come open."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from peremena.intake import choosing, rules
from peremena.intake.models import Call, Candidate, Conflict, Mark, Marker, Standing
from peremena.intake.models.closeness import closeness, to_mark
from peremena.intake.rules import Interest, State
from peremena.intake.services.candidates import demand, lock
from peremena.journal.services import record
from peremena.people.models import Person


@transaction.atomic
def ask(call: Call, person: Person, *, by: Person, now: datetime) -> Marker:
    """To mark the applications of the call; harmless when asked already."""
    marker, is_new = Marker.objects.get_or_create(
        call=call, person=person, until=None, defaults={"since": now}
    )
    if is_new:
        record(by, "intake.marker.asked", marker)
    return marker


@transaction.atomic
def dismiss(marker: Marker, *, by: Person, now: datetime) -> None:
    """What they are done with stays; nobody waits for the rest any more."""
    if marker.until is None:
        marker.until = now
        marker.save(update_fields=["until"])
        marker.marks.filter(done_at=None).delete()
        record(by, "intake.marker.dismissed", marker)
        open_all(marker.call, now=now)


@transaction.atomic
def declare(marker: Marker, candidate: Candidate, kind: Interest, *, now: datetime) -> None:
    """The marker's own word: what they have marked already goes, unless all marks stand open.

    The journal does not say of whom, as that would tell who marks what.
    """
    lock(candidate)
    guard(marker, candidate)
    Conflict.objects.get_or_create(
        marker=marker, candidate=candidate, kind=kind, defaults={"at": now}
    )
    marker.marks.filter(candidate=candidate).delete()
    open_if_complete(candidate, now=now)


@transaction.atomic
def mark(
    marker: Marker, candidate: Candidate, given: Mapping[str, Any], *, note: str, now: datetime
) -> Mark:
    """As it is typed; whoever was done thinks again, and is not done until they say so."""
    lock(candidate)
    guard(marker, candidate)
    points = choosing.clean(candidate.call.rubric, given)
    told = {"points": points, "note": note.strip()[:2000], "changed_at": now, "done_at": None}
    found, _ = Mark.objects.update_or_create(marker=marker, candidate=candidate, defaults=told)
    return found


@transaction.atomic
def finish(
    marker: Marker, candidate: Candidate, given: Mapping[str, Any], *, note: str, now: datetime
) -> bool:
    """Done with this one; False while a line has no mark: what was typed is kept all the same."""
    found = mark(marker, candidate, given, note=note, now=now)
    if not choosing.is_whole(candidate.call.rubric, found.points):
        return False
    found.done_at = now
    found.save(update_fields=["done_at"])
    open_if_complete(candidate, now=now)
    return True


def guard(marker: Marker, candidate: Candidate) -> None:
    is_close = Candidate.objects.filter(closeness(marker), pk=candidate.pk).exists()
    demand(
        rules.why_not_mark(
            is_asked=marker.until is None and marker.call_id == candidate.call_id,
            state=State(candidate.state),
            is_close=is_close,
            is_open=Standing.objects.filter(candidate=candidate).exists(),
        )
    )


def open_if_complete(candidate: Candidate, *, now: datetime) -> None:
    """Once every marker who may mark it is done, marks come open for staff, and stand."""
    waits = any(
        to_mark(marker).filter(pk=candidate.pk).exists()
        and not marker.marks.filter(candidate=candidate, done_at__isnull=False).exists()
        for marker in candidate.call.markers.filter(until=None)
    )
    given = [] if waits else list(candidate.marks.filter(done_at__isnull=False))
    total = choosing.summed(candidate.call.rubric, [one.points for one in given])
    if total and not Standing.objects.filter(candidate=candidate).exists():
        Standing.objects.create(
            candidate=candidate,
            mean=total.mean,
            spread=total.spread,
            count=total.count,
            opened_at=now,
        )


def open_all(call: Call, *, now: datetime) -> None:
    """After somebody went whose marks were waited for."""
    marked = call.candidates.handed_in().filter(standing=None, marks__done_at__isnull=False)
    for candidate in marked.distinct().select_related("call"):
        open_if_complete(candidate, now=now)
