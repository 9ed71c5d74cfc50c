"""Copies of one's data are noted in the journal."""

from django.db import transaction

from peremena.journal.services import record
from peremena.people.models import Person


@transaction.atomic
def note(person: Person, *, by: Person) -> None:
    record(by, "desk.data.copied", person)
