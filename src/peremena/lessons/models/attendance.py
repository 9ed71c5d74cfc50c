"""Who was there, and what they said afterwards."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from peremena.cohorts.models import Enrolment
from peremena.kit.choices import choices
from peremena.lessons import words

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


class Survey(models.Model):
    """What is asked after a session. `questions`: `{"key", "kind", "label", "options"}`."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="survey")
    questions = models.JSONField(default=list)
    is_anonymous = models.BooleanField(default=True)
    closes_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.session}"


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
    """`id` is drawn by chance, so that the order of rows tells nothing; `person`: None where
    anonymity was promised."""

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
