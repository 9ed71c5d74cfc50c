"""Organisations as a centre knows them: applicants, partners, funders."""

from django.db import models
from django.db.models import Q

from peremena.kit.choices import choices
from peremena.people import words
from peremena.people.abilities import Ability

from .centres import Centre
from .persons import Person


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, person: Person) -> "OrganisationQuerySet":
        """Those of the centres that know the person."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(centre__in=person.centres)

    def in_register_of(self, person: Person) -> "OrganisationQuerySet":
        return self.filter(centre__in=person.centres_with(Ability.SEE_PEOPLE))

    def kept_by(self, person: Person) -> "OrganisationQuerySet":
        return self.filter(centre__in=person.centres_with(Ability.KEEP_PEOPLE))


class Organisation(models.Model):
    """One body with its numbers in the state registers; both numbers may be unknown."""

    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="organisations")
    kind = models.CharField(max_length=24, choices=choices(words.ORGANISATION_KINDS))
    name = models.CharField(max_length=300)
    short = models.CharField(max_length=120, blank=True)
    inn = models.CharField(max_length=12, blank=True)
    ogrn = models.CharField(max_length=15, blank=True)
    address = models.CharField(max_length=300, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "ogrn"], condition=~Q(ogrn=""), name="one_organisation_an_ogrn"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="an_organisation_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.short or self.name
