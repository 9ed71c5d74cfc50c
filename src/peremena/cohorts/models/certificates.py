"""Certificates: what was printed, under which number, and whether it still holds."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from peremena.people.abilities import Ability
from peremena.people.models import Person

from .cohorts import Enrolment


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def run_by(self, person: Person) -> "CertificateQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(enrolment__cohort__programme__centre__in=centres)

    def visible_to(self, person: Person) -> "CertificateQuerySet":
        """One's own, and those of the centres where one runs cohorts."""
        centres = person.centres_with(Ability.RUN_COHORTS)
        mine = Q(enrolment__person=person)
        return self.filter(mine | Q(enrolment__cohort__programme__centre__in=centres))

    def valid(self) -> "CertificateQuerySet":
        return self.filter(revoked_on=None)


class Certificate(models.Model):
    """Words and numbers as they were on the day of issue. `key`: the code of the public check."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="certificates")
    series = models.CharField(max_length=12)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    programme = models.CharField(max_length=200)
    centre = models.CharField(max_length=200)
    project = models.CharField(max_length=300, blank=True)
    hours = models.DecimalField(max_digits=5, decimal_places=1)
    issued_on = models.DateField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    key = models.CharField(max_length=12, unique=True)
    revoked_on = models.DateField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    why_revoked = models.CharField(max_length=500, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="one_certificate_a_number"),
            models.UniqueConstraint(
                fields=["enrolment"],
                condition=Q(revoked_on=None),
                name="one_valid_certificate_of_an_enrolment",
            ),
            models.CheckConstraint(
                condition=Q(revoked_on=None, revoked_by=None, why_revoked="")
                | Q(revoked_on__isnull=False, revoked_by__isnull=False) & ~Q(why_revoked=""),
                name="a_revoked_certificate_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} № {self.number:04d}"

    def get_absolute_url(self) -> str:
        return reverse("cohorts:check_certificate", args=[self.key])
