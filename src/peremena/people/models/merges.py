"""Two cards that were found to be one person's."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .persons import Person


class MergeQuerySet(models.QuerySet["Merge"]):
    def open(self) -> "MergeQuerySet":
        """Asked for or done, and not taken back."""
        return self.filter(undone_at=None)

    def waiting(self) -> "MergeQuerySet":
        """For a colleague to confirm."""
        return self.open().filter(at=None)

    def in_force(self) -> "MergeQuerySet":
        return self.open().exclude(at=None)

    def kept_by(self, staff: Person) -> "MergeQuerySet":
        """Of people whose cards this person may change."""
        mine = Person.objects.kept_by(staff).values("pk")
        return self.filter(kept__in=mine).select_related("kept", "gone", "asked_by", "by")


class Merge(models.Model):
    """`gone` is closed, and what pointed at it points at `kept`.

    `asked_by`: who found it; `by`: who did it, a colleague where both cards had been signed in to.
    `taken`: which parts of the card came from `gone`; the other card holds the ones not chosen.
    `moved`: keys of rows by column; `changed`: fields of rows with what they were; `dropped`: rows
    of which the kept card had its own. By these three it can be undone.
    """

    kept = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="merges"
    )
    gone = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="merged_into"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    taken = models.JSONField(default=list)
    moved = models.JSONField(default=dict)
    changed = models.JSONField(default=list)
    dropped = models.JSONField(default=list)

    objects = MergeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gone"], condition=Q(undone_at=None), name="a_card_is_merged_once"
            ),
            models.CheckConstraint(
                condition=~Q(kept=F("gone")), name="no_card_is_merged_with_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.kept_id}"
