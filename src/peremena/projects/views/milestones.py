"""Milestones of the whole project: marking, comparing any two, bringing pieces back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.drafts import exchange
from peremena.people.access import PersonRequest, signed_in
from peremena.projects import forms, queries, services
from peremena.projects.models import Milestone, Project


@signed_in
@require_http_methods(["GET", "POST"])
def milestones(request: PersonRequest, pk: int) -> HttpResponse:
    """POST keeps the whole project as it is now under a name."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    form = forms.MilestoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        services.milestones.mark(project, name, by=request.user, now=timezone.now())
        messages.success(request, _("Kept. You can look at it and bring pieces of it back."))
        return redirect("projects:milestones", pk)
    context = {
        "project": project,
        "standing": queries.standing(project, request.user),
        "milestones": project.milestones.select_related("by").order_by("-at", "-pk"),
        "form": form,
    }
    return render(request, "projects/milestones.html", context, status=422 if form.errors else 200)


@signed_in
@require_safe
def compare(request: PersonRequest, pk: int, milestone: int) -> HttpResponse:
    """The milestone beside what stands now, or beside a later one: `?with=12`."""
    old = milestone_or_404(request, pk, milestone)
    others = list(old.project.milestones.exclude(pk=old.pk).order_by("-at", "-pk"))
    new = next((one for one in others if str(one.pk) == request.GET.get("with")), None)
    standing = queries.standing(old.project, request.user)
    bringing = reverse("projects:bring", args=[pk, milestone])
    context = {
        "project": old.project,
        "old": old,
        "new": new,
        "others": others,
        "differences": queries.comparing.between(old, new),
        "bringing": bringing if standing.writes and new is None else "",
        "standing": standing,
        "undo": undo(request, old.project),
    }
    return render(request, "projects/compare.html", context)


@signed_in
@exchange.takes_saves
@require_POST
def bring(request: PersonRequest, pk: int, milestone: int) -> HttpResponse:
    """A row, a field or a whole page as it was at the milestone."""
    old = milestone_or_404(request, pk, milestone)
    sections = old.project.sections.select_related("draft", "project")
    page = get_object_or_404(sections, name=request.POST.get("section", ""))
    seen, path = number(request.POST.get("seen", "")), request.POST.get("path", "")
    before = services.milestones.bring(
        old, page, path, seen=seen, by=request.user, now=timezone.now()
    )
    messages.success(request, _("It is back. What stood there is kept in the history, too."))
    address = reverse("projects:compare", args=[pk, milestone])
    return redirect(f"{address}?undo={page.name}:{before.pk}")


@signed_in
@require_POST
def remove(request: PersonRequest, pk: int, milestone: int) -> HttpResponse:
    services.milestones.remove(milestone_or_404(request, pk, milestone), by=request.user)
    return redirect("projects:milestones", pk)


def milestone_or_404(request: PersonRequest, pk: int, milestone: int) -> Milestone:
    visible = Milestone.objects.filter(project__in=Project.objects.visible_to(request.user))
    return get_object_or_404(visible.select_related("project", "by"), project=pk, pk=milestone)


def undo(request: PersonRequest, project: Project) -> str:
    """Where the button leads that takes back what was just brought; empty when there is nothing."""
    section, _colon, revision = request.GET.get("undo", "").partition(":")
    known = project.sections.filter(name=section).exists()
    if not known or not revision.isdecimal() or len(revision) > 15:
        return ""
    return reverse("projects:restore", args=[project.pk, section, revision])


def number(text: str) -> int:
    if not text.isdecimal() or len(text) > 9:
        raise Http404
    return int(text)
