"""What places do later: a file of territories is brought in beside the server."""

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from peremena.people.models import Person
from peremena.places.models import Import
from peremena.places.services import imports


@transaction.atomic
def begin(import_: Import, *, by: Person) -> None:
    """The file is to be brought in, and the work is put off until the worker takes it."""
    imports.confirm(import_, by=by)
    bring_in.enqueue(import_.pk)


@task()
def bring_in(pk: int) -> None:
    imports.carry_out(Import.objects.select_related("by").get(pk=pk), now=timezone.now())
