"""Steps of the method: a box of the tree, the goal by its formula, a task out of a cause."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from peremena.kit.fields import FormField
from peremena.kit.keeping import Kind as Kept
from peremena.kit.keeping import kept_on_phones
from peremena.people.access import PersonRequest, signed_in
from peremena.projects import queries, services
from peremena.projects.forms import BeginTaskForm, BranchForm, FormulaForm
from peremena.projects.models import Project
from peremena.projects.picture_words import Kind


@signed_in
@require_POST
def keep_branch(request: PersonRequest, pk: int) -> HttpResponse:
    """A box of the tree as written, and perhaps a new one that hangs on it."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    form = BranchForm(request.POST)
    if not form.is_valid():
        raise Http404
    branch, now = form.branch(), timezone.now()
    kind = Kind.GOALS if form.cleaned_data["turned"] else Kind.TREE
    address = reverse("projects:picture", args=[pk, kind])
    if request.POST.get("do") == "remove":
        services.method.remove_branch(project, branch, by=request.user, now=now)
        return redirect(address)
    path = services.method.keep_branch(project, branch, by=request.user, now=now)
    return redirect(f"{address}?at={path}#at")


@kept_on_phones(Kept.DRAFT)
@signed_in
@require_http_methods(["GET", "POST"])
def goal_formula(request: PersonRequest, pk: int) -> HttpResponse:
    """The goal put together of its parts; POST keeps them and, if told so, makes them the goal."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        return keep_formula(request, project)
    context = {
        "project": project,
        "standing": queries.standing(project, request.user),
        "page": queries.formula_page(project),
        "operation": uuid4().hex,
    }
    return render(request, "projects/formula.html", context)


def keep_formula(request: PersonRequest, project: Project) -> HttpResponse:
    form = FormulaForm({name.removeprefix("goal."): text for name, text in request.POST.items()})
    if not form.is_valid():
        raise Http404
    now, operation = timezone.now(), form.cleaned_data.pop("operation")
    services.method.keep_formula(project, form.cleaned_data, operation, by=request.user, now=now)
    if request.POST.get("do") != "set":
        return redirect(reverse("projects:goal_formula", args=[project.pk]) + "#sentence")
    services.method.set_goal(project, operation, by=request.user, now=now)
    messages.success(request, _("This is your goal now. Read it aloud and mend the words."))
    return redirect("projects:section", project.pk, "goal")


@signed_in
@require_POST
def begin_task(request: PersonRequest, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    form = BeginTaskForm(request.POST)
    if not form.is_valid():
        raise Http404
    row = services.method.begin_task(
        project,
        form.cleaned_data["cause"],
        form.cleaned_data["operation"],
        by=request.user,
        now=timezone.now(),
    )
    page = reverse("projects:section", args=[pk, "tasks"])
    return redirect(f"{page}#{FormField(row, '').id}" if row else page)
