"""What the intake does later: decisions go out beside the server."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from peremena.intake.models import Call, Sending
from peremena.intake.services import selection_sending as sending
from peremena.people.models import Person


@transaction.atomic
def begin(call: Call, *, by: Person, now: datetime) -> None:
    """Places at once; the letters are put off until the worker takes them."""
    begun = sending.begin(call, by=by, now=now)
    carry_out.enqueue(begun.pk)


@task()
def carry_out(pk: int) -> None:
    sending.carry_out(Sending.objects.select_related("by").get(pk=pk), clock=timezone.now)
