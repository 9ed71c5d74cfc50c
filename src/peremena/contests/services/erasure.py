"""Taking a person's words out of what was frozen: the one way to change an application."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from peremena.contests.models import Application, Turn
from peremena.journal.services import record
from peremena.people.models import Person

BLANK = "…"


@transaction.atomic
def erase(person: Person, words: Iterable[str], *, now: datetime | None = None) -> dict[str, int]:
    """How many applications and steps lost these words. The database lets `brief` change only
    together with `redacted_at`; everything else of an application stays as it was."""
    now = now or timezone.now()
    sought = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    if not sought:
        return {"applications": 0, "turns": 0}
    return {"applications": redact(sought, person, now), "turns": redact_turns(sought)}


def redact(sought: list[str], person: Person, now: datetime) -> int:
    count = 0
    for application in Application.objects.only("brief").iterator():
        brief = without(application.brief, sought)
        if brief != application.brief:
            application.brief, application.redacted_at = brief, now
            application.save(update_fields=["brief", "redacted_at"])
            record(None, "contests.application.redacted", application, person=person.pk)
            count += 1
    return count


def redact_turns(sought: list[str]) -> int:
    count = 0
    for turn in Turn.objects.exclude(reason="", closed_why="").iterator():
        said = (without(turn.reason, sought), without(turn.closed_why, sought))
        if said != (turn.reason, turn.closed_why):
            turn.reason, turn.closed_why = said
            turn.save(update_fields=["reason", "closed_why"])
            count += 1
    return count


def without(text: str, sought: list[str]) -> str:
    """Longer words first, so that no tail of a full name stays."""
    for word in sought:
        text = text.replace(word, BLANK)
    return text
