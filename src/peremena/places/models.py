"""What the places room remembers."""

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from peremena.people.models import Person


class District(models.Model):
    """A municipal district or okrug; its outline lies in data/districts.geojson under its name."""

    name = models.CharField(max_length=120, unique=True)
    code_before_reform = models.CharField(max_length=8, blank=True)
    code = models.CharField(max_length=8, blank=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    population = models.PositiveIntegerField(null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class TerritoryQuerySet(models.QuerySet["Territory"]):
    def visible_to(self, person: Person | AnonymousUser) -> "TerritoryQuerySet":
        """Places are common ground: everybody who has signed in sees them all."""
        return self.select_related("district") if person.is_authenticated else self.none()


class Territory(models.Model):
    """Some villages with one head: the ground on which a project grows."""

    name = models.CharField(max_length=160)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="territories")
    centre = models.CharField(max_length=120)
    villages = models.JSONField(default=list)
    population = models.PositiveIntegerField(null=True, blank=True)
    since = models.DateField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = TerritoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "territories"
        constraints = [
            models.UniqueConstraint(fields=["district", "name"], name="one_territory_of_a_name"),
            models.CheckConstraint(condition=~Q(centre=""), name="a_territory_has_a_centre"),
        ]

    def __str__(self) -> str:
        return self.name
