"""What is taught: modules, lessons, materials."""

from django.db import models
from django.db.models import Q, QuerySet
from django.urls import reverse

from peremena.cohorts.models import Cohort, Enrolment
from peremena.kit.choices import choices
from peremena.lessons import words
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.projects import cases
from peremena.projects.models import Membership


def cohorts_open_to(person: Person) -> QuerySet[Cohort]:
    """Where the person learns, helps as a mentor, or is of the team, and whose staff they are.

    Whoever has left a cohort, or its team, sees its lessons no more.
    """
    teams = Membership.objects.of(person).values("project")
    mine = Enrolment.objects.sitting().filter(Q(person=person) | Q(project__in=teams))
    centres = person.centres_with(Ability.RUN_COHORTS)
    return Cohort.objects.filter(Q(pk__in=mine.values("cohort")) | Q(programme__centre__in=centres))


def run_by(person: Person) -> Q:
    """For a lesson, where the person is of the staff."""
    return Q(module__cohort__programme__centre__in=person.centres_with(Ability.RUN_COHORTS))


class ModuleQuerySet(models.QuerySet["Module"]):
    def run_by(self, person: Person) -> "ModuleQuerySet":
        centres = person.centres_with(Ability.RUN_COHORTS)
        return self.filter(cohort__programme__centre__in=centres).select_related("cohort")


class Module(models.Model):
    """A few lessons about one thing, in the order of `place`."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="modules")
    title = models.CharField(max_length=200)
    place = models.PositiveSmallIntegerField(default=0)

    objects = ModuleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "title"], name="one_module_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.title


class LessonQuerySet(models.QuerySet["Lesson"]):
    def visible_to(self, person: Person) -> "LessonQuerySet":
        """Staff see what is being prepared, too."""
        open_to = cohorts_open_to(person)
        mine = Q(published_at__isnull=False, module__cohort__in=open_to)
        return self.filter(mine | run_by(person)).select_related("module__cohort")

    def run_by(self, person: Person) -> "LessonQuerySet":
        return self.filter(run_by(person)).select_related("module__cohort")


class Lesson(models.Model):
    """One text, one case, one team task, one reflection. `case`: the id of a card of the library,
    or blank where `told` tells it by the keys of `rules.CasePart`."""

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="lessons")
    title = models.CharField(max_length=200)
    content = models.CharField(max_length=12, choices=choices(words.CONTENTS), default="method")
    place = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(max_length=20_000, blank=True)
    case = models.CharField(max_length=80, blank=True)
    told = models.JSONField(default=dict, blank=True)
    reflection = models.CharField(max_length=500, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = LessonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["module", "title"], name="one_lesson_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("lessons:lesson", args=[self.pk])

    @property
    def card(self) -> cases.Card | None:
        """None also where the library has lost the card since."""
        return cases.by_id(self.case) if self.case else None


class MaterialQuerySet(models.QuerySet["Material"]):
    def visible_to(self, person: Person) -> "MaterialQuerySet":
        return self.filter(lesson__in=Lesson.objects.visible_to(person).values("pk"))

    def run_by(self, person: Person) -> "MaterialQuerySet":
        return self.filter(lesson__in=Lesson.objects.run_by(person).values("pk"))


class Material(models.Model):
    """A file or a link to read. `bytes`: its weight, which people see before they open it."""

    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(max_length=200)
    file = models.FileField(upload_to="materials/", blank=True)
    link = models.URLField(max_length=500, blank=True)
    bytes = models.PositiveIntegerField(null=True, blank=True)
    place = models.PositiveSmallIntegerField(default=0)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(file="") | ~Q(link=""), name="a_material_is_a_file_or_a_link"
            ),
        ]

    def __str__(self) -> str:
        return self.title
