"""What the marks of an application came to, once every marker was done with it."""

from django.db import models

from .candidates import Candidate


class Standing(models.Model):
    """It is made when the last marker is done: before that nobody sees any mark, and after that no
    mark changes. `mean`, `spread`: as choosing.Sum; `opened_at`: when marks became visible."""

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="standing")
    mean = models.DecimalField(max_digits=5, decimal_places=2)
    spread = models.DecimalField(max_digits=5, decimal_places=2)
    count = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-mean", "spread"], name="standings_from_the_best")]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.mean}"
