"""Rows of two cards of one person: each moves, or what cannot move ends, and all can go back."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from peremena.cohorts.models import Enrolment, StatusChange
from peremena.cohorts.rules import Status
from peremena.desk.fates import CLASHES, FATES, Clash, Fate
from peremena.desk.queries.keeping import Link, pointers
from peremena.mail.models import Wishes
from peremena.mail.rules import Wish
from peremena.people.models import Merge, Person
from peremena.projects.models import Membership
from peremena.projects.rules import TeamRole

ENDS = ("until", "left_at")
STRENGTH = [TeamRole.LEADER, TeamRole.WRITER, TeamRole.READER]


def move(merge: Merge, *, by: Person, now: datetime) -> None:
    """Everything that points at the second card, as the table of fates says."""
    make_one_place_in_teams(merge, now)
    make_one_place_in_cohorts(merge, by=by, now=now)
    stop_letters_for_both(merge, now)
    for link in pointers():
        if FATES[link.name] is Fate.MOVES:
            moved = [row.pk for row in link.rows(merge.gone) if is_moved(link, row, merge, now)]
            if moved:
                merge.moved[link.name] = moved


def is_moved(link: Link, row: Model, merge: Merge, now: datetime) -> bool:
    """False: the kept card has its own. One row at a time, each in a savepoint of its own."""
    try:
        with transaction.atomic():
            link.model._base_manager.filter(pk=row.pk).update(**{link.field.name: merge.kept})
    except IntegrityError:
        settle(link, row, merge, now)
        return False
    return True


def settle(link: Link, row: Model, merge: Merge, now: datetime) -> None:
    clash = CLASHES.get(link.model._meta.label_lower, Clash.STAYS)
    if clash is Clash.GOES:
        merge.dropped.append(serializers.serialize("json", [row]))
        row.delete()
    if clash is Clash.ENDS:
        for end in ENDS:
            if getattr(row, end, now) is None:
                change(merge, row, **{end: now})


def make_one_place_in_teams(merge: Merge, now: datetime) -> None:
    """Both in one team: one place stays, with the stronger of the two roles."""
    for mine, theirs in both(Membership.objects.current(), "project", merge):
        change(merge, theirs, left_at=now)
        if STRENGTH.index(TeamRole(theirs.role)) < STRENGTH.index(TeamRole(mine.role)):
            change(merge, mine, role=theirs.role)


def make_one_place_in_cohorts(merge: Merge, *, by: Person, now: datetime) -> None:
    """Both enrolled in one cohort: one place stays, with the project if only the other had one."""
    for mine, theirs in both(Enrolment.objects.all(), "cohort", merge):
        before = theirs.status
        if before != Status.LEFT:
            change(merge, theirs, status=Status.LEFT.value, status_since=now)
            StatusChange.objects.create(
                enrolment=theirs,
                status=Status.LEFT,
                reason=_("Two cards of one person: the place stays with the first."),
                at=now,
                by=by,
            )
        seat = {"territory_id": theirs.territory_id, "project_id": theirs.project_id}
        if mine.project_id is None and theirs.project_id is not None:
            change(merge, mine, **seat)
        if mine.status == Status.LEFT and before != Status.LEFT:
            change(merge, mine, status=before, status_since=now)
            StatusChange.objects.create(
                enrolment=mine,
                status=before,
                reason=_("Two cards of one person: the place stays with the first."),
                at=now,
                by=by,
            )


def stop_letters_for_both(merge: Merge, now: datetime) -> None:
    """Whoever wanted no letters on one of the cards gets none after it either."""
    said = Wishes.objects.filter(person__in=[merge.kept, merge.gone])
    wishes = {one.person_id: one for one in said}
    mine, theirs = wishes.get(merge.kept_id), wishes.get(merge.gone_id)
    if mine and theirs and theirs.effective is Wish.NONE and mine.effective is not Wish.NONE:
        change(merge, mine, unsubscribed_at=theirs.unsubscribed_at or now)


def both(rows: Any, what: str, merge: Merge) -> list[tuple[Any, Any]]:
    """Pairs of rows about the same thing, one of each card."""
    mine = {getattr(row, f"{what}_id"): row for row in rows.filter(person=merge.kept)}
    theirs = rows.filter(person=merge.gone)
    return [(mine[key], row) for row in theirs if (key := getattr(row, f"{what}_id")) in mine]


def change(merge: Merge, row: Model, **fields: Any) -> None:
    was = {name: getattr(row, name) for name in fields}
    merge.changed.append({"table": row._meta.label_lower, "key": row.pk, "was": written(was)})
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=[name.removesuffix("_id") for name in fields])


def written(was: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in was.items()
    }


def put_back(merge: Merge, *, by: Person, now: datetime) -> None:
    """The rows that moved, unless they have moved on or gone since."""
    for link in pointers():
        keys = merge.moved.get(link.name, [])
        rows = link.model._base_manager.filter(**{"pk__in": keys, link.field.name: merge.kept})
        rows.update(**{link.field.name: merge.gone})
    for entry in reversed(merge.changed):
        row = apps.get_model(entry["table"])._base_manager.filter(pk=entry["key"])
        row.update(**entry["was"])
        if "status" in entry["was"] and (enrolment := row.first()):
            StatusChange.objects.create(
                enrolment=enrolment,
                status=entry["was"]["status"],
                reason=_("The cards were parted again."),
                at=now,
                by=by,
            )
    for written_row in merge.dropped:
        for row in serializers.deserialize("json", written_row):
            row.save()
