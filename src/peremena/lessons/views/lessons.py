"""Modules, lessons and materials: read by learners, written by staff."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.cohorts.models import Cohort
from peremena.kit import files
from peremena.kit.keeping import Kind, kept_on_phones
from peremena.lessons import services
from peremena.lessons.forms import lessons as forms
from peremena.lessons.models import Lesson, Material, Module, cohorts_open_to
from peremena.lessons.papers import packs
from peremena.lessons.queries import homework
from peremena.lessons.queries import lessons as queries
from peremena.people.access import PersonRequest, signed_in


@kept_on_phones(Kind.PAGE)
@signed_in
@require_safe
def lessons(request: PersonRequest, pk: int) -> HttpResponse:
    open_to = cohorts_open_to(request.user).select_related("programme")
    cohort = get_object_or_404(open_to.distinct(), pk=pk)
    return shelf(request, cohort)


def shelf(
    request: PersonRequest, cohort: Cohort, form: forms.ModuleForm | None = None
) -> HttpResponse:
    runs = queries.runs(request.user, cohort)
    sources = queries.sources(cohort, request.user) if runs else Cohort.objects.none()
    context = {
        "cohort": cohort,
        "shelves": queries.shelves(cohort, request.user),
        "runs": runs,
        "form": form or forms.ModuleForm(),
        "copying": forms.CopyForm(sources=sources) if sources else None,
    }
    return render(request, "lessons/lessons.html", context, status=422 if form else 200)


@signed_in
@require_POST
def add_module(request: PersonRequest, pk: int) -> HttpResponse:
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    form = forms.ModuleForm(request.POST)
    if not form.is_valid():
        return shelf(request, cohort, form)
    module = services.lessons.add_module(cohort, form.cleaned_data["title"], by=request.user)
    return redirect("lessons:add_lesson", module.pk)


@signed_in
@require_POST
def copy(request: PersonRequest, pk: int) -> HttpResponse:
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    form = forms.CopyForm(request.POST, sources=queries.sources(cohort, request.user))
    if form.is_valid():
        services.lessons.copy(form.cleaned_data["source"], cohort, by=request.user)
    return redirect("lessons:lessons", cohort.pk)


@signed_in
@require_http_methods(["GET", "POST"])
def edit_module(request: PersonRequest, pk: int) -> HttpResponse:
    module = get_object_or_404(Module.objects.run_by(request.user), pk=pk)
    known = {"title": module.title, "place": module.place}
    form = forms.ModuleChangeForm(request.POST or None, initial=known)
    if form.is_valid():
        services.lessons.change_module(module, by=request.user, **form.cleaned_data)
        return redirect("lessons:lessons", module.cohort_id)
    status = 422 if form.errors else 200
    return render(request, "lessons/module.html", {"module": module, "form": form}, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def add_lesson(request: PersonRequest, pk: int) -> HttpResponse:
    module = get_object_or_404(Module.objects.run_by(request.user), pk=pk)
    form = forms.LessonForm(request.POST or None)
    if form.is_valid():
        return redirect(services.lessons.add_lesson(module, form.written, by=request.user))
    context = {"module": module, "form": form}
    status = 422 if form.errors else 200
    return render(request, "lessons/lesson_form.html", context, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def edit_lesson(request: PersonRequest, pk: int) -> HttpResponse:
    lesson = get_object_or_404(Lesson.objects.run_by(request.user), pk=pk)
    form = forms.LessonForm(request.POST or None, initial=forms.of_lesson(lesson))
    if form.is_valid():
        services.lessons.change_lesson(lesson, form.written, by=request.user)
        return redirect(lesson)
    context = {"module": lesson.module, "lesson": lesson, "form": form}
    status = 422 if form.errors else 200
    return render(request, "lessons/lesson_form.html", context, status=status)


@signed_in
@require_POST
def publish(request: PersonRequest, pk: int) -> HttpResponse:
    """Shown to learners, or hidden from them again."""
    lesson = get_object_or_404(Lesson.objects.run_by(request.user), pk=pk)
    if request.POST.get("shown") == "no":
        services.lessons.hide(lesson, by=request.user)
    else:
        services.lessons.publish(lesson, by=request.user, now=timezone.now())
    return redirect(lesson)


@kept_on_phones(Kind.PAGE)
@signed_in
@require_safe
def lesson(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Lesson.objects.visible_to(request.user), pk=pk)
    page = queries.lesson_page(found, request.user)
    context = {"lesson": found, "page": page, "given": homework.given(page.tasks, request.user)}
    return render(request, "lessons/lesson.html", context)


@signed_in
@require_safe
def pack(request: PersonRequest, pk: int) -> HttpResponseBase:
    """All of a lesson in one file, for those who missed it or have no link later."""
    found = get_object_or_404(Lesson.objects.visible_to(request.user), pk=pk)
    address = request.build_absolute_uri(found.get_absolute_url())
    return packs.sent(queries.lesson_page(found, request.user), address)


@signed_in
@require_http_methods(["GET", "POST"])
def add_material(request: PersonRequest, pk: int) -> HttpResponse:
    lesson = get_object_or_404(Lesson.objects.run_by(request.user), pk=pk)
    form = forms.MaterialForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        given = form.cleaned_data
        if given["file"]:
            services.materials.add_file(lesson, given["title"], given["file"], by=request.user)
        else:
            services.materials.add_link(lesson, given["title"], given["link"], by=request.user)
        return redirect(f"{lesson.get_absolute_url()}#materials")
    context = {"lesson": lesson, "form": form}
    status = 422 if form.errors else 200
    return render(request, "lessons/material.html", context, status=status)


@signed_in
@require_safe
def material(request: PersonRequest, pk: int) -> HttpResponseBase:
    visible = Material.objects.visible_to(request.user).exclude(file="")
    found = get_object_or_404(visible, pk=pk)
    return files.sent(found.file, name=found.title)


@signed_in
@require_POST
def remove_material(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Material.objects.run_by(request.user), pk=pk)
    lesson = found.lesson
    services.materials.remove(found, by=request.user)
    return redirect(f"{lesson.get_absolute_url()}#materials")
