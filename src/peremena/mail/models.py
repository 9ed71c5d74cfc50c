"""What the mail room remembers."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> "LetterQuerySet":
        return self.filter(sent_at=None)


class Letter(models.Model):
    """One letter to one address; waiting until `sent_at`, and then with the last failure."""

    to = models.EmailField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="letters"
    )
    kind = models.CharField(max_length=80)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    is_secret = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=300, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(failure=""), name="a_sent_letter_has_not_failed"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at"], name="letters_waiting", condition=Q(sent_at=None))
        ]

    def __str__(self) -> str:
        return f"{self.kind} → {self.to}"
