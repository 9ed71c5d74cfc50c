"""Consents to the processing of personal data: one text a purpose, versioned."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from peremena.kit.choices import choices
from peremena.people import words

from .persons import Person


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def in_force(self) -> "ConsentTextQuerySet":
        return self.filter(until=None)


class ConsentText(models.Model):
    """What people agree to, for one purpose, word for word. A new wording is a new version.

    `{centre}` in the texts stands for the operator. The Russian text binds, the English one helps
    to read it. `is_sample`: it came with the programme, and no lawyer has checked it.
    """

    purpose = models.CharField(max_length=24, choices=choices(words.PURPOSES))
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    body = models.TextField()
    title_en = models.CharField(max_length=200, blank=True)
    body_en = models.TextField(blank=True)
    is_sample = models.BooleanField(default=False)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "version"], name="one_consent_text_a_version"
            ),
            models.UniqueConstraint(
                fields=["purpose"], condition=Q(until=None), name="one_text_in_force_a_purpose"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"


class ConsentQuerySet(models.QuerySet["Consent"]):
    def in_force(self) -> "ConsentQuerySet":
        return self.filter(withdrawn_at=None)

    def for_purpose(self, purpose: str) -> "ConsentQuerySet":
        return self.filter(text__purpose=purpose)

    def with_scan_for(self, viewer: Person) -> "ConsentQuerySet":
        """Whose signed paper the viewer may open: one’s own, and of people in the register."""
        known = Person.objects.in_register_of(viewer)
        return self.filter(Q(person=viewer) | Q(person__in=known.values("pk"))).exclude(scan="")


class Consent(models.Model):
    """Given by a person at a time and in a way; withdrawn as easily. `scan`: the signed paper.

    `operator`: to whom, as it stood in the text then.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consents"
    )
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="consents")
    operator = models.CharField(max_length=500, blank=True)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=8, choices=choices(words.CONSENT_WAYS))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    scan = models.FileField(upload_to="consents/", blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=8, choices=choices(words.CONSENT_WAYS), blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "text"],
                condition=Q(withdrawn_at=None),
                name="a_consent_is_given_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by="")
                | Q(withdrawn_at__gte=F("given_at")) & ~Q(withdrawn_by=""),
                name="a_withdrawn_consent_has_a_time_and_a_way",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.text}"
