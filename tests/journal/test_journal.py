"""The journal keeps what happened, and lets nobody change it."""

from decimal import Decimal
from importlib import import_module

import pytest
from django.db import DatabaseError, connection, transaction

from peremena.journal.models import Entry
from peremena.journal.services import record
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_an_entry_says_who_did_what_to_which_thing_and_for_whom():
    staff, head = PersonFactory(), PersonFactory()

    record(staff, "people.person.renamed", head, on_behalf_of=head, sum=Decimal("12.50"))

    entry = Entry.objects.get()
    assert (entry.actor, entry.on_behalf_of, entry.deed) == (staff, head, "people.person.renamed")
    assert (entry.thing_type, entry.thing_id) == ("people.person", str(head.pk))
    assert entry.details == {"sum": "12.50"}


def test_the_programme_itself_can_act():
    thing = PersonFactory()

    record(None, "people.person.added", thing)

    assert list(Entry.objects.about(thing).values_list("actor", flat=True)) == [None]


def test_a_deed_that_fails_leaves_no_entry():
    thing = PersonFactory()

    with pytest.raises(ZeroDivisionError):
        record_and_fail(thing)

    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "change", [lambda rows: rows.update(deed="x"), lambda rows: rows.all().delete()]
)
def test_the_database_refuses_to_change_or_delete_an_entry(change):
    record(None, "people.person.added", PersonFactory())
    add_triggers()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(Entry.objects)


@transaction.atomic
def record_and_fail(thing):
    record(None, "people.person.added", thing)
    raise ZeroDivisionError


def add_triggers():
    """Tests run without migrations, so the one that guards the journal is applied here."""
    migration = import_module("peremena.journal.migrations.0002_append_only")
    with connection.cursor() as cursor:
        for statement in migration.STATEMENTS[connection.vendor]:
            cursor.execute(statement)
