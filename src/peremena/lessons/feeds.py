"""Calendars: one's own, to which a phone subscribes, and one day of the timetable."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event
from icalendar.enums import STATUS

from peremena.lessons import words
from peremena.lessons.models import Session
from peremena.lessons.rules import SessionKind

NAME = "text/calendar; charset=utf-8"
SINCE = date(2020, 1, 1)  # changes of clocks before that are left out of the time zone


def calendar(sessions: Sequence[Session], *, uid: str) -> bytes:
    """The same bytes for the same sessions, so that a phone that asks again is told “unchanged”."""
    whole = Calendar.new(
        prodid="-//Peremena//Peremena//RU", method="PUBLISH", name=_("Peremena: lessons"), uid=uid
    )
    for session in sessions:
        whole.add_component(event(session))
    whole.add_missing_timezones(first_date=SINCE)
    return bytes(whole.to_ical())


def event(session: Session) -> Event:
    """By the same `uid` and a higher `sequence` a calendar knows that it was moved."""
    changed = session.changed_at.astimezone(UTC).replace(microsecond=0)
    is_on = session.cancelled_at is None
    return Event.new(
        uid=session.uid,
        summary=session.title if is_on else _("Cancelled: {title}").format(title=session.title),
        start=timezone.localtime(session.starts_at),
        end=timezone.localtime(session.ends_at),
        stamp=changed,
        last_modified=changed,
        sequence=session.sequence,
        status=STATUS.CONFIRMED if is_on else STATUS.CANCELLED,
        location=session.place or session.link or None,
        description=description(session),
        url=f"{settings.SITE_ADDRESS}{session.get_absolute_url()}",
    )


def description(session: Session) -> str:
    kind = str(words.SESSION_KINDS[SessionKind(session.kind)])
    said = [kind, session.why_cancelled, session.note, session.link]
    return "\n".join(part for part in said if part)


def mark(content: bytes) -> str:
    """An ETag."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def changed(sessions: Sequence[Session]) -> datetime | None:
    return max((one.changed_at for one in sessions), default=None)
