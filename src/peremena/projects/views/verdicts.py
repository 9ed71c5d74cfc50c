"""What an expert says of one page, and what has changed on it since."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from peremena.people.access import PersonRequest, signed_in
from peremena.projects import forms, queries, services
from peremena.projects.brief import Section
from peremena.projects.models import Section as Page


@signed_in
@require_http_methods(["GET", "POST"])
def verdict(request: PersonRequest, pk: int, section: str) -> HttpResponse:
    """GET: the last word of each expert with what changed since; POST: this expert's new word."""
    page = get_object_or_404(Page.objects.visible_to(request.user), project=pk, name=section)
    form = forms.VerdictForm(request.POST or None, initial={"version": page.draft.version})
    if request.method == "POST" and form.is_valid():
        services.verdicts.judge(page, by=request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Said. The team sees it beside the page."))
        return redirect("projects:section", pk, section)
    context = {
        "project": page.project,
        "page": page,
        "words": queries.words_of(Section(section)),
        "standing": queries.standing(page.project, request.user),
        "verdicts": queries.verdicts.with_changes(page),
        "form": form,
    }
    return render(request, "projects/verdict.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def take_back(request: PersonRequest, pk: int, section: str) -> HttpResponse:
    page = get_object_or_404(Page.objects.visible_to(request.user), project=pk, name=section)
    services.verdicts.take_back(page, by=request.user, now=timezone.now())
    return redirect("projects:section", pk, section)
