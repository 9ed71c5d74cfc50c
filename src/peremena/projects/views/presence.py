"""A line for a page that is open: who else is on it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.projects import queries, services
from peremena.projects.brief import Section
from peremena.projects.models import Section as Page


@signed_in
@never_cache
@require_safe
def here(request: PersonRequest, pk: int, section: str) -> HttpResponse:
    """Whoever asks is still here."""
    page = get_object_or_404(Page.objects.visible_to(request.user), project=pk, name=section)
    now, name = timezone.now(), Section(section)
    services.looks.be_at(page.project, name, request.user, now=now)
    others = queries.presence.here(page.project, name, request.user, now)
    return render(request, "projects/here.html", {"others": others})
