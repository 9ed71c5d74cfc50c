"""What everybody may see: confirmed money, and each decision that makes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from peremena.impact import forms, queries
from peremena.impact.totals import Filter, totals
from peremena.kit.paging import page
from peremena.people.models import Centre
from peremena.places.models import District

PUBLIC = ("year", "cohort", "territory", "source", "kind")


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    centre, chosen = asked(request)
    found = queries.results(centre, chosen)
    context = {"results": found, "fields": forms.fields(chosen, found.options)[:2]}
    return render(request, "impact/results.html", context | around(centre, chosen))


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """Down to the document: what was decided, when, by whom, and where one can read it."""
    centre, chosen = asked(request)
    rows = queries.matching(queries.published(centre), chosen)
    district = None
    if pk := forms.number(request.GET.get("district")):
        district = get_object_or_404(District, pk=pk)
        rows = rows.filter(territory__district=district)
    after = request.GET.get("after", "")
    listed = page(rows.with_contributions(), by=("-decided_on", "-pk"), after=after, size=30)
    sums = totals(queries.rows_of(rows))
    context = {"listed": listed, "district": district, "sums": sums}
    return render(request, "impact/decisions.html", context | around(centre, chosen))


def asked(request: HttpRequest) -> tuple[Centre | None, Filter]:
    """Only what the public page can ask for; a centre that does not exist is none."""
    said = {name: request.GET[name] for name in PUBLIC if name in request.GET}
    pk = forms.number(request.GET.get("centre"))
    return (get_object_or_404(Centre, pk=pk) if pk else None), forms.chosen(said)


def around(centre: Centre | None, chosen: Filter) -> dict[str, object]:
    centres = list(Centre.objects.order_by("name"))
    query = forms.query(chosen)
    asked = "&".join(part for part in (query, f"centre={centre.pk}" if centre else "") if part)
    return {
        "centre": centre,
        "centres": centres if len(centres) > 1 else [],
        "chosen": chosen,
        "asked": asked,
    }
