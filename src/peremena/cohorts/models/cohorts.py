"""Programmes, cohorts, and the people enrolled in them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from peremena.cohorts import rules, words
from peremena.kit.choices import choices
from peremena.people.abilities import Ability
from peremena.people.models import Centre, Organisation, Person
from peremena.places.models import Territory
from peremena.projects.models import Project


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, person: Person) -> "ProgrammeQuerySet":
        centres = {
            *person.centres_with(Ability.RUN_COHORTS),
            *person.centres_with(Ability.SEE_TOTALS),
        }
        return self.filter(centre__in=centres)

    def run_by(self, person: Person) -> "ProgrammeQuerySet":
        return self.filter(centre__in=person.centres_with(Ability.RUN_COHORTS))


class Programme(models.Model):
    """What a funder pays for, such as one grant; cohorts learn in it."""

    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="programmes")
    name = models.CharField(max_length=200)
    funder = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="funded"
    )
    grant_number = models.CharField(max_length=80, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["centre", "name"], name="one_programme_of_a_name"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="a_programme_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("cohorts:programme", args=[self.pk])


class PlannedIndicator(models.Model):
    """What the programme has promised its funder: a number by a day."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="indicators")
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=60, blank=True)
    plan = models.DecimalField(max_digits=14, decimal_places=2)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="one_indicator_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class CohortQuerySet(models.QuerySet["Cohort"]):
    def visible_to(self, person: Person) -> "CohortQuerySet":
        return self.filter(
            programme__in=Programme.objects.visible_to(person).values("pk")
        ).select_related("programme__centre")

    def run_by(self, person: Person) -> "CohortQuerySet":
        """Those whose people the person may see: an observer sees totals only."""
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(programme__centre__in=centres).select_related("programme__centre")


class Cohort(models.Model):
    """Those who learn together. It lives on after the lessons: money comes in its second year."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="cohorts")
    name = models.CharField(max_length=120)
    places = models.PositiveSmallIntegerField(default=12)
    starts_on = models.DateField()
    lessons_end_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField()
    is_demonstration = models.BooleanField(default=False)

    objects = CohortQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="one_cohort_of_a_name"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="a_cohort_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("cohorts:cohort", args=[self.pk])

    @property
    def free_places(self) -> int:
        """Never below zero, though the number of places may have been made smaller."""
        return max(0, self.places - self.enrolments.sitting().filter(part="learner").count())

    def is_taken(self, territory: Territory) -> bool:
        """Somebody of the territory learns here."""
        return self.enrolments.sitting().filter(part="learner", territory=territory).exists()

    def why_not_enrol(
        self, person: Person | None, territory: Territory | None, part: rules.Part
    ) -> rules.Refusal | None:
        """None as person or territory: somebody, some place that nobody has named here before."""
        before = person and self.enrolments.filter(person=person).first()
        return rules.why_not_enrol(
            part,
            rules.Status(before.status) if before else None,
            free=self.free_places,
            territory_taken=territory is not None and self.is_taken(territory),
        )


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def visible_to(self, person: Person) -> "EnrolmentQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(cohort__programme__centre__in=centres).select_related(
            "cohort__programme", "person"
        )

    def of(self, person: Person) -> "EnrolmentQuerySet":
        return self.filter(person=person)

    def sitting(self) -> "EnrolmentQuerySet":
        """Those who have not left; alumni stay."""
        return self.exclude(status="left")


class Enrolment(models.Model):
    """A person in a cohort, with the territory and, once there is one, the project."""

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="enrolments")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="enrolments"
    )
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="enrolments")
    project = models.ForeignKey(
        Project, null=True, blank=True, on_delete=models.SET_NULL, related_name="enrolments"
    )
    part = models.CharField(max_length=8, choices=choices(words.PARTS), default="learner")
    status = models.CharField(max_length=10, choices=choices(words.STATUSES), default="learning")
    status_since = models.DateTimeField()
    enrolled_at = models.DateTimeField()
    enrolled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "person"], name="enrolled_once_in_a_cohort"),
            models.UniqueConstraint(
                fields=["cohort", "territory"],
                condition=Q(part="learner") & ~Q(status="left"),
                name="one_learner_of_a_territory_in_a_cohort",
            ),
            models.UniqueConstraint(
                fields=["cohort", "project"],
                condition=Q(part="learner") & ~Q(project=None) & ~Q(status="left"),
                name="one_learner_of_a_project_in_a_cohort",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.cohort}"

    def get_absolute_url(self) -> str:
        return reverse("cohorts:enrolment", args=[self.pk])


class StatusChange(models.Model):
    """What an enrolment became, when, and why."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="changes")
    status = models.CharField(max_length=10, choices=choices(words.STATUSES))
    reason = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.status}"


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def run_by(self, person: Person) -> "DeadlineQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(cohort__programme__centre__in=centres).select_related("cohort")


class Deadline(models.Model):
    """A day that a cohort has to keep. `about`: what it asks for, where the records know by
    themselves who has done it; whoever has is not reminded."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="deadlines")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    about = models.CharField(max_length=12, blank=True, choices=choices(words.DEADLINES))

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "title"], name="one_deadline_of_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.due_on}"


class ContactNote(models.Model):
    """Staff rang or wrote to somebody who is enrolled: what was agreed, what comes next.

    `minutes`: how long a consultation took; None where it was only a call.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="notes")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    has_answered = models.BooleanField(default=True)
    text = models.TextField(max_length=2000, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    next_on = models.DateField(null=True, blank=True)
    is_done = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.enrolment}, {self.at:%Y-%m-%d}"
