"""Contests, and a project on its way into an application."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import get_valid_filename
from django.views.decorators.http import require_http_methods, require_safe

from peremena.contests import catalogue, eligibility, papers, queries, services, words
from peremena.contests.models import Application
from peremena.contests.records import Contest
from peremena.people.access import PersonRequest, signed_in
from peremena.projects.models import Project


@require_safe
def contests(request: HttpRequest) -> HttpResponse:
    kind = next((kind for kind in eligibility.KINDS if kind == request.GET.get("kind")), None)
    offers = queries.offers(kind, timezone.localdate())
    context = {"offers": offers, "kind": kind, "kinds": words.KINDS}
    return render(request, "contests/contests.html", context)


@require_safe
def contest(request: HttpRequest, contest: str) -> HttpResponse:
    record = contest_or_404(contest)
    context = {
        "contest": record,
        "offer": queries.offer(record, None, timezone.localdate()),
        "verdicts": eligibility.verdicts(record),
    }
    return render(request, "contests/contest.html", context)


@signed_in
@require_safe
def choose(request: PersonRequest, pk: int) -> HttpResponse:
    """Which contests let this project's applicant in, and why not the others."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    choice = queries.choice(project, request.user, timezone.localdate())
    context = {"project": project, "choice": choice, "lessons": queries.lessons(project)}
    return render(request, "contests/choose.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def prospect(request: PersonRequest, pk: int, contest: str) -> HttpResponse:
    """What still stands in the way; POST freezes the project into an application."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    record = contest_or_404(contest)
    if request.method == "POST":
        return redirect(services.freeze(project, record.id, by=request.user, now=timezone.now()))
    found = queries.prospect(project, record, request.user, timezone.localdate())
    return render(request, "contests/prospect.html", {"project": project, "prospect": found})


@signed_in
@require_safe
def application(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Application.objects.visible_to(request.user), pk=pk)
    context = {
        "application": found,
        "sheet": queries.sheet(found),
        "path": queries.path(found, request.user),
        "papers": words.PAPERS,
    }
    return render(request, "contests/application.html", context)


@signed_in
@require_safe
def paste(request: PersonRequest, pk: int) -> HttpResponse:
    """The texts of the application, to be pasted into the contest's own form."""
    found = get_object_or_404(Application.objects.visible_to(request.user), pk=pk)
    context = {"application": found, "sheet": queries.sheet(found)}
    return render(request, "contests/paste.html", context)


@signed_in
@require_safe
def paper(request: PersonRequest, pk: int, kind: str) -> HttpResponse:
    found = get_object_or_404(Application.objects.visible_to(request.user), pk=pk)
    shown = queries.paper_of(found)
    name = get_valid_filename(f"{shown.title[:80] or found.name} {found.number}.{kind}")
    disposition = content_disposition_header(as_attachment=True, filename=name)
    content = papers.WRITERS[kind](shown)
    headers = {"Content-Disposition": disposition, "Content-Type": papers.MEDIA_TYPES[kind]}
    return HttpResponse(content, headers=headers)


def contest_or_404(contest_id: str) -> Contest:
    try:
        return catalogue.get(contest_id)
    except catalogue.UnknownContest:
        raise Http404 from None
