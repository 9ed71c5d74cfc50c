"""Who was there, and what they said afterwards."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from peremena.cohorts.models import Enrolment
from peremena.kit.choices import choices
from peremena.lessons import words
from peremena.people.models import Person

from .sessions import Session


class Sign(models.Model):
    """One statement about one person on one day; they are only added to, and the last word of the
    surest way counts, in whatever order they came. `key`: made where it was ticked, so that a
    repeated send counts once; `at`: when it was ticked there, not when it came here.

    `guest`: somebody of the team who is not enrolled, by name.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="signs")
    enrolment = models.ForeignKey(
        Enrolment, null=True, blank=True, on_delete=models.CASCADE, related_name="signs"
    )
    guest = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="signs",
    )
    presence = models.CharField(max_length=12, choices=choices(words.PRESENCES))
    way = models.CharField(max_length=6, choices=choices(words.WAYS))
    key = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "key"], name="a_sign_counts_once"),
            models.CheckConstraint(
                condition=Q(enrolment__isnull=False, guest=None)
                | Q(enrolment=None, guest__isnull=False),
                name="a_sign_is_of_a_learner_or_a_guest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session}: {self.presence}"


class SheetQuerySet(models.QuerySet["Sheet"]):
    def run_by(self, person: Person) -> "SheetQuerySet":
        return self.filter(session__in=Session.objects.run_by(person).values("pk"))


class Sheet(models.Model):
    """A paper list as it was printed. `rows`: whose number is which, as keys of the roll, so that
    somebody who joins later shifts nobody. `photo`: of the signed paper."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="sheets")
    rows = models.JSONField(default=list)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    photo = models.FileField(upload_to="attendance/", blank=True)
    photo_at = models.DateTimeField(null=True, blank=True)

    objects = SheetQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.session}"

    def get_absolute_url(self) -> str:
        return reverse("lessons:sheet", args=[self.pk])


class SurveyQuerySet(models.QuerySet["Survey"]):
    def run_by(self, person: Person) -> "SurveyQuerySet":
        return self.filter(session__in=Session.objects.run_by(person).values("pk"))

    def visible_to(self, person: Person) -> "SurveyQuerySet":
        return self.filter(session__in=Session.objects.visible_to(person).values("pk"))


class Survey(models.Model):
    """What is asked after a session. `questions`: `{"key", "kind", "label", "options"}`.

    `reminded_at`: when a letter called it to mind; there is one for each questionnaire."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="survey")
    questions = models.JSONField(default=list)
    is_anonymous = models.BooleanField(default=True)
    closes_on = models.DateField(null=True, blank=True)
    is_closed = models.BooleanField(default=False)
    asked_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = SurveyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.session}"

    def get_absolute_url(self) -> str:
        return reverse("lessons:survey", args=[self.pk])


class SurveyTaken(models.Model):
    """Who has answered; nothing leads from here to an anonymous answer: no time, no order."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="taken")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="surveys_taken"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "person"], name="a_survey_is_taken_once"),
        ]

    def __str__(self) -> str:
        return f"{self.survey}: {self.person}"


class SurveyAnswer(models.Model):
    """`person`: None where anonymity was promised. Then `id` is drawn by chance, and all rows are
    written anew with each answer, so that neither they nor their order in the file tell anything.
    """

    id = models.UUIDField(primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="survey_answers",
    )
    answers = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.survey}"
