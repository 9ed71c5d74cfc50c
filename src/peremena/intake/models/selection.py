"""How twelve are chosen: markers, their interests and marks, decisions, offers of places."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from peremena.cohorts.models import Enrolment
from peremena.intake import words
from peremena.kit.choices import choices

from .calls import Call
from .candidates import Candidate


class Marker(models.Model):
    """An expert whom staff have asked to mark the applications of a call.

    `due_on`: the last day for the marks; `reminded_at`: when a letter called that day to mind.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="markers")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="marks_for"
    )
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    declared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["call", "person"], condition=Q(until=None), name="asked_to_mark_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.call}"


class Conflict(models.Model):
    """Why a marker does not mark an application: found by us, or by the marker's own word."""

    marker = models.ForeignKey(Marker, on_delete=models.CASCADE, related_name="conflicts")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="conflicts")
    kind = models.CharField(max_length=20, choices=choices(words.INTERESTS))
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["marker", "candidate", "kind"], name="an_interest_is_noted_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.marker}: {self.candidate}"


class Mark(models.Model):
    """What one marker gives one application. `points`: by the key of the rubric's line;
    `done_at`: None while the marker is still thinking."""

    marker = models.ForeignKey(Marker, on_delete=models.PROTECT, related_name="marks")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="marks")
    points = models.JSONField(default=dict)
    note = models.TextField(max_length=2000, blank=True)
    changed_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["marker", "candidate"], name="one_mark_of_a_marker"),
        ]

    def __str__(self) -> str:
        return f"{self.marker}: {self.candidate}"


class DecisionQuerySet(models.QuerySet["Decision"]):
    def untold_of(self, call: Call) -> "DecisionQuerySet":
        """What nobody has heard of yet; who has taken the application back is out of it."""
        return self.filter(candidate__call=call, candidate__state="handed-in", told_at=None)

    def for_letters(self) -> "DecisionQuerySet":
        """With everything that the letter names."""
        return self.select_related(
            "candidate__person", "candidate__territory", "candidate__call__cohort"
        )


class Decision(models.Model):
    """What staff have decided. Nobody hears of it before all are sent together (`told_at`).

    `rank`: the place on the waiting list, None for others.
    """

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="decision")
    verdict = models.CharField(max_length=10, choices=choices(words.VERDICTS))
    reason = models.TextField(max_length=2000)
    alternative = models.CharField(max_length=16, choices=choices(words.ALTERNATIVES), blank=True)
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    enrolment = models.OneToOneField(
        Enrolment, null=True, blank=True, on_delete=models.SET_NULL, related_name="decision"
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_decision_has_a_reason"),
            models.CheckConstraint(
                condition=Q(verdict="waiting", rank__isnull=False)
                | ~Q(verdict="waiting") & Q(rank=None),
                name="only_who_waits_has_a_rank",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.verdict}"


class Sending(models.Model):
    """Decisions of a call on their way. `total`: letters; `ended_at`: when the last was written."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="sendings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    total = models.PositiveIntegerField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["call"], condition=Q(ended_at=None), name="one_sending_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.call}, {self.at:%Y-%m-%d}"

    @property
    def is_going_on(self) -> bool:
        return self.ended_at is None


class Offer(models.Model):
    """A place for somebody, until a moment. `answer`: blank while it is open."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="offers")
    offered_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=choices(words.ANSWERS), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["candidate"], condition=Q(answer=""), name="one_open_offer"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None)
                | ~Q(answer="") & Q(answered_at__isnull=False),
                name="an_answered_offer_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("offered_at")), name="an_offer_lasts_a_while"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidate}, {self.expires_at:%Y-%m-%d}"
