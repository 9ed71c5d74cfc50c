"""Applications: a project frozen for a contest."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from peremena.contests.records import Contest
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.projects.brief import Brief
from peremena.projects.models import Project


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, person: Person) -> "ApplicationQuerySet":
        return self.filter(project__in=Project.objects.visible_to(person)).select_related(
            "project", "life"
        )

    def run_by(self, person: Person) -> "ApplicationQuerySet":
        """Those whose decisions the person records: staff of the project's centre."""
        centres = person.centres_with(Ability.RUN_CONTESTS)
        return self.filter(project__centre__in=centres).select_related("project", "life")

    def led_by(self, person: Person) -> "ApplicationQuerySet":
        return self.filter(project__in=Project.objects.led_by(person)).select_related(
            "project", "life"
        )

    def submitted_by(self, person: Person) -> "ApplicationQuerySet":
        """Those whose submission the person may record: their leader, and staff."""
        run = models.Q(project__centre__in=person.centres_with(Ability.RUN_CONTESTS))
        led = models.Q(project__in=Project.objects.led_by(person).values("pk"))
        return self.filter(run | led).select_related("project", "life")

    def newest_first(self) -> "ApplicationQuerySet":
        return self.order_by("-at", "-pk")


class Application(models.Model):
    """A project as it was on one day, for one contest as its rules were then.

    The database refuses to change or delete one, but for words that a person asked to erase:
    such a change sets `redacted_at`.
    `brief` and `record` are JSON kept as text: a database that sorts keys would change them.
    `name`: the contest's. `number`: counts the applications of a project to this contest.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="applications")
    contest = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    brief = models.TextField()
    record = models.TextField()
    fingerprint = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    redacted_at = models.DateTimeField(null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "contest", "number"], name="one_application_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} № {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("contests:application", args=[self.pk])

    @property
    def frozen_brief(self) -> Brief:
        return Brief.model_validate_json(self.brief)

    @property
    def frozen_record(self) -> Contest:
        return Contest.model_validate_json(self.record)
