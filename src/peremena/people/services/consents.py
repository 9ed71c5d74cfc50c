"""Consents: their texts come in, a person agrees, a person takes it back."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from peremena.journal.services import record
from peremena.kit import files
from peremena.kit.refusals import Refused
from peremena.people import consenting
from peremena.people.models import Consent, ConsentText, Person
from peremena.people.personal_words import REFUSALS
from peremena.people.queries import cards
from peremena.people.queries.consents import operator_of
from peremena.people.rules import ConsentWay, Purpose


@transaction.atomic
def load_texts(*, now: datetime, folder: Path | None = None) -> int:
    """Bring in the texts of a folder; how many are new. Other Russian words: a new version."""
    folder = folder or settings.CONSENT_TEXTS
    written = ((purpose, folder / f"{purpose}.toml") for purpose in Purpose)
    return sum(
        load_text(purpose, tomllib.loads(file.read_text(encoding="utf-8")), now=now)
        for purpose, file in written
        if file.is_file()
    )


def load_text(purpose: Purpose, found: dict[str, Any], *, now: datetime) -> bool:
    words = {"title": found["ru"]["title"], "body": found["ru"]["body"].strip()}
    beside = {
        "title_en": found["en"]["title"],
        "body_en": found["en"]["body"].strip(),
        "is_sample": found.get("sample", False),
    }
    texts = ConsentText.objects.filter(purpose=purpose)
    if texts.in_force().filter(**words).update(**beside):
        return False
    texts.in_force().update(until=now)
    version = texts.count() + 1
    text = texts.create(purpose=purpose, version=version, since=now, **words, **beside)
    record(None, "people.consent.worded", text, purpose=purpose, version=version)
    return True


@transaction.atomic
def give(
    person: Person,
    text: ConsentText,
    *,
    way: ConsentWay,
    by: Person,
    now: datetime,
    scan: UploadedFile | None = None,
    operator: str = "",
) -> Consent:
    """To exactly this text; an earlier one stays agreed to. `operator`: where none is known yet."""
    text.refresh_from_db(from_queryset=ConsentText.objects.select_for_update())
    if why := consenting.why_not_give(way, is_in_force=text.until is None, has_scan=bool(scan)):
        raise Refused(REFUSALS[why])
    if given := person.consents.in_force().filter(text=text).first():
        return given
    consent = Consent.objects.create(
        person=person,
        text=text,
        operator=(operator or operator_of(person))[:500],
        given_at=now,
        given_by=way,
        entered_by=by,
        scan=files.examined_paper(scan).content if scan else "",
    )
    return noted(consent, by)


def noted(consent: Consent, by: Person) -> Consent:
    text, way = consent.text, consent.given_by
    details = {"purpose": text.purpose, "version": text.version, "way": way}
    whom = other(consent.person, by)
    record(by, "people.consent.given", consent, on_behalf_of=whom, **details)
    return consent


@transaction.atomic
def withdraw(
    person: Person, purpose: Purpose, *, way: ConsentWay, by: Person, now: datetime
) -> None:
    """Of all versions at once, and where it stood on a joined card too.

    The signed paper is destroyed after thirty days.
    """
    theirs = Consent.objects.in_force().for_purpose(purpose).filter(person__in=cards(person))
    given = list(theirs.select_for_update())
    if not given:
        raise Refused(REFUSALS[consenting.Refusal.NOT_GIVEN])
    for consent in given:
        consent.withdrawn_at, consent.withdrawn_by = now, way
        consent.save(update_fields=["withdrawn_at", "withdrawn_by"])
    details = {"purpose": purpose, "way": way}
    record(by, "people.consent.withdrawn", given[-1], on_behalf_of=other(person, by), **details)


def read_scan(consent: Consent, *, by: Person) -> None:
    """Whoever opens a signed paper is remembered."""
    record(by, "people.consent.scan-read", consent, on_behalf_of=other(consent.person, by))


def other(person: Person, by: Person) -> Person | None:
    """On whose behalf it is done; nobody's when people act for themselves."""
    return None if person == by else person
