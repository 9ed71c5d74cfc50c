"""How a promise of a programme is counted, and facts that were written down by hand."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from peremena.cohorts.models import PlannedIndicator, Programme
from peremena.impact import indicator_words as words
from peremena.kit.choices import choices
from peremena.people.abilities import Ability
from peremena.people.models import Person


class CountedBy(models.Model):
    """The promise counts itself by this; without a row it is counted by hand."""

    promise = models.OneToOneField(
        PlannedIndicator, on_delete=models.CASCADE, related_name="counted_by"
    )
    code = models.CharField(max_length=24, choices=choices(words.CODES))

    class Meta:
        verbose_name_plural = "counted by"

    def __str__(self) -> str:
        return f"{self.promise}: {self.code}"


class FactQuerySet(models.QuerySet["Fact"]):
    def standing(self) -> "FactQuerySet":
        return self.filter(taken_back_at=None)

    def run_by(self, person: Person) -> "FactQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(promise__programme__centre__in=centres).select_related(
            "promise__programme"
        )


class Fact(models.Model):
    """So much more of a promise came true by a day. A wrong one is taken back, never changed."""

    promise = models.ForeignKey(PlannedIndicator, on_delete=models.PROTECT, related_name="facts")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    on = models.DateField()
    words = models.CharField(max_length=500, blank=True)
    link = models.URLField(max_length=500, blank=True)
    file = models.FileField(upload_to="facts/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    why_taken_back = models.CharField(max_length=500, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="a_fact_is_more_than_nothing"),
            models.CheckConstraint(
                condition=~Q(words="") | ~Q(link="") | ~Q(file=""), name="a_fact_has_a_proof"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None, why_taken_back="")
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False)
                & ~Q(why_taken_back=""),
                name="a_fact_taken_back_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.promise}: {self.amount}"


def promises_visible_to(person: Person) -> "models.QuerySet[PlannedIndicator]":
    """Staff of the centre, and its funder's observer."""
    programmes = Programme.objects.visible_to(person)
    return PlannedIndicator.objects.filter(programme__in=programmes).select_related("programme")


def promises_run_by(person: Person) -> "models.QuerySet[PlannedIndicator]":
    programmes = Programme.objects.run_by(person)
    return PlannedIndicator.objects.filter(programme__in=programmes).select_related("programme")


def address_of(promise: PlannedIndicator) -> str:
    return reverse("impact:promise", args=[promise.pk])
