"""Marking: experts are asked, say where they are too close, give marks; then marks come open."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from peremena.intake import choosing, marking_letters, rules
from peremena.intake.models import Call, Candidate, Conflict, Mark, Marker, Standing
from peremena.intake.models.closeness import closeness, to_mark
from peremena.intake.rules import Interest, State
from peremena.intake.services.candidates import demand, lock
from peremena.journal.services import record
from peremena.people.models import Person

BEFOREHAND = timedelta(days=2)
A_WHILE = timedelta(days=1)  # whoever has just been asked needs no reminder


@transaction.atomic
def ask(
    call: Call, person: Person, *, due_on: date | None = None, by: Person, now: datetime
) -> Marker:
    """To mark the applications of the call until a day, with a letter. Harmless when asked twice
    for the same day; whoever was relieved goes on with the marks they gave before."""
    Call.objects.select_for_update().get(pk=call.pk)
    known = call.markers.filter(person=person).order_by("-pk").first()
    if known and known.until is None and known.due_on == due_on:
        return known
    demand(rules.why_not_ask(due_on, today=timezone.localdate(now)))
    marker = known or Marker(call=call, person=person)
    marker.since = marker.since if known else now
    marker.until, marker.due_on, marker.reminded_at = None, due_on, None
    marker.save()
    record(by, "intake.marker.asked", marker)
    marking_letters.ask(marker, left(marker), by=by, now=now)
    return marker


@transaction.atomic
def remind(now: datetime) -> int:
    """Experts whose day is near and who are not done; once for each day that was set."""
    today = timezone.localdate(now)
    near = Marker.objects.filter(
        until=None,
        reminded_at=None,
        due_on__gte=today,
        due_on__lte=today + BEFOREHAND,
        since__lt=now - A_WHILE,
        call__sent_at=None,
    )
    late = [(one, number) for one in near.select_related("person", "call") if (number := left(one))]
    for marker, number in late:
        marker.reminded_at = now
        marker.save(update_fields=["reminded_at"])
        marking_letters.remind(marker, number, now=now)
    return len(late)


def left(marker: Marker) -> int:
    """How many applications they have not marked yet."""
    done = marker.marks.exclude(done_at=None).values("candidate")
    return to_mark(marker).exclude(pk__in=done).count()


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
    """As it is typed; whoever was done thinks again, and is not done until they say so.

    The call is held, so that its rubric cannot change meanwhile.
    """
    candidate.call = Call.objects.select_for_update().get(pk=candidate.call_id)
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
    given = list(candidate.marks.filter(done_at__isnull=False))
    done = [one.marker_id for one in given]
    others = candidate.call.markers.filter(until=None).exclude(pk__in=done)
    if any(to_mark(marker).filter(pk=candidate.pk).exists() for marker in others):
        return
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
