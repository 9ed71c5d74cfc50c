"""What is asked about letters."""

from datetime import datetime
from typing import Any

from .models import Letter, Wishes


def wishes_of(person: Any) -> Wishes:
    """Those of somebody who has said nothing are not stored."""
    return Wishes.objects.filter(person_id=person.pk).first() or Wishes(person_id=person.pk)


def waits(person: Any, kind: str, subject: str) -> bool:
    """Whether such a letter to the person has been written and has neither gone nor been told."""
    alike = Letter.objects.filter(person_id=person.pk, kind=kind, subject=written(subject))
    return alike.filter(state__in=["waiting", "held", "to_tell"]).exists()


def written(subject: str) -> str:
    """As it is stored."""
    return " ".join(subject.split())[:200]


def anything_to_send(now: datetime) -> bool:
    return Letter.objects.due(now).exists() or Letter.objects.interrupted(now).exists()
