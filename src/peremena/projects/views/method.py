"""Steps of the method: the goal by its formula, a task out of a cause."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from peremena.drafts import exchange
from peremena.drafts.services import Saved
from peremena.kit.fields import FormField
from peremena.kit.keeping import Kind as Kept
from peremena.kit.keeping import kept_on_phones
from peremena.people.access import PersonRequest, signed_in
from peremena.projects import queries, services
from peremena.projects.brief import Section
from peremena.projects.forms import BeginTaskForm
from peremena.projects.models import Project
from peremena.projects.models import Section as Page


@kept_on_phones(Kept.DRAFT)
@signed_in
@exchange.takes_saves
@require_http_methods(["GET", "POST"])
def goal_formula(request: PersonRequest, pk: int) -> HttpResponse:
    """The goal put together of its parts. The script saves where the whole section does; a plain
    form is sent here."""
    page = goal_of(request, pk)
    saved = kept(request, page) if request.method == "POST" else None
    if saved and not saved.refused:
        return redirect(reverse("projects:goal_formula", args=[pk]) + "#sentence")
    return formula(request, page.project, saved)


def formula(request: PersonRequest, project: Project, saved: Saved | None) -> HttpResponse:
    """With what was typed where not all of it could be kept."""
    found = queries.formula_page(project, saved)
    context = {
        "project": project,
        "standing": queries.standing(project, request.user),
        "page": found,
        "form": found.form,
    }
    return render(request, "projects/formula.html", context, status=422 if saved else 200)


@signed_in
@exchange.takes_saves
@require_POST
def set_goal(request: PersonRequest, pk: int) -> HttpResponse:
    """The parts as sent are kept, and their sentence becomes the goal."""
    page = goal_of(request, pk)
    saved = kept(request, page)
    if saved.refused:
        messages.error(request, _("This is not your goal yet: mend what is marked, press again."))
        return formula(request, page.project, saved)
    operation, now = saved.request.operation, timezone.now()
    if not services.method.set_goal(page.project, operation, by=request.user, now=now):
        return redirect(reverse("projects:goal_formula", args=[pk]) + "#sentence")
    messages.success(request, _("This is your goal now. Read it aloud and mend the words."))
    return redirect("projects:section", pk, "goal")


def goal_of(request: PersonRequest, pk: int) -> Page:
    return get_object_or_404(Page.objects.visible_to(request.user), project=pk, name=Section.GOAL)


def kept(request: PersonRequest, page: Page) -> Saved:
    return services.projects.write(
        page, exchange.sent(request), by=request.user, now=timezone.now()
    )


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
