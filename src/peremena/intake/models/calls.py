"""Calls: a cohort is opened to applications, with its days, questions, rubric and quotas."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from peremena.cohorts.models import Cohort
from peremena.intake import rules
from peremena.people.abilities import Ability
from peremena.people.models import Person


class CallQuerySet(models.QuerySet["Call"]):
    def run_by(self, person: Person) -> "CallQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(cohort__programme__centre__in=centres).select_related(
            "cohort__programme__centre"
        )

    def marked_by(self, person: Person) -> "CallQuerySet":
        """Those for which staff have asked the person to mark applications."""
        return self.filter(markers__person=person, markers__until=None).select_related(
            "cohort__programme__centre"
        )

    def public(self) -> "CallQuerySet":
        return self.filter(published_at__isnull=False).select_related("cohort__programme__centre")

    def open_at(self, now: datetime) -> "CallQuerySet":
        return self.public().filter(opens_at__lte=now, closes_at__gt=now).order_by("closes_at")


class Call(models.Model):
    """One intake. `slug`: its short address; `opens_at` the first moment, `closes_at` the first
    moment after the last.

    `questions`: the form, in order: each `{"key", "kind", "required"}` of the ready ones, or with
    `"label"`, `"hint"`, `"options"`, `"limit"` of one's own. `rubric`: the lines by which experts
    mark: `{"key", "title", "weight", "top", "descriptors"}`. `quotas`: `{"kind", "key", "title",
    "least"}`. `conditions`: who may apply, as the questions that are asked first: `{"key", "text",
    "good", "why", "instead"}`, `good` being the answer that lets one in. `phone`: whom to ring, as
    it is to be read. `waiting`: how many
    places the waiting list has; `offer_days`: for how long an offered place is kept.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="calls")
    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=40, unique=True)
    lead = models.TextField(max_length=2000, blank=True)
    text = models.TextField(max_length=8000, blank=True)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    seminar_at = models.DateTimeField(null=True, blank=True)
    seminar_place = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    waiting = models.PositiveSmallIntegerField(default=4)
    offer_days = models.PositiveSmallIntegerField(default=3)
    conditions = models.JSONField(default=list, blank=True)
    questions = models.JSONField(default=list, blank=True)
    rubric = models.JSONField(default=list, blank=True)
    quotas = models.JSONField(default=list, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = CallQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="a_call_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("intake:call", args=[self.pk])

    @property
    def public_url(self) -> str:
        return reverse("intake:public_call", args=[self.slug])

    @property
    def last_day(self) -> datetime:
        """The last moment of applications, to be shown as a day."""
        return self.closes_at - timedelta(seconds=1)

    def why_not_write(self, now: datetime, *, by_staff: bool) -> rules.Refusal | None:
        """None when applications are taken now."""
        return rules.why_not_write(
            is_published=self.published_at is not None,
            opens=self.opens_at,
            closes=self.closes_at,
            now=now,
            by_staff=by_staff,
        )
