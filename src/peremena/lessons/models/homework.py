"""Homework: a task names what the team writes anyway; handing in freezes its version."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from peremena.cohorts.models import Enrolment
from peremena.kit.choices import choices
from peremena.lessons import words
from peremena.people.abilities import Ability
from peremena.people.models import Person

from .lessons import Lesson


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, person: Person) -> "TaskQuerySet":
        open_to = Lesson.objects.visible_to(person).values("pk")
        return self.filter(lesson__in=open_to).select_related("lesson__module__cohort")


class Task(models.Model):
    """What a lesson gives to do. `target` and `part`: a section of the project, a block of the
    passport, or so many (`amount`) resources on the map."""

    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=4000, blank=True)
    target = models.CharField(max_length=10, choices=choices(words.TARGETS))
    part = models.CharField(max_length=24, blank=True)
    amount = models.PositiveSmallIntegerField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(target="resources", part="") | ~Q(target="resources") & ~Q(part=""),
                name="a_task_names_its_part",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("lessons:task", args=[self.pk])


class HandedQuerySet(models.QuerySet["Handed"]):
    def run_by(self, person: Person) -> "HandedQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(enrolment__cohort__programme__centre__in=centres).select_related(
            "task__lesson__module", "enrolment__person", "enrolment__project"
        )


class Handed(models.Model):
    """What a team has handed in: the version of the draft then; for resources, a copy of them.

    One row for a team; handing in again after a return changes it, and the journal and `answers`
    keep what was before: `{"at", "by", "state", "words", "version"}`.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="handed")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="handed")
    state = models.CharField(
        max_length=10, choices=choices(words.HANDED_STATES), default="handed-in"
    )
    draft = models.ForeignKey(
        "drafts.Draft", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(null=True, blank=True)
    copy = models.JSONField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(max_length=4000, blank=True)
    answers = models.JSONField(default=list, blank=True)

    objects = HandedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "handed"
        constraints = [
            models.UniqueConstraint(fields=["task", "enrolment"], name="a_team_hands_in_once"),
            models.CheckConstraint(
                condition=Q(draft__isnull=False, version__isnull=False, copy=None)
                | Q(draft=None, version=None, copy__isnull=False),
                name="what_is_handed_in_is_frozen",
            ),
            models.CheckConstraint(
                condition=Q(state="handed-in")
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="an_answer_has_a_time_and_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.task}"

    def get_absolute_url(self) -> str:
        return reverse("lessons:handed", args=[self.pk])
