"""How long each kind of thing is kept, and the night's sweep that destroys what is due."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from peremena.desk import wiping
from peremena.drafts.models import Draft, Operation, Revision
from peremena.drafts.services import thin
from peremena.journal.services import record
from peremena.lessons.services import sheets
from peremena.mail.models import Letter
from peremena.people.models import Consent, PaperCode, Person, Sweep
from peremena.places.services import capacity, imports, resources
from peremena.projects.models import Invitation

from . import applications_kept
from .erasure import erase

Destroy = Callable[[datetime], int]
A_WEEK, A_MONTH, THREE_MONTHS, A_YEAR = (timedelta(days=days) for days in (7, 30, 90, 365))


@dataclass(frozen=True)
class Class:
    """`lasts`: from when it was last needed; `destroy`: what is older than a moment, counted."""

    name: str
    what: str | Promise
    lasts: timedelta
    term: str | Promise
    why: str | Promise
    destroy: Destroy


@transaction.atomic
def sweep(now: datetime) -> Sweep:
    """Everything that is due. Harmless when run twice: then nothing is due any more."""
    counted = {one.name: one.destroy(now - one.lasts) for one in CLASSES}
    done = Sweep.objects.create(
        at=now, destroyed={name: count for name, count in counted.items() if count}
    )
    if done.destroyed:
        record(None, "desk.sweep.done", done, **done.destroyed)
    transaction.on_commit(write_anew)
    return done


def write_anew() -> None:
    """Also what an erasure of the day could not: somebody may have held the file open."""
    wiping.wipe(connection)


def unfinished_sign_ups(before: datetime) -> int:
    """Typed a name and an address, never confirmed the address, never came in."""
    confirmed = EmailAddress.objects.filter(verified=True).values("user")
    begun = EmailAddress.objects.filter(verified=False).values("user")
    never = Person.objects.filter(
        pk__in=begun, joined_at__lt=before, last_login=None, erased_at=None, roles=None,
        memberships=None, is_demonstration=False,
    ).exclude(pk__in=confirmed)  # fmt: skip
    found = list(never)
    for person in found:
        erase(person, now=before)
    return len(found)


def invitations(before: datetime) -> int:
    ended = Invitation.objects.filter(Q(expires_at__lt=before) | Q(withdrawn_at__lt=before))
    return ended.delete()[0]


def paper_codes(before: datetime) -> int:
    ended = Q(expires_at__lt=before) | Q(used_at__lt=before) | Q(withdrawn_at__lt=before)
    return PaperCode.objects.filter(ended).delete()[0]


def sessions(before: datetime) -> int:
    """With the list of devices, where a session is gone."""
    gone, _each = Session.objects.filter(expire_date__lt=before).delete()
    lasting = Session.objects.values("session_key")
    ended = UserSession.objects.filter(created_at__lt=before).exclude(session_key__in=lasting)
    return gone + ended.delete()[0]


def letters(before: datetime) -> int:
    """The words go; that a letter went out, stays known."""
    old = Letter.objects.filter(created_at__lt=before).exclude(body="")
    return old.exclude(state__in=["waiting", "sending", "to_tell"]).update(body="")


def scans(before: datetime) -> int:
    due = list(Consent.objects.filter(withdrawn_at__lt=before).exclude(scan=""))
    names = [str(consent.scan.name) for consent in due]
    Consent.objects.filter(pk__in=[consent.pk for consent in due]).update(scan="")
    transaction.on_commit(partial(delete, names))
    return len(due)


def delete(names: Collection[str]) -> None:
    for name in names:
        default_storage.delete(name)


def versions(before: datetime) -> int:
    """Of versions in between one a burst of writing stays; the newest and each burst's last do."""
    old = Revision.objects.filter(at__lt=before).values("draft").distinct()
    return sum(thin(draft, before=before) for draft in Draft.objects.filter(pk__in=old))


def operations(before: datetime) -> int:
    """Sends of a page: nobody's telephone sends one of a year ago again."""
    count = 0
    for draft in Draft.objects.filter(revisions__at__lt=before).distinct():
        last = draft.revisions.filter(at__lt=before).order_by("-version").first()
        if last:
            count += Operation.objects.filter(draft=draft, version__lt=last.version).delete()[0]
    return count


def tasks(before: datetime) -> int:
    return DBTaskResult.objects.filter(finished_at__lt=before).delete()[0]


WEEK, MONTH, QUARTER, YEAR = _("7 days"), _("30 days"), _("90 days"), _("a year")
NOT_NEEDED = _("not needed any more")

CLASSES = (
    Class("unfinished_sign_ups", _("Sign-ups that nobody finished"), A_MONTH, MONTH,
          _("the address was never confirmed, so there is no reason to keep it"),
          unfinished_sign_ups),
    Class("invitations", _("Invitations that have ended"), A_MONTH, MONTH, NOT_NEEDED, invitations),
    Class("paper_codes", _("Codes on paper, used or ended"), A_MONTH, MONTH, NOT_NEEDED,
          paper_codes),
    Class("sessions", _("Sign-ins that have ended"), timedelta(0), _("at once"), NOT_NEEDED,
          sessions),
    Class("letters", _("Texts of letters that were sent"), A_YEAR, YEAR,
          _("needed while somebody may ask what was written"), letters),
    Class("scans", _("Signed papers of consents that were withdrawn"), A_MONTH, MONTH,
          _("152-ФЗ: after a withdrawal data are destroyed within thirty days"), scans),
    Class("versions", _("Versions of texts within one burst of writing"), THREE_MONTHS, QUARTER,
          _("the last of each burst stays for ever"), versions),
    Class("operations", _("Marks of sends from telephones"), A_YEAR, YEAR, NOT_NEEDED, operations),
    Class("removed_resources", _("Resources that were taken off the map, with their photos"),
          A_MONTH, MONTH, _("until then they can be put back"), resources.forget_removed),
    Class("resource_edits", _("What resources on the map said before they were changed"),
          THREE_MONTHS, QUARTER, _("by then no telephone sends an older page"),
          resources.forget_edits),
    Class("neighbours", _("Names and telephones of neighbours who were asked"), A_YEAR, YEAR,
          _("the answers stay without a name"), capacity.forget_names),
    Class("imports", _("Tables of territories that nobody confirmed"), A_WEEK, WEEK,
          _("by then the list has changed; send the file anew"), imports.forget_waiting),
    Class("unfinished_applications", _("Applications to the school that nobody handed in"),
          A_MONTH, _("30 days after the last day"), NOT_NEEDED, applications_kept.unfinished),
    Class("withdrawn_applications", _("Applications that their authors took back"), A_MONTH, MONTH,
          _("152-ФЗ: after a withdrawal data are destroyed within thirty days"),
          applications_kept.withdrawn),
    Class("old_applications", _("Applications of those who were not taken"),
          timedelta(days=settings.APPLICATIONS_KEPT),
          _("a year after the last day, if not set otherwise"),
          _("so that the next intake can ask again, and decisions can be explained"),
          applications_kept.not_taken),
    Class("attendance_photos", _("Photos of signed lists of those who were there"), A_YEAR, YEAR,
          _("needed while somebody may ask who was there"), sheets.forget_photos),
    Class("tasks", _("Finished tasks of the program"), A_MONTH, MONTH, NOT_NEEDED, tasks),
)  # fmt: skip
