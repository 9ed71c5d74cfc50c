"""What goes with somebody who is erased: their applications, with every version of the words; of an
expert, the words of their marks."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from peremena.drafts.models import Draft
from peremena.intake.models import Candidate, Mark, Marker
from peremena.intake.services.selection_marks import open_all
from peremena.people.models import Person


def erase(person: Person, _words: Sequence[str]) -> None:
    """Marks and decisions about them go with the applications."""
    forget(list(Candidate.objects.filter(person=person).values_list("pk", flat=True)))
    forget_as_marker(person, person.erased_at or timezone.now())


def forget_as_marker(person: Person, now: datetime) -> None:
    """Points stay, under nobody's name: others were chosen by them. Words go, and whom the expert
    was close to; what they had not finished goes, and nobody waits for it any more."""
    for marker in Marker.objects.filter(person=person).select_related("call"):
        marker.conflicts.all().delete()
        marker.marks.filter(done_at=None).delete()
        open_all(marker.call, now=now)
    Mark.objects.filter(marker__person=person).update(note="")


def forget(candidates: Sequence[int]) -> int:
    """How many applications were destroyed."""
    found = Candidate.objects.filter(pk__in=candidates)
    texts = list(found.values_list("draft", flat=True))
    count = len(texts)
    found.delete()
    Draft.objects.filter(pk__in=texts).delete()
    return count
