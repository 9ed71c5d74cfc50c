"""All remarks of a project, the most useful few first, and putting one aside."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from peremena.kit.keeping import Kind, kept_on_phones
from peremena.people.access import PersonRequest, signed_in
from peremena.projects import forms, queries, services
from peremena.projects.checks import Circumstances, Remark, shown
from peremena.projects.models import Project, PutAside


@kept_on_phones(Kind.PAGE)
@signed_in
@require_safe
def remarks(request: PersonRequest, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    insight = queries.insight(project, Circumstances(today=timezone.localdate()))
    first, rest = shown(list(insight.open))
    is_rest = bool(rest) and "rest" in request.GET
    context = {
        "project": project,
        "standing": queries.standing(project, request.user),
        "insight": insight,
        "remarks": rest if is_rest else first,
        "rest": rest,
        "is_rest": is_rest,
        "story": queries.story(project),
    }
    return render(request, "projects/remarks.html", context)


@signed_in
@require_POST
def put_aside(request: PersonRequest, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    form = forms.PutAsideForm(request.POST)
    if not form.is_valid():
        raise Http404
    remark = remark_or_404(project, form.cleaned_data, timezone.localdate())
    reason = form.cleaned_data["reason"]
    services.remarks.put_aside(project, remark, reason=reason, by=request.user, now=timezone.now())
    return redirect("projects:remarks", project.pk)


@signed_in
@require_POST
def take_up(request: PersonRequest, pk: int, aside: int) -> HttpResponse:
    found = get_object_or_404(PutAside.objects.visible_to(request.user), project=pk, pk=aside)
    services.remarks.take_up(found, by=request.user)
    return redirect("projects:remarks", pk)


def remark_or_404(project: Project, asked: dict[str, str], today: date) -> Remark:
    """Only a remark that stands now can be put aside."""
    insight = queries.insight(project, Circumstances(today=today))
    for remark in insight.remarks:
        if (remark.rule, remark.field) == (asked["rule"], asked["field"]):
            return remark
    raise Http404
