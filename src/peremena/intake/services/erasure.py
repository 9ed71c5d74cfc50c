"""What goes with somebody who is erased: their applications, with every version of the words."""

from collections.abc import Sequence

from peremena.drafts.models import Draft
from peremena.intake.models import Candidate
from peremena.people.models import Person


def erase(person: Person, _words: Sequence[str]) -> None:
    """Marks and decisions about them go with the applications."""
    forget(list(Candidate.objects.filter(person=person).values_list("pk", flat=True)))


def forget(candidates: Sequence[int]) -> int:
    """How many applications were destroyed."""
    found = Candidate.objects.filter(pk__in=candidates)
    texts = list(found.values_list("draft", flat=True))
    count = len(texts)
    found.delete()
    Draft.objects.filter(pk__in=texts).delete()
    return count
