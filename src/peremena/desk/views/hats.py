"""Each hat's page at an address of its own, for those who wear several."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peremena.desk.queries import path
from peremena.kit import paging
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in
from peremena.projects.models import Project

from .first import board_page, more_page, queue_page, totals_page, way_page


@requires(Ability.RUN_COHORTS)
@require_safe
def board(request: PersonRequest) -> HttpResponse:
    return board_page(request, path.stage(request.user))


@signed_in
@require_safe
def way(request: PersonRequest) -> HttpResponse:
    return way_page(request, path.stage(request.user))


@requires(Ability.ADVISE_PROJECTS)
@require_safe
def queue(request: PersonRequest) -> HttpResponse:
    return queue_page(request, path.stage(request.user))


@requires(Ability.SEE_TOTALS)
@require_safe
def totals(request: PersonRequest) -> HttpResponse:
    return totals_page(request, path.stage(request.user))


@signed_in
@require_safe
def more(request: PersonRequest) -> HttpResponse:
    return more_page(request, path.stage(request.user))


@signed_in
@require_safe
def projects(request: PersonRequest) -> HttpResponse:
    """All projects that the person may read, the freshest first."""
    visible = Project.objects.visible_to(request.user).select_related("territory__district")
    after = request.GET.get("after", "")
    listed = paging.page(visible, by=("-created_at", "-pk"), after=after)
    return render(request, "desk/all_projects.html", {"listed": listed})
