"""What the desk remembers: the index of the search. Everything in it can be made anew."""

from django.db import models


class SearchRow(models.Model):
    """One thing that can be found. `number` is its key where that is one; `stamp` tells a change.

    `title_terms` and `terms` hold the words in the forms by which they are found.
    """

    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=60)
    number = models.BigIntegerField(null=True, blank=True)
    title = models.CharField(max_length=400)
    text = models.TextField(blank=True)
    title_terms = models.TextField()
    terms = models.TextField()
    stamp = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="found_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
