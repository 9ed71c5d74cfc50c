"""Taking a person's words out of the ledger; sums, days and documents stay."""

from collections.abc import Iterable

from django.db import transaction

from peremena.contests.services.erasure import without
from peremena.impact import rules
from peremena.impact.models import Award, Contribution, Correction
from peremena.people.models import Person

from . import rows

TEXTS = ((Award, ("source", "doubt", "document")), (Correction, ("why",)),
         (Contribution, ("document",)))  # fmt: skip


@transaction.atomic
def erase(person: Person, words: Iterable[str]) -> dict[str, int]:
    """How many rows lost these words; the row itself then names nobody who led it."""
    sought = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    count = Award.objects.filter(person=person).update(person=None)
    for model, names in TEXTS if sought else ():
        for row in model.objects.only(*names).iterator():
            said = {name: without(getattr(row, name), sought) for name in names}
            if any(said[name] != getattr(row, name) for name in names):
                model.objects.filter(pk=row.pk).update(**said)
                count += 1
    for correction in Correction.objects.iterator() if sought else ():
        changed = {name: [without(one, sought) for one in pair]
                   for name, pair in correction.changed.items()}  # fmt: skip
        if changed != correction.changed:
            Correction.objects.filter(pk=correction.pk).update(changed=changed)
            count += 1
    return {"awards": count + follow_words()}


def follow_words() -> int:
    """Keys by which rows are compared hold the same words, only smaller; a number keeps apart
    those that have become alike."""
    count = 0
    for award in Award.objects.only(*KEYS).iterator():
        source = rows.source_key(award)
        paper = rules.document_key(award.document)
        known = {"source_key": source, "document_key": paper}
        stale = {
            name: f"{key}{award.pk}"
            for name, key in known.items()
            if getattr(award, name) not in (key, f"{key}{award.pk}")
        }
        if stale:
            Award.objects.filter(pk=award.pk).update(**stale)
            count += 1
    return count


KEYS = ("contest", "source", "source_key", "document", "document_key")
