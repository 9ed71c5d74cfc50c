"""First pages: of a person by the hat they wear, and of a project."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from peremena.desk.hats import Hat
from peremena.desk.queries import board, everything, path, queue, second, totals
from peremena.desk.queries import first as queries
from peremena.desk.queries.path import Stage
from peremena.intake.queries.calls import open_calls
from peremena.kit.keeping import Kind, is_beforehand, kept_on_phones
from peremena.people.access import PersonRequest, signed_in
from peremena.projects.models import Project
from peremena.projects.services import looks

Page = Callable[[PersonRequest, Stage], HttpResponse]


@kept_on_phones(Kind.PAGE)
@require_safe
def home(request: PersonRequest) -> HttpResponse:
    """The page of the first hat; the others are a step away."""
    if not request.user.is_authenticated:
        calls = open_calls(timezone.now())
        return render(request, "desk/welcome.html", {"calls": calls})
    stage = path.stage(request.user)
    return PAGES[path.worn(request.user, stage)[0]](request, stage)


def way_page(request: PersonRequest, stage: Stage) -> HttpResponse:
    way = path.way(stage, request.user, timezone.now())
    others = path.others(request.user, stage, Hat.PATH)
    return render(request, "desk/path.html", {"way": way, "stage": stage, "others": others})


def board_page(request: PersonRequest, stage: Stage) -> HttpResponse:
    found = board.board(request.user, timezone.now(), request.GET.get("cohort", ""))
    others = path.others(request.user, stage, Hat.BOARD)
    waiting = second.waiting(request.user, timezone.now())
    context = {"board": found, "others": others, "waiting": waiting}
    return render(request, "desk/board.html", context)


def queue_page(request: PersonRequest, stage: Stage) -> HttpResponse:
    others = path.others(request.user, stage, Hat.QUEUE)
    context = {"queue": queue.queue(request.user), "others": others}
    return render(request, "desk/queue.html", context)


def totals_page(request: PersonRequest, stage: Stage) -> HttpResponse:
    others = path.others(request.user, stage, Hat.TOTALS)
    context = {"totals": totals.totals(request.user), "others": others}
    return render(request, "desk/totals.html", context)


def more_page(request: PersonRequest, _stage: Stage) -> HttpResponse:
    return render(request, "desk/more.html", {"groups": everything.everything(request.user)})


PAGES: dict[Hat, Page] = {
    Hat.BOARD: board_page,
    Hat.PATH: way_page,
    Hat.QUEUE: queue_page,
    Hat.TOTALS: totals_page,
    Hat.MORE: more_page,
}


@kept_on_phones(Kind.PAGE)
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/help.html")


@kept_on_phones(Kind.PAGE)
@signed_in
@require_safe
def workshop(request: PersonRequest, pk: int) -> HttpResponse:
    """A project's first page: the next step, readiness, what changed, who is at work."""
    visible = Project.objects.visible_to(request.user).select_related("territory__district")
    project = get_object_or_404(visible, pk=pk)
    now = timezone.now()
    context = {"project": project, "workshop": queries.workshop(project, request.user, now)}
    response = render(request, "desk/workshop.html", context)
    if not is_beforehand(request):
        looks.look(project, request.user, now=now)
    return response
