"""Whom a person trusts to enter for them, and codes on paper for people without e-mail."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from .persons import Person


class TrustQuerySet(models.QuerySet["Trust"]):
    def current(self) -> "TrustQuerySet":
        return self.filter(until=None)

    def in_hands_of(self, helper: Person) -> "TrustQuerySet":
        """Of those who trust the helper now."""
        return self.current().filter(helper=helper)

    def of(self, person: Person) -> "TrustQuerySet":
        """Given by the person or to the person."""
        return self.current().filter(Q(person=person) | Q(helper=person))


class Trust(models.Model):
    """A named helper enters for somebody, from a day until it is taken back."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="helpers"
    )
    helper = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="helps"
    )
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = TrustQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "trust"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "helper"], condition=Q(until=None), name="one_trust_a_helper"
            ),
            models.CheckConstraint(
                condition=~Q(person=models.F("helper")), name="nobody_helps_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.helper} → {self.person}"


class PaperCodeQuerySet(models.QuerySet["PaperCode"]):
    def kept_by(self, person: Person) -> "PaperCodeQuerySet":
        """Of people whom a centre knows that this person keeps the register of."""
        kept = Person.objects.kept_by(person)
        return self.filter(person__in=kept.values("pk")).select_related("person", "made_by")

    def open(self, now: datetime) -> "PaperCodeQuerySet":
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=now)

    def usable(self, now: datetime) -> "PaperCodeQuerySet":
        return self.open(now).exclude(confirmed_at=None)


class PaperCode(models.Model):
    """A one-time way in, on paper. It works once a second member of staff has confirmed it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="paper_codes"
    )
    digest = models.CharField(max_length=128, unique=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = PaperCodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("made_by")),
                name="a_second_person_confirms_a_paper_code",
            ),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(confirmed_at__isnull=False),
                name="only_a_confirmed_paper_code_is_used",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.made_at:%Y-%m-%d}"
