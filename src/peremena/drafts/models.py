"""What the drafts room remembers: content, every version of it, and what people say about it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from peremena.kit.choices import choices

from . import words


class Draft(models.Model):
    """A long form being written. Whose it is and who may open it, the owner room knows."""

    kind = models.CharField(max_length=40)
    content = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class RevisionQuerySet(models.QuerySet["Revision"]):
    def newest_first(self) -> "RevisionQuerySet":
        return self.order_by("-version").select_related("author", "on_behalf_of")

    def in_order(self) -> "RevisionQuerySet":
        """Without the contents, which are long."""
        return self.order_by("version").select_related("author", "on_behalf_of").defer("content")


class Revision(models.Model):
    """The whole content after one save. `is_kept`: it has a name somewhere and is never thinned."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    content = models.JSONField()
    base = models.PositiveIntegerField(default=0)
    source = models.CharField(max_length=8, choices=choices(words.SOURCES), default="web")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    is_kept = models.BooleanField(default=False)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "version"], name="one_revision_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.draft}, version {self.version}"


class Operation(models.Model):
    """One send of a page, remembered so that sending it again changes nothing."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="operations")
    key = models.CharField(max_length=64)
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "key"], name="an_operation_counts_once"),
        ]

    def __str__(self) -> str:
        return self.key


class ClashQuerySet(models.QuerySet["Clash"]):
    def open(self) -> "ClashQuerySet":
        waiting = self.filter(settled_at=None).select_related("offered_by", "kept_by")
        return waiting.order_by("at", "pk")


class Clash(models.Model):
    """Two people wrote the same field: the later words stand, the earlier are offered beside.

    `kept_by`: whose the later words were; nobody for clashes of before this was noted.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="clashes")
    path = models.CharField(max_length=400)
    kept: Any = models.JSONField(null=True)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    offered: Any = models.JSONField()
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_taken = models.BooleanField(default=False)

    objects = ClashQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "clashes"
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None, is_taken=False)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="a_settled_clash_has_a_time_and_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.draft}: {self.path}"


class CommentQuerySet(models.QuerySet["Comment"]):
    def in_order(self) -> "CommentQuerySet":
        return self.select_related("author", "to", "closed_by").order_by("at", "pk")


class Comment(models.Model):
    """What somebody says about a field. `quote`: what stood there then; an answer has a parent.

    `to`: whom it asks; None: everybody who reads.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="comments")
    path = models.CharField(max_length=400, blank=True)
    text = models.TextField(max_length=4000)
    quote = models.CharField(max_length=300, blank=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="answers")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_comment_says_something"),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False, parent=None),
                name="only_a_first_comment_is_closed_with_time_and_person",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
