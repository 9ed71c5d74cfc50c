"""What changed in the whole project."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from peremena.people.access import PersonRequest, signed_in
from peremena.projects import queries, services
from peremena.projects.models import Project


@signed_in
@require_http_methods(["GET", "POST"])
def changes(request: PersonRequest, pk: int) -> HttpResponse:
    """Word by word, since this person has last said to have read it; POST says so anew."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    now = timezone.now()
    if request.method == "POST":
        until = moment(request.POST.get("until", "")) or now
        services.looks.read_all(project, request.user, until=until, now=now)
        messages.success(request, _("Noted. From now on this page shows what is newer."))
        return redirect(project)
    context = {
        "project": project,
        "news": queries.comparing.news(project, request.user),
        "until": now.isoformat(),
    }
    return render(request, "projects/changes.html", context)


def moment(text: str) -> datetime | None:
    """None when the text is no moment with its zone."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
