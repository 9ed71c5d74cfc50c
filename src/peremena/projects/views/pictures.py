"""The project in pictures: calendar, chain, logframe, money. The trees are written in `trees`."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.projects.models import Project
from peremena.projects.picture_words import PICTURES, Kind
from peremena.projects.queries import pictures as drawn

PAGES = {
    Kind.PARTIES: drawn.parties_page,
    Kind.CALENDAR: drawn.calendar_page,
    Kind.CHAIN: drawn.chain_page,
    Kind.LOGFRAME: drawn.logframe_page,
    Kind.MONEY: drawn.money_page,
}


@signed_in
@require_safe
def pictures(request: PersonRequest, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    context = {"project": project, "pictures": PICTURES.items()}
    return render(request, "projects/pictures/all.html", context)


@signed_in
@require_safe
def picture(request: PersonRequest, pk: int, kind: str) -> HttpResponse:
    if kind not in PAGES:
        raise Http404
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    name = Kind(kind)
    context = {
        "project": project,
        "kind": name,
        "words": PICTURES[name],
        "pictures": PICTURES.items(),
        "page": PAGES[name](project),
    }
    return render(request, f"projects/pictures/{name}.html", context)
