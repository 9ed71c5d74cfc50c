"""What was written on a page and when; bringing an earlier version back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.projects import queries, services
from peremena.projects.brief import Section
from peremena.projects.models import Section as Page


@signed_in
@require_safe
def versions(request: PersonRequest, pk: int, section: str) -> HttpResponse:
    page = get_object_or_404(Page.objects.visible_to(request.user), project=pk, name=section)
    context = {
        "project": page.project,
        "page": page,
        "standing": queries.standing(page.project, request.user),
        "words": queries.words_of(Section(section)),
        "versions": queries.versions(page),
    }
    return render(request, "projects/versions.html", context)


@signed_in
@require_POST
def restore(request: PersonRequest, pk: int, section: str, revision: int) -> HttpResponse:
    page = get_object_or_404(Page.objects.visible_to(request.user), project=pk, name=section)
    found = get_object_or_404(page.draft.revisions, pk=revision)
    services.projects.bring_back(page, found, by=request.user, now=timezone.now())
    messages.success(request, _("The earlier version is back. The later one is kept, too."))
    return redirect("projects:section", pk, section)
