"""The map of the region: where projects are and where money came."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peremena.desk.queries import region as queries
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires
from peremena.places.forms.territories import DistrictsForm


@requires(Ability.SEE_TOTALS)
@require_safe
def region_map(request: PersonRequest) -> HttpResponse:
    form = DistrictsForm(request.GET)
    district = form.cleaned_data.get("district") if form.is_valid() else None
    found = queries.region_page(request.user, district, request.GET.get("after", ""))
    context = {"page": found, "form": form, "district": district}
    return render(request, "desk/region.html", context)
