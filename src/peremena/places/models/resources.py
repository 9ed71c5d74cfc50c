"""The map of resources and traditions: what a territory can build on, in six layers."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.urls import reverse

from peremena.kit.choices import choices
from peremena.people.models import Person
from peremena.places import words

from .questionnaires import Questionnaire
from .territories import Territory, Village


class ResourceQuerySet(models.QuerySet["Resource"]):
    def visible_to(self, person: Person) -> "ResourceQuerySet":
        open_to = Territory.objects.with_passport_for(person).values("pk")
        return self.filter(territory__in=open_to, removed_at=None).select_related("territory")

    def shown_to_all(self) -> "ResourceQuerySet":
        """What a head or a keeper has published, for anybody on the internet."""
        return self.filter(is_shown=True, removed_at=None).select_related("territory")

    def removed_by_mistake(self, person: Person, *, since: datetime) -> "ResourceQuerySet":
        """Removed since then, where the person writes: these can still be put back."""
        open_to = Territory.objects.with_passport_by(person).values("pk")
        return self.filter(territory__in=open_to, removed_at__gte=since)

    def written_by(self, person: Person) -> "ResourceQuerySet":
        open_to = Territory.objects.with_passport_by(person).values("pk")
        return self.filter(territory__in=open_to, removed_at=None).select_related("territory")


class Resource(models.Model):
    """One thing, skill, body, place, craft or story. Where it is: a point, or words such as
    “near the school”. `owner`: whose it is; `season`: when it is there, such as “Shrovetide”.

    `small`: the photo for lists. `people_agreed`: those who can be recognised on the photo agreed
    that all may see it; False: not yet, so it is never public; None: nobody can be recognised.
    `questionnaire`: whose answer it was; it goes when that neighbour takes the answers back.
    `operation`: the send that has brought it, so that sending it again brings nothing new.
    """

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
    small = models.FileField(upload_to="resources/", blank=True)
    people_agreed = models.BooleanField(null=True, blank=True)
    questionnaire = models.ForeignKey(
        Questionnaire, null=True, blank=True, on_delete=models.SET_NULL, related_name="resources"
    )
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
    operation = models.CharField(max_length=60, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = ResourceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="a_resource_has_a_title"),
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="a_point_has_both_coordinates",
            ),
            models.UniqueConstraint(
                fields=["territory", "operation"],
                condition=~models.Q(operation=""),
                name="a_send_brings_one_resource",
            ),
        ]
        indexes = [models.Index(fields=["territory", "layer"], name="resources_by_layer")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("places:resource", args=[self.pk])

    @property
    def photo_is_public(self) -> bool:
        return bool(self.photo and self.is_shown and self.people_agreed is not False)

    @property
    def where(self) -> str:
        """In words: the village and what stands near."""
        village = self.village.name if self.village else ""
        return ", ".join(part for part in (village, self.whereabouts) if part)


class ResourceEdit(models.Model):
    """A change of a resource. `before`: what it said till then, by name (see `editing.py`); `key`:
    of the send that has brought it, so that sending it again changes nothing.
    """

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="edits")
    key = models.CharField(max_length=60, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    before = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resource", "key"],
                condition=~models.Q(key=""),
                name="a_send_changes_a_resource_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resource}, {self.at:%d.%m.%Y}"
