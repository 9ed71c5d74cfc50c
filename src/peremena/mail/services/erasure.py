"""Forgetting a person: letters to them go, and their words in letters to others."""

import re
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from peremena.mail.models import Letter, Wishes

BLANK = "…"


@transaction.atomic
def erase(person: Any, words: Iterable[str]) -> dict[str, int]:
    """`words`: how the person is written, such as name with surname, address, telephone number."""
    wanted = [word for word in words if word]
    addresses = [word for word in wanted if "@" in word]
    deleted, _each = Letter.objects.filter(person_id=person.pk).delete()
    more, _each = Letter.objects.filter(to__in=addresses).delete()
    Wishes.objects.filter(person_id=person.pk).delete()
    others = list(mentions(wanted))
    for letter in others:
        blank(letter, wanted)
    return {"letters": deleted + more, "letters of others": len(others)}


def mentions(words: list[str]) -> Iterable[Letter]:
    """Compared here: the database's search for small and large letters knows no Cyrillic."""
    for letter in Letter.objects.order_by("pk").iterator():
        text = f"{letter.subject}\n{letter.body}\n{letter.failure}".lower()
        if any(word.lower() in text for word in words):
            yield letter


def blank(letter: Letter, words: list[str]) -> None:
    either = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    for field in ("subject", "body", "failure"):
        setattr(letter, field, either.sub(BLANK, getattr(letter, field)))
    letter.save(update_fields=["subject", "body", "failure"])
