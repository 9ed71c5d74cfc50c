"""What the plumbing remembers: when each job of the clockwork ran and is due."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class JobQuerySet(models.QuerySet["Job"]):
    def free(self, now: datetime) -> "JobQuerySet":
        """Due, and at work nowhere: a machine that died in the middle loses its lease."""
        return self.filter(Q(leased_until=None) | Q(leased_until__lte=now), due_at__lte=now)

    def failing(self) -> "JobQuerySet":
        return self.filter(failures__gt=0)


class Job(models.Model):
    """A row of config/clockwork.py in this installation; the row is the lock among machines."""

    name = models.CharField(max_length=60, unique=True)
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    failure = models.CharField(max_length=300, blank=True)

    objects = JobQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
