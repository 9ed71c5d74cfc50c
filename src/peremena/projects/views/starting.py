"""Beginning a project from nothing or from a file; taking it along as a file."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.projects import forms, queries, services
from peremena.projects.brief import export
from peremena.projects.models import Project


@signed_in
@require_http_methods(["GET", "POST"])
def begin(request: PersonRequest) -> HttpResponse:
    form = forms.BeginForm(request.POST or None)
    if form.is_valid():
        return redirect(
            services.projects.begin(by=request.user, now=timezone.now(), **form.cleaned_data)
        )
    status = 422 if form.errors else 200
    return render(request, "projects/begin.html", {"form": form}, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def from_file(request: PersonRequest) -> HttpResponse:
    form = forms.BriefFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        given = form.cleaned_data
        brief = given.pop("file")
        return redirect(
            services.projects.begin_with(brief, by=request.user, now=timezone.now(), **given)
        )
    status = 422 if form.errors else 200
    return render(request, "projects/from_file.html", {"form": form}, status=status)


@signed_in
@require_safe
def to_file(request: PersonRequest, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    response = HttpResponse(export(queries.brief_of(project)), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="peremena-{project.pk}.json"'
    return response
