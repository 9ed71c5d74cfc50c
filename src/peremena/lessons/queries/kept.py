"""Which lists of names a phone of the staff should have without a network."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from peremena.kit.keeping import Kept
from peremena.lessons.models import Session
from peremena.people.models import Person

AHEAD = timedelta(days=2)


def pages(person: Person) -> Iterator[Kept]:
    """Of the days of today and tomorrow; none for those who run nothing."""
    now = timezone.now()
    near = Session.objects.run_by(person).filter(
        cancelled_at=None, ends_at__gt=now - AHEAD / 2, starts_at__lt=now + AHEAD
    )
    for pk in near.order_by("starts_at").values_list("pk", flat=True):
        yield Kept(reverse("lessons:roll", args=[pk]))
