"""Taking facts and resources into a project with one press."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.kit.fields import FormField
from peremena.people.access import PersonRequest, signed_in
from peremena.projects import words
from peremena.projects.borrowing import SECTIONS, Use
from peremena.projects.models import Borrowed, Project
from peremena.projects.queries import borrowed as queries
from peremena.projects.services import borrowing as services


@signed_in
@require_http_methods(["GET", "POST"])
def borrow(request: PersonRequest, pk: int) -> HttpResponse:
    """What the passport and the map offer this project; POST takes one of it."""
    visible = Project.objects.visible_to(request.user).select_related("territory", "centre")
    project = get_object_or_404(visible, pk=pk)
    use = use_meant(request)
    if request.method == "POST":
        thing = queries.find(request.POST.get("what", ""), request.user)
        if thing is None:
            raise Http404
        link = services.take(project, thing, use, by=request.user, now=timezone.now())
        messages.success(request, _("Taken. Look it over: the words are yours now."))
        return redirect(at_row(link))
    context = {
        "project": project,
        "use": use,
        "uses": words.USE_TITLES.items(),
        "section": SECTIONS[use],
        "offered": queries.on_offer(project, request.user, use),
    }
    return render(request, "projects/borrow.html", context)


@signed_in
@require_safe
def take(request: PersonRequest) -> HttpResponse:
    """From a resource or a fact: into which project, and where in it."""
    thing = queries.find(request.GET.get("what", ""), request.user)
    if thing is None:
        raise Http404
    context = {
        "thing": thing,
        "uses": [(use, words.USES[use]) for use in thing.uses],
        "projects": queries.written_near(thing, request.user),
        "back": queries.page_of(thing),
    }
    return render(request, "projects/take.html", context)


@signed_in
@require_POST
def renew(request: PersonRequest, pk: int) -> HttpResponse:
    """The row follows its source."""
    visible = Project.objects.visible_to(request.user)
    links = Borrowed.objects.filter(project__in=visible).select_related("project")
    link = get_object_or_404(links, pk=request.POST.get("link", "0")[:9] or 0, project=pk)
    thing = queries.find(link.what, request.user)
    if thing is None:
        raise Http404
    services.renew(link, thing, by=request.user, now=timezone.now())
    return redirect(at_row(link))


def at_row(link: Borrowed) -> str:
    page = reverse("projects:section", args=[link.project_id, link.section])
    return f"{page}#{FormField(link.row, '').id}"


def use_meant(request: PersonRequest) -> Use:
    named = request.POST.get("to") or request.GET.get("to")
    return next((use for use in Use if use == named), Use.FACT)
