"""First pages: of a person, and of a project, composed of what the rooms below know."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from peremena.desk.queries import first as queries
from peremena.people.access import PersonRequest, signed_in
from peremena.projects.models import Project
from peremena.projects.services import looks


@require_safe
def home(request: PersonRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "desk/welcome.html")
    context = {"desk": queries.desk(request.user, timezone.now())}
    return render(request, "desk/home.html", context)


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/help.html")


@signed_in
@require_safe
def workshop(request: PersonRequest, pk: int) -> HttpResponse:
    """A project's first page: the next step, readiness, what changed, who is at work."""
    visible = Project.objects.visible_to(request.user).select_related("territory__district")
    project = get_object_or_404(visible, pk=pk)
    now = timezone.now()
    context = {"project": project, "workshop": queries.workshop(project, request.user, now)}
    response = render(request, "desk/workshop.html", context)
    looks.look(project, request.user, now=now)
    return response
