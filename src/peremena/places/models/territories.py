"""Territories: what they were and are in law, their codes, villages, and who works with them."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from peremena.kit.choices import choices
from peremena.people.abilities import Ability
from peremena.people.models import Centre, Person, Trust
from peremena.places import words

from .districts import District


class TerritoryQuerySet(models.QuerySet["Territory"]):
    def visible_to(self, person: Person | AnonymousUser) -> "TerritoryQuerySet":
        """Places are common ground: everybody who has signed in sees them all."""
        return self.select_related("district") if person.is_authenticated else self.none()

    def kept_by(self, person: Person) -> "TerritoryQuerySet":
        """Where the person holds a post now or was asked to keep the passport."""
        return self.filter(
            Q(posts__person=person, posts__until=None)
            | Q(keepers__person=person, keepers__until=None)
        ).distinct()

    def helped_by(self, person: Person) -> "TerritoryQuerySet":
        """Whose head of now has named the person as a helper."""
        trusting = Trust.objects.in_hands_of(person).values("person")
        return self.filter(
            posts__person__in=trusting, posts__is_head=True, posts__until=None
        ).distinct()

    def in_care_of(self, centres: Iterable[int]) -> "TerritoryQuerySet":
        return self.filter(care__centre__in=centres, care__until=None).distinct()

    def with_passport_for(self, person: Person) -> "TerritoryQuerySet":
        """Whose passport and resources the person may open whole."""
        return self.open_to(person, Ability.SEE_PASSPORTS)

    def with_passport_by(self, person: Person) -> "TerritoryQuerySet":
        """Whose passport and resources the person may write.

        Staff and a helper of the head do it on the head's behalf.
        """
        return self.open_to(person, Ability.WRITE_FOR_TEAMS)

    def open_to(self, person: Person, ability: Ability) -> "TerritoryQuerySet":
        kept = Territory.objects.kept_by(person).values("pk")
        helped = Territory.objects.helped_by(person).values("pk")
        cared = Territory.objects.in_care_of(person.centres_with(ability)).values("pk")
        open_here = Q(pk__in=kept) | Q(pk__in=helped) | Q(pk__in=cared)
        return self.filter(open_here).select_related("district")


class Territory(models.Model):
    """Some villages with one head: the ground on which a project grows."""

    name = models.CharField(max_length=160)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="territories")
    centre = models.CharField(max_length=120)
    population = models.PositiveIntegerField(null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(null=True, blank=True)
    population_source = models.CharField(max_length=300, blank=True)
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

    def get_absolute_url(self) -> str:
        return reverse("places:territory", args=[self.pk])

    @property
    def villages(self) -> list[str]:
        """Names as they were told, the centre first; one query, none after a prefetch."""
        return [village.name for village in sorted(self.places.all(), key=lambda one: one.pk)]


class TerritoryStatus(models.Model):
    """What the territory was from a day on: a settlement before the reform, a unit after it."""

    territory = models.ForeignKey(Territory, on_delete=models.CASCADE, related_name="statuses")
    status = models.CharField(max_length=16, choices=choices(words.STATUSES))
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "territory statuses"
        constraints = [
            models.UniqueConstraint(
                fields=["territory"], condition=Q(until=None), name="one_status_of_a_territory_now"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="a_status_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.territory}: {self.status}"


class TerritoryCode(models.Model):
    """A code in a state classifier, with its days: codes change and are never a key."""

    territory = models.ForeignKey(Territory, on_delete=models.CASCADE, related_name="codes")
    code = models.CharField(max_length=11)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["territory", "code"], name="one_row_a_code"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(until=None), name="one_territory_of_a_code_now"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Village(models.Model):
    """One inhabited place of a territory; the number of residents has a year and a source."""

    territory = models.ForeignKey(Territory, on_delete=models.CASCADE, related_name="places")
    name = models.CharField(max_length=120)
    population = models.PositiveIntegerField(null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(null=True, blank=True)
    population_source = models.CharField(max_length=300, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["territory", "name"], name="one_village_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Care(models.Model):
    """A centre works with a territory, from a day on: its staff may read and help there."""

    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="care")
    territory = models.ForeignKey(Territory, on_delete=models.CASCADE, related_name="care")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "care"
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "territory"], condition=Q(until=None), name="one_care_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.centre}: {self.territory}"
