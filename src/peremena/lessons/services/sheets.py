"""Paper lists: printed, signed, photographed, copied by numbers."""

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import partial

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from peremena.journal.services import record
from peremena.kit.files import examined_photo
from peremena.lessons.models import Session, Sheet
from peremena.lessons.queries import roll
from peremena.lessons.queries.sheets import latest
from peremena.lessons.rules import Presence, Way
from peremena.people.models import Person

from . import attendance
from .attendance import Told


@transaction.atomic
def make(session: Session, *, by: Person, now: datetime) -> Sheet:
    """The last one again as long as the same people are on the list: two papers with different
    numbers for one day lead to mistakes."""
    keys = [one.key for one in roll.roll(session).rows]
    last = latest(session)
    if last and not last.photo and sorted(last.rows) == sorted(keys):
        return last
    made = Sheet.objects.create(session=session, rows=keys, made_by=by, made_at=now)
    record(by, "lessons.sheet.made", session, sheet=made.pk, number=len(keys))
    return made


@transaction.atomic
def key_in(sheet: Sheet, found: Mapping[int, Presence], *, by: Person, now: datetime) -> int:
    """What was signed was signed when the day began, so that later ticks on phones stand.

    Whoever is not on the paper is told nothing about. How many stand otherwise now."""
    at = sheet.session.starts_at
    told = [
        Told(sheet.rows[number - 1], presence, at, f"sheet{sheet.pk}-{number}-{presence}")
        for number, presence in found.items()
    ]
    return attendance.note(sheet.session, told, way=Way.PAPER, by=by, now=now)


@transaction.atomic
def bring_in(session: Session, keys: Collection[str], presence: Presence, *, by: Person,
             now: datetime) -> int:  # fmt: skip
    """From the file of a video call; the same file twice counts once."""
    told = [
        Told(key, presence, session.starts_at, f"file-{key}-{presence}") for key in sorted(keys)
    ]
    return attendance.note(session, told, way=Way.FILE, by=by, now=now)


@transaction.atomic
def keep_photo(sheet: Sheet, upload: UploadedFile, *, by: Person, now: datetime) -> None:
    """The proof; a better photo takes the place of the one before."""
    photo = examined_photo(upload)
    before = str(sheet.photo.name) if sheet.photo else ""
    sheet.photo.save(str(photo.content.name), photo.content, save=False)
    sheet.photo_at = now
    sheet.save(update_fields=["photo", "photo_at"])
    record(by, "lessons.sheet.photographed", sheet.session, sheet=sheet.pk)
    if before:
        transaction.on_commit(partial(default_storage.delete, before))


def forget_photos(before: datetime) -> int:
    """Of lists that were photographed before; what was copied from them stays."""
    due = list(Sheet.objects.filter(photo_at__lt=before).exclude(photo=""))
    names = [str(one.photo.name) for one in due]
    Sheet.objects.filter(pk__in=[one.pk for one in due]).update(photo="")
    for name in names:
        transaction.on_commit(partial(default_storage.delete, name))
    return len(due)
