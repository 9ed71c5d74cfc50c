"""Districts and okrugs of the region: the same ground under names and codes that change."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from peremena.kit.choices import choices
from peremena.places import words


class District(models.Model):
    """A piece of the region. `name` is for good, and that of its outline in data/districts.geojson;
    what it is called in law, and since when, stands in its statuses."""

    name = models.CharField(max_length=120, unique=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    population = models.PositiveIntegerField(null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("places:district", args=[self.pk])


class DistrictStatus(models.Model):
    """What a district was or is in law. Not known stays empty: the day, the code, what is now."""

    district = models.ForeignKey(District, on_delete=models.CASCADE, related_name="statuses")
    kind = models.CharField(max_length=16, choices=choices(words.DISTRICT_KINDS))
    name = models.CharField(max_length=160)
    code = models.CharField(max_length=8, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    is_current = models.BooleanField(default=False)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "district statuses"
        constraints = [
            models.UniqueConstraint(
                fields=["district"],
                condition=Q(is_current=True),
                name="one_status_of_a_district_now",
            ),
            models.CheckConstraint(
                condition=Q(is_current=False) | Q(until=None),
                name="what_a_district_is_now_has_not_ended",
            ),
        ]

    def __str__(self) -> str:
        return self.name
