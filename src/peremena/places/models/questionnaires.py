"""What neighbours told of what they can do and have: kept apart from the passport."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from peremena.people.models import Person

from .territories import Territory


class QuestionnaireQuerySet(models.QuerySet["Questionnaire"]):
    def kept_by(self, person: Person) -> "QuestionnaireQuerySet":
        """Those of territories in whose passport the person writes."""
        open_to = Territory.objects.with_passport_by(person).values("pk")
        return self.filter(territory__in=open_to).select_related("territory")


class Questionnaire(models.Model):
    """One neighbour's answers by the key of the question. The link with the token is the way in.

    Name and phone are there only with the neighbour's own agreement, each with its time; `wording`
    is the edition of the sentences that were agreed to.
    """

    territory = models.ForeignKey(
        Territory, on_delete=models.CASCADE, related_name="questionnaires"
    )
    token = models.CharField(max_length=43, unique=True)
    answers = models.JSONField(default=dict, blank=True)
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=32, blank=True)
    name_agreed_at = models.DateTimeField(null=True, blank=True)
    phone_agreed_at = models.DateTimeField(null=True, blank=True)
    wording = models.PositiveSmallIntegerField(default=1)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(name="") | Q(name_agreed_at__isnull=False),
                name="a_neighbour_agreed_to_be_named",
            ),
            models.CheckConstraint(
                condition=Q(phone="") | Q(phone_agreed_at__isnull=False),
                name="a_neighbour_agreed_to_be_rung",
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"№ {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("places:answers", args=[self.pk])
