"""Which pages of the school a phone should have without a network."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from peremena.cohorts.models import Enrolment
from peremena.kit.keeping import Kept
from peremena.lessons.models import Session
from peremena.people.models import Person
from peremena.projects.models import Membership

AHEAD = timedelta(days=2)
MOST = 2  # cohorts on one phone


def pages(person: Person) -> Iterator[Kept]:
    """For those who learn: timetable and lessons. For staff: lists of names, today's and
    tomorrow's."""
    teams = Membership.objects.of(person).values("project")
    mine = Enrolment.objects.sitting().filter(Q(person=person) | Q(project__in=teams))
    for cohort in mine.order_by("-cohort").values_list("cohort", flat=True).distinct()[:MOST]:
        yield Kept(reverse("lessons:timetable", args=[cohort]))
        yield Kept(reverse("lessons:lessons", args=[cohort]))
    now = timezone.now()
    near = Session.objects.run_by(person).filter(
        cancelled_at=None, ends_at__gt=now - AHEAD / 2, starts_at__lt=now + AHEAD
    )
    for pk in near.order_by("starts_at").values_list("pk", flat=True):
        yield Kept(reverse("lessons:roll", args=[pk]))
