"""Beginning a project from nothing or from a file; taking it along as a file."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.people.models import Person
from peremena.places.models import Territory
from peremena.projects import forms, queries, services
from peremena.projects.brief import export
from peremena.projects.models import Project


@signed_in
@require_http_methods(["GET", "POST"])
def begin(request: PersonRequest) -> HttpResponse:
    form = forms.BeginForm(request.POST or None, initial=place_of(request.user))
    if form.is_valid():
        return redirect(
            services.projects.begin(by=request.user, now=timezone.now(), **form.cleaned_data)
        )
    status = 422 if form.errors else 200
    return render(request, "projects/begin.html", {"form": form}, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def from_file(request: PersonRequest) -> HttpResponse:
    place = place_of(request.user)
    form = forms.BriefFileForm(request.POST or None, request.FILES or None, initial=place)
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


def place_of(person: Person) -> dict[str, object]:
    """Whoever keeps the passport of a territory does not type its name again."""
    kept = Territory.objects.kept_by(person).order_by("pk").first()
    return {"village": kept.centre or kept.name, "district": kept.district_id} if kept else {}
