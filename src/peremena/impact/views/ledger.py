"""The ledger: totals, what they are made of, rows; the same as a table to take away."""

from typing import cast

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from peremena.impact import forms, queries, sheets
from peremena.impact.models import Award
from peremena.kit import tables_out
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires

WRITERS = {"csv": tables_out.csv_response, "xlsx": tables_out.xlsx_response}


@requires(Ability.SEE_TOTALS)
@require_safe
def ledger(request: PersonRequest) -> HttpResponse:
    chosen = forms.chosen(request.GET.dict())
    awards = Award.objects.visible_to(request.user)
    found = queries.ledger(awards, chosen, after=request.GET.get("after", ""))
    context = {
        "ledger": found,
        "chosen": chosen,
        "fields": forms.fields(chosen, found.options),
        "asked": forms.query(chosen),
        "keeps": request.user.can(Ability.RUN_CONTESTS),
    }
    return render(request, "impact/ledger.html", context)


@requires(Ability.SEE_TOTALS)
@require_safe
def export(request: PersonRequest, kind: str) -> HttpResponse:
    """The rows of the page, all of them; persons only for those who keep the ledger."""
    chosen = forms.chosen(request.GET.dict())
    awards = queries.matching(Award.objects.visible_to(request.user).counted(), chosen)
    kept = request.user.centres_with(Ability.RUN_CONTESTS)
    name = f"money {timezone.localdate():%Y-%m-%d}"
    header = sheets.header(names=bool(kept))
    rows = sheets.rows(awards, names=bool(kept), kept=kept)
    return cast(HttpResponse, WRITERS[kind](name, header, rows))
