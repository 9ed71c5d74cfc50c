"""What a person asks to be done with the personal data held here, and what was destroyed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from peremena.kit.choices import choices
from peremena.people import words
from peremena.people.abilities import Ability

from .centres import Registration
from .persons import Person


class PersonalRequestQuerySet(models.QuerySet["PersonalRequest"]):
    def open(self) -> "PersonalRequestQuerySet":
        return self.filter(closed_at=None).order_by("asked_at")

    def in_hands_of(self, staff: Person) -> "PersonalRequestQuerySet":
        """Of people whom a centre knows that lets this one erase; nobody answers oneself."""
        centres = staff.centres_with(Ability.ERASE_PEOPLE)
        known = Registration.objects.filter(centre__in=centres)
        return self.filter(person__in=known.values("person")).exclude(person=staff)


class PersonalRequest(models.Model):
    """To erase everything. Staff fulfil it or say why not; `proof`: what was destroyed, counted."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="personal_requests"
    )
    state = models.CharField(max_length=10, choices=choices(words.REQUEST_STATES), default="asked")
    asked_at = models.DateTimeField()
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=1000, blank=True)
    proof = models.JSONField(default=dict, blank=True)

    objects = PersonalRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(closed_at=None), name="one_open_request_a_person"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", closed_at=None) | Q(closed_at__isnull=False),
                name="an_answered_request_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.state}"


class Sweep(models.Model):
    """What was destroyed one night because its time had come; `destroyed`: counted by class."""

    at = models.DateTimeField()
    destroyed = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "sweeps"
        indexes = [models.Index(fields=["-at"], name="last_sweeps_first")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
