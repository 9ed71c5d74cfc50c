"""A territory's passport: one draft a block, and what of it the head shows to all."""

from django.db import models

from peremena.drafts.models import Draft

from .territories import Territory


class PassportBlock(models.Model):
    """Which draft holds which block. `shown`: paths of fields that the head has published."""

    territory = models.ForeignKey(Territory, on_delete=models.CASCADE, related_name="blocks")
    name = models.CharField(max_length=24)
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="passport_block")
    shown = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["territory", "name"], name="one_draft_a_block"),
        ]

    def __str__(self) -> str:
        return f"{self.territory}: {self.name}"
