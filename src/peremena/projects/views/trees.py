"""The tree of the problem, built by tapping, and the same tree turned over."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peremena.drafts import exchange
from peremena.drafts.services import Saved
from peremena.kit.keeping import Kind as Kept
from peremena.kit.keeping import kept_on_phones
from peremena.people.access import PersonRequest, signed_in
from peremena.projects import queries, services
from peremena.projects.brief import Section
from peremena.projects.models import Section as Page
from peremena.projects.picture_words import PICTURES, Kind
from peremena.projects.queries import pictures as drawn


@kept_on_phones(Kept.DRAFT)
@signed_in
@exchange.takes_saves
@require_http_methods(["GET", "POST"])
def tree(request: PersonRequest, pk: int) -> HttpResponse:
    """The script saves where the whole section does; a plain form is sent here."""
    page = problem_of(request, pk)
    saved = kept(request, page)
    return onwards(request, page, saved, Kind.TREE) or shown(request, page, saved, Kind.TREE)


@kept_on_phones(Kept.DRAFT)
@signed_in
@exchange.takes_saves
@require_http_methods(["GET", "POST"])
def goals(request: PersonRequest, pk: int) -> HttpResponse:
    page = problem_of(request, pk)
    saved = kept(request, page)
    return onwards(request, page, saved, Kind.GOALS) or shown(request, page, saved, Kind.GOALS)


def problem_of(request: PersonRequest, pk: int) -> Page:
    return get_object_or_404(
        Page.objects.visible_to(request.user), project=pk, name=Section.PROBLEM
    )


def kept(request: PersonRequest, page: Page) -> Saved | None:
    if request.method != "POST":
        return None
    return services.projects.write(
        page, exchange.sent(request), by=request.user, now=timezone.now()
    )


def onwards(
    request: PersonRequest, page: Page, saved: Saved | None, kind: Kind
) -> HttpResponse | None:
    """None where the page has to be shown."""
    if saved is None:
        return None
    address = drawn.form_page(page.project, queries.pages_of(page.project), kind)
    return exchange.answer(request, saved, address)


def shown(request: PersonRequest, page: Page, saved: Saved | None, kind: Kind) -> HttpResponse:
    project = page.project
    found = drawn.tree(project, request.GET.get("at", ""), turned=kind is Kind.GOALS)
    standing = queries.standing(project, request.user)
    context: dict[str, Any] = {
        "project": project,
        "words": PICTURES[kind],
        "standing": standing,
        "page": found,
    }
    if standing.writes and kind is Kind.TREE:
        removed = request.GET.get("removed", "")
        context["form"] = drawn.tree_form(project, found, saved=saved, removed=removed)
    elif standing.writes:
        context["form"], context["turned"] = drawn.goals_form(project, found, saved=saved)
    template = f"projects/pictures/{kind}.html"
    return render(request, template, context, status=422 if saved else 200)
