"""A district or okrug: what it was and is called, and its territories."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peremena.kit.refusals import status_of, told_in
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in
from peremena.places.forms.territories import DistrictForm
from peremena.places.models import District
from peremena.places.queries import territories as queries
from peremena.places.services import change_district


@signed_in
@require_safe
def district(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(District, pk=pk)
    keeps = request.user.can(Ability.KEEP_PLACES)
    context = {"card": queries.district_card(found), "keeps": keeps}
    return render(request, "places/district.html", context)


@requires(Ability.KEEP_PLACES)
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(District, pk=pk)
    form = DistrictForm(request.POST or None)
    if form.is_valid():
        with told_in(form):
            change_district(found, by=request.user, **form.cleaned_data)
            messages.success(request, _("Written down."))
            return redirect(found)
    context = {"form": form, "district": found}
    return render(request, "places/change_district.html", context, status=status_of(form))
