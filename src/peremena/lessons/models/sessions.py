"""The timetable: days with a time and a place, and the key to one's own calendar."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from peremena.cohorts.models import Cohort
from peremena.kit.choices import choices
from peremena.lessons import words
from peremena.people.abilities import Ability
from peremena.people.models import Person

from .lessons import Lesson, cohorts_open_to


class SessionQuerySet(models.QuerySet["Session"]):
    def visible_to(self, person: Person) -> "SessionQuerySet":
        return self.filter(cohort__in=cohorts_open_to(person)).select_related("cohort", "lesson")

    def run_by(self, person: Person) -> "SessionQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(cohort__programme__centre__in=centres).select_related(
            "cohort__programme__centre", "lesson"
        )


class Session(models.Model):
    """One day of a cohort. `uid` and `sequence`: by which a calendar knows that it was moved;
    `series`: shared by those that were made in one go."""

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="sessions")
    lesson = models.ForeignKey(
        Lesson, null=True, blank=True, on_delete=models.SET_NULL, related_name="sessions"
    )
    kind = models.CharField(max_length=12, choices=choices(words.SESSION_KINDS), default="lesson")
    title = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    series = models.CharField(max_length=36, blank=True)
    uid = models.CharField(max_length=80, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    why_cancelled = models.CharField(max_length=500, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="a_session_ends_after_it_starts"
            ),
        ]
        indexes = [models.Index(fields=["cohort", "starts_at"], name="sessions_in_order")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("lessons:session", args=[self.pk])


class FeedKey(models.Model):
    """The secret address of a person's calendar; a new key shuts the old address."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feed_key"
    )
    key = models.CharField(max_length=43, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person}"
