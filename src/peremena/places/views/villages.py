"""Villages of a territory."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from peremena.kit.refusals import status_of, told_in
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires
from peremena.places.forms.territories import VillageForm
from peremena.places.models import Territory, Village
from peremena.places.services import villages as services


@requires(Ability.KEEP_PLACES)
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest, pk: int) -> HttpResponse:
    place = get_object_or_404(Territory.objects.visible_to(request.user), pk=pk)
    form = VillageForm(request.POST or None)
    if form.is_valid():
        with told_in(form):
            services.add_village(place, form.cleaned_data, by=request.user)
            messages.success(request, _("Written down."))
            return redirect(place)
    context = {"form": form, "territory": place, "title": _("One more village")}
    return render(request, "places/write_territory.html", context, status=status_of(form))


@requires(Ability.KEEP_PLACES)
@require_http_methods(["GET", "POST"])
def village(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Village.objects.select_related("territory__district"), pk=pk)
    known = {name: getattr(found, name) for name in VillageForm.base_fields}
    form = VillageForm(request.POST or None, initial=known)
    if form.is_valid():
        with told_in(form):
            services.change_village(found, form.cleaned_data, by=request.user)
            messages.success(request, _("Written down."))
            return redirect(found.territory)
    context = {"form": form, "territory": found.territory, "title": found.name, "village": found}
    return render(request, "places/write_territory.html", context, status=status_of(form))


@requires(Ability.KEEP_PLACES)
@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Village.objects.select_related("territory"), pk=pk)
    services.remove_village(found, by=request.user)
    messages.success(request, _("The village is taken out of the list."))
    return redirect(found.territory)
