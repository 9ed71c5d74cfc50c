"""Candidates: people who ask to learn, each with an application, a form that keeps every word."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from peremena.drafts.models import Draft
from peremena.intake import rules, words
from peremena.kit.choices import choices
from peremena.people.abilities import Ability
from peremena.people.models import ConsentText, Person
from peremena.places.models import District, Territory

from .calls import Call


class CandidateQuerySet(models.QuerySet["Candidate"]):
    def run_by(self, person: Person) -> "CandidateQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(call__cohort__programme__centre__in=centres)

    def marked_by(self, person: Person) -> "CandidateQuerySet":
        """Those that the person has been asked to mark, whatever their interests."""
        return self.filter(
            call__markers__person=person, call__markers__until=None, state="handed-in"
        )

    def in_race(self) -> "CandidateQuerySet":
        """Those who have not taken their application back."""
        return self.exclude(state="withdrawn")

    def with_place(self) -> "CandidateQuerySet":
        return self.select_related("person", "territory__district", "district")

    def handed_in(self) -> "CandidateQuerySet":
        return self.filter(state="handed-in")


class Candidate(models.Model):
    """One person's wish to learn in one call: the application.

    The link with the token, or the code, is the way back in.

    `person`: a card made when the application was begun; no centre knows it before it is handed
    in. `territory`: None while the village is not in our list (`village` has the words).
    `email`: as it was typed, which proves nothing about whose it is. `tag`: by which copy of the
    call somebody came. `entered_by`: of staff, who keyed it in. `is_newcomer`: has not been in a
    school before, by their own word. `search_text`: what staff look for, in small letters.
    `arrived_at`: came to the seminar; `ticked_at`: when that was last said, on the phone's clock.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="candidates")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="candidacies"
    )
    territory = models.ForeignKey(
        Territory, null=True, blank=True, on_delete=models.PROTECT, related_name="candidates"
    )
    district = models.ForeignKey(
        District, null=True, blank=True, on_delete=models.PROTECT, related_name="candidates"
    )
    village = models.CharField(max_length=160, blank=True)
    email = models.EmailField(blank=True)
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="candidate")
    token = models.CharField(max_length=43, unique=True)
    code = models.CharField(max_length=12, unique=True)
    tag = models.CharField(max_length=40, blank=True)
    channel = models.CharField(max_length=8, choices=choices(words.CHANNELS), default="web")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    consent_text = models.ForeignKey(
        ConsentText, null=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=choices(words.STATES), default="begun")
    begun_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    is_late = models.BooleanField(default=False)
    is_newcomer = models.BooleanField(null=True, blank=True)
    search_text = models.CharField(max_length=700, blank=True)
    is_invited = models.BooleanField(default=False)
    arrived_at = models.DateTimeField(null=True, blank=True)
    ticked_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = CandidateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="handed-in") | Q(handed_in_at__isnull=False),
                name="what_is_handed_in_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None, consent_text=None)
                | Q(agreed_at__isnull=False, consent_text__isnull=False),
                name="an_applicant_agreed_to_a_text_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["call", "person"],
                condition=~Q(state="withdrawn"),
                name="a_person_is_a_candidate_once",
            ),
        ]
        indexes = [
            models.Index(fields=["call", "state", "-handed_in_at"], name="candidates_in_order"),
            models.Index(fields=["call", "-begun_at", "-id"], name="candidates_as_they_came"),
            models.Index(fields=["call", "territory"], name="candidates_of_a_territory"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.territory or self.village}"

    def get_absolute_url(self) -> str:
        return reverse("intake:candidate", args=[self.pk])

    @property
    def place(self) -> str:
        """The territory, or the village that is not in our list."""
        return str(self.territory) if self.territory else self.village

    def why_not_write(self, now: datetime, *, by_staff: bool) -> rules.Refusal | None:
        """None while the application may be changed."""
        if self.state != rules.State.BEGUN:
            return rules.Refusal.NOT_BEGUN
        return self.call.why_not_write(now, by_staff=by_staff)
