"""Homework: given, handed in, read and answered."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.cohorts.models import Cohort, Enrolment
from peremena.kit.refusals import status_of, told_in
from peremena.lessons import services
from peremena.lessons.forms import homework as forms
from peremena.lessons.models import Handed, Lesson, Task
from peremena.lessons.queries import homework as queries
from peremena.lessons.queries import reading
from peremena.lessons.queries.lessons import runs
from peremena.people.access import PersonRequest, signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def give(request: PersonRequest, pk: int) -> HttpResponse:
    lesson = get_object_or_404(Lesson.objects.run_by(request.user), pk=pk)
    form = forms.TaskForm(request.POST or None)
    if form.is_valid():
        return redirect(services.homework.give(lesson, form.given, by=request.user))
    context = {"lesson": lesson, "form": form}
    status = 422 if form.errors else 200
    return render(request, "lessons/task_form.html", context, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    mine = Lesson.objects.run_by(request.user).values("pk")
    found = get_object_or_404(Task.objects.filter(lesson__in=mine).select_related("lesson"), pk=pk)
    form = forms.TaskForm(request.POST or None, initial=forms.of_task(found))
    if form.is_valid():
        services.homework.change(found, form.given, by=request.user)
        return redirect(found)
    context = {"lesson": found.lesson, "task": found, "form": form}
    status = 422 if form.errors else 200
    return render(request, "lessons/task_form.html", context, status=status)


@signed_in
@require_safe
def task(request: PersonRequest, pk: int) -> HttpResponse:
    """The team's page: where to write it, and to hand it in."""
    found = get_object_or_404(Task.objects.visible_to(request.user), pk=pk)
    own = queries.own(found, request.user, timezone.localdate())
    context = {
        "task": found,
        "where": forms.where(found),
        "runs": runs(request.user, found.lesson.module.cohort),
        "pages": reading.pages(found, own),
    }
    return render(request, "lessons/task.html", context)


@signed_in
@require_POST
def hand_in(request: PersonRequest, pk: int, enrolment: int) -> HttpResponse:
    found = get_object_or_404(Task.objects.visible_to(request.user), pk=pk)
    own = queries.own(found, request.user, timezone.localdate())
    mine = Enrolment.objects.filter(pk__in=[one.enrolment.pk for one in own])
    whose = get_object_or_404(mine, pk=enrolment)
    services.homework.hand_in(found, whose, by=request.user, now=timezone.now())
    return redirect(found)


@signed_in
@require_safe
def homework(request: PersonRequest, pk: int) -> HttpResponse:
    """Who has handed in what, for the curator."""
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    found = queries.of_cohort(cohort, timezone.localdate())
    context = {"cohort": cohort, "tasks": found, "waiting": queries.waiting(found)}
    return render(request, "lessons/homework.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def handed(request: PersonRequest, pk: int) -> HttpResponse:
    """What was handed in as it was then; POST accepts or returns it."""
    mine = Handed.objects.run_by(request.user).select_related("draft", "enrolment__territory")
    found = get_object_or_404(mine, pk=pk)
    form = forms.AnswerForm(request.POST or None)
    if form.is_valid():
        accepts, words = request.POST.get("do") == "accept", form.cleaned_data["words"]
        now = timezone.now()
        with told_in(form):
            services.homework.answer(found, accepts=accepts, words=words, by=request.user, now=now)
            return redirect("lessons:homework", found.task.lesson.module.cohort_id)
    context = {
        "handed": found,
        "form": form,
        "frozen": reading.frozen(found),
        "talk": reading.talk(found),
        "url": queries.where(found.task, found.enrolment),
    }
    return render(request, "lessons/handed.html", context, status=status_of(form))
