"""The map of resources and traditions: what a territory can build on, in six layers."""

from django.conf import settings
from django.db import models

from peremena.kit.choices import choices
from peremena.people.models import Person
from peremena.places import words

from .territories import Territory, Village


class ResourceQuerySet(models.QuerySet["Resource"]):
    def visible_to(self, person: Person) -> "ResourceQuerySet":
        open_to = Territory.objects.with_passport_for(person).values("pk")
        return self.filter(territory__in=open_to, removed_at=None).select_related("territory")

    def written_by(self, person: Person) -> "ResourceQuerySet":
        open_to = Territory.objects.with_passport_by(person).values("pk")
        return self.filter(territory__in=open_to, removed_at=None).select_related("territory")


class Resource(models.Model):
    """One thing, skill, body, place, craft or story. Where it is: a point, or words such as
    “near the school”. `owner`: whose it is; `season`: when it is there, such as “Shrovetide”."""

    territory = models.ForeignKey(Territory, on_delete=models.CASCADE, related_name="resources")
    village = models.ForeignKey(
        Village, null=True, blank=True, on_delete=models.SET_NULL, related_name="resources"
    )
    layer = models.CharField(max_length=16, choices=choices(words.LAYERS))
    title = models.CharField(max_length=200)
    story = models.TextField(max_length=4000, blank=True)
    whereabouts = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    season = models.CharField(max_length=120, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    photo = models.FileField(upload_to="resources/", blank=True)
    people_agreed = models.BooleanField(null=True, blank=True)
    is_shown = models.BooleanField(default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = ResourceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="a_resource_has_a_title"),
        ]
        indexes = [models.Index(fields=["territory", "layer"], name="resources_by_layer")]

    def __str__(self) -> str:
        return self.title
