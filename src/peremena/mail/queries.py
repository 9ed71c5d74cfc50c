"""What is asked about letters."""

from datetime import datetime
from typing import Any

from .models import Letter, Wishes


def wishes_of(person: Any) -> Wishes:
    """Those of somebody who has said nothing are not stored."""
    return Wishes.objects.filter(person_id=person.pk).first() or Wishes(person_id=person.pk)


def anything_to_send(now: datetime) -> bool:
    return Letter.objects.due(now).exists() or Letter.objects.interrupted(now).exists()
