"""Gates of a cohort, who has passed them, and the personal plans of those who are not there yet."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from peremena.cohorts.gates import Condition, read
from peremena.people.abilities import Ability
from peremena.people.models import Person

from .cohorts import Cohort, Enrolment


class GateQuerySet(models.QuerySet["Gate"]):
    def run_by(self, person: Person) -> "GateQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(cohort__programme__centre__in=centres).select_related("cohort")


class Gate(models.Model):
    """What everybody in the cohort should have by a day. `conditions`: as `gates.read` reads."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="gates")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    conditions = models.JSONField(default=list)

    objects = GateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "number"], name="one_gate_of_a_number"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("desk:gate", args=[self.pk])

    @property
    def asks(self) -> tuple[Condition, ...]:
        return read(self.conditions)


class Passed(models.Model):
    """Staff have let somebody through a gate; `note`: why, where something was still missing."""

    gate = models.ForeignKey(Gate, on_delete=models.PROTECT, related_name="passed")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="passed")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "passed"
        constraints = [
            models.UniqueConstraint(fields=["gate", "enrolment"], name="a_gate_is_passed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.gate}"


class PlanStepQuerySet(models.QuerySet["PlanStep"]):
    def run_by(self, person: Person) -> "PlanStepQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(enrolment__cohort__programme__centre__in=centres).select_related(
            "enrolment__cohort"
        )

    def of(self, person: Person) -> "PlanStepQuerySet":
        """The person's own, as somebody who learns."""
        return self.filter(enrolment__person=person).exclude(enrolment__status="left")

    def to_do(self) -> "PlanStepQuerySet":
        return self.filter(done_on=None).order_by("due_on", "pk")


class PlanStep(models.Model):
    """One step of a personal plan: what, by which day. `gate`: the one it leads to, if any."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="plan")
    gate = models.ForeignKey(
        Gate, null=True, blank=True, on_delete=models.SET_NULL, related_name="steps"
    )
    text = models.CharField(max_length=300)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_on = models.DateField()

    objects = PlanStepQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_step_says_what"),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(done_on__gte=F("made_on")),
                name="a_step_is_done_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return self.text
