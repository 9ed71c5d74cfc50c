"""What people do around a project: experts' verdicts, milestones of the whole."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from peremena.drafts.models import Revision
from peremena.kit.choices import choices
from peremena.people.models import Person
from peremena.projects import words

from .projects import Project, Section


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def standing(self) -> "VerdictQuerySet":
        """What each expert says now; earlier words of the same expert are left out."""
        return self.filter(replaced_at=None).select_related("by", "page__draft").order_by("-at")

    def by(self, person: Person) -> "VerdictQuerySet":
        return self.filter(by=person)

    def stale(self) -> "VerdictQuerySet":
        return self.filter(page__draft__version__gt=F("version"))


class Verdict(models.Model):
    """What an expert says of one page of the workshop, as it was at that version."""

    page = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="verdicts")
    kind = models.CharField(max_length=8, choices=choices(words.VERDICTS))
    text = models.CharField(max_length=600, blank=True)
    version = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "by"],
                condition=Q(replaced_at=None),
                name="an_expert_says_one_thing_of_a_page",
            ),
            models.CheckConstraint(
                condition=Q(kind="ready") | ~Q(text=""),
                name="whoever_asks_for_a_change_says_which",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page}: {self.kind}"

    @property
    def is_stale(self) -> bool:
        """The page has changed since."""
        return self.page.draft.version > self.version


class Milestone(models.Model):
    """The whole project as it stood at a moment that matters, under a name."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="milestones")
    name = models.CharField(max_length=80)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name"], name="a_milestone_has_a_name_of_its_own"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class MilestonePage(models.Model):
    """Which version of a page belongs to a milestone."""

    milestone = models.ForeignKey(Milestone, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["milestone", "page"], name="a_milestone_has_each_page_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {self.page}"
