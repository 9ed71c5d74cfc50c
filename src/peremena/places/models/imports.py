"""Files of territories that staff bring in: what was found in them, and how far the work is."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from peremena.kit.choices import choices
from peremena.people.models import Person
from peremena.places import rules, words


class ImportQuerySet(models.QuerySet["Import"]):
    def of(self, person: Person) -> "ImportQuerySet":
        """A file is looked after by whoever sent it."""
        return self.filter(by=person)


class Import(models.Model):
    """`file` is kept until the work is done. `report`: what was found, as importing.Report."""

    name = models.CharField(max_length=200)
    file = models.FileField(upload_to="imports/", blank=True)
    state = models.CharField(max_length=16, choices=choices(words.IMPORT_STATES), default="read")
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("places:imported", args=[self.pk])

    @property
    def is_going_on(self) -> bool:
        return self.state in (rules.ImportState.WAITING, rules.ImportState.AT_WORK)

    @property
    def why_not(self) -> rules.Refusal | None:
        """None when the file may be brought in."""
        state = rules.ImportState(self.state)
        mistakes, news = self.report["mistakes_found"], self.report["made"] + self.report["changed"]
        return rules.why_not_import(state, mistakes, news, self.report["same"])
