"""A village that was not in our list gets its territory; then others may be too close."""

from datetime import datetime

from django.db import transaction

from peremena.intake.models import Candidate, Mark, Standing
from peremena.intake.models.closeness import closeness
from peremena.intake.rules import Refusal, State
from peremena.intake.services.candidates import demand, lock, searchable
from peremena.intake.services.selection_marks import open_if_complete
from peremena.journal.services import record
from peremena.people.models import Person
from peremena.places.models import Territory


@transaction.atomic
def settle(candidate: Candidate, territory: Territory, *, by: Person, now: datetime) -> list[Mark]:
    """What they called the village stays beside. Marks of experts who hold a post there go, unless
    all marks stand open: those that stay are returned."""
    lock(candidate)
    demand(Refusal.SETTLED if candidate.territory_id else None)
    candidate.territory, candidate.district = territory, territory.district
    candidate.search_text = searchable(f"{candidate.search_text} {territory.name}")
    candidate.save(update_fields=["territory", "district", "search_text"])
    record(by, "intake.application.settled", candidate, territory=territory.pk)
    close = marks_of_the_close(candidate)
    if Standing.objects.filter(candidate=candidate).exists():
        return close
    Mark.objects.filter(pk__in=[one.pk for one in close]).delete()
    if candidate.state == State.HANDED_IN:
        open_if_complete(candidate, now=now)
    return []


def marks_of_the_close(candidate: Candidate) -> list[Mark]:
    itself = Candidate.objects.filter(pk=candidate.pk)
    marks = candidate.marks.select_related("marker__person").order_by("pk")
    return [one for one in marks if itself.filter(closeness(one.marker)).exists()]
