"""The library of cases: real projects of other villages, open to everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.projects import cases, forms, services


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Real projects of other villages, open to everybody."""
    return render(request, "projects/cases.html", {"cases": cases.all_cards()})


@require_safe
def case(request: HttpRequest, card: str) -> HttpResponse:
    context = {"card": card_or_404(card), "form": forms.PlaceForm()}
    return render(request, "projects/case.html", context)


@signed_in
@require_POST
def open_case(request: PersonRequest, card: str) -> HttpResponse:
    """A project of one's own that begins with what the card holds."""
    found, form, now = card_or_404(card), forms.PlaceForm(request.POST), timezone.now()
    if form.is_valid():
        brief, given = cases.as_brief(found), form.cleaned_data
        return redirect(
            services.projects.begin_with(brief, by=request.user, now=now, case=found.id, **given)
        )
    return render(request, "projects/case.html", {"card": found, "form": form}, status=422)


def card_or_404(card: str) -> cases.Card:
    found = cases.by_id(card)
    if found is None:
        raise Http404
    return found
