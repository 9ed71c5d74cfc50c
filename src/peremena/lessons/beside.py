"""Homework on the pages on which it is written: in the workshop, the passport, the map."""

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone

from peremena.cohorts.models import Enrolment
from peremena.lessons.forms.homework import AnswerForm
from peremena.lessons.queries import open_homework
from peremena.lessons.queries.open_homework import Here
from peremena.lessons.rules import Target
from peremena.people.access import PersonRequest

FOUND = "homework_here"  # asked for once a page, said in two places


def on_section(request: PersonRequest, where: str, *, pk: int, section: str) -> str:
    there = Enrolment.objects.filter(project=pk)
    return told(request, where, there, Target.SECTION, section)


def on_block(request: PersonRequest, where: str, *, pk: int, block: str) -> str:
    return told(request, where, Enrolment.objects.filter(territory=pk), Target.BLOCK, block)


def on_resources(request: PersonRequest, where: str, *, pk: int) -> str:
    return told(request, where, Enrolment.objects.filter(territory=pk), Target.RESOURCES, "")


def told(
    request: PersonRequest, where: str, there: QuerySet[Enrolment], target: Target, part: str
) -> str:
    found: Here | None = getattr(request, FOUND, None)
    if found is None:
        today = timezone.localdate()
        found = open_homework.here(request.user, there, target, part, today)
        setattr(request, FOUND, found)
    context = {"here": found, "form": AnswerForm(), "back": request.path}
    return render_to_string(f"lessons/here_{where}.html", context, request)
