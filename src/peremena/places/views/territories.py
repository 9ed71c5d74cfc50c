"""Territories: the list, the page of one, what staff write down of it."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.kit.paging import page
from peremena.kit.refusals import status_of, told_in
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in
from peremena.people.models import Centre
from peremena.places.forms import territories as forms
from peremena.places.map import region
from peremena.places.models import Territory
from peremena.places.queries import regions
from peremena.places.queries import territories as queries
from peremena.places.services import add_territory, take_care
from peremena.places.services import territories as services

ORDER = ("district__name", "name", "pk")


@signed_in
@require_safe
def territories(request: PersonRequest) -> HttpResponse:
    form = forms.FindForm(request.GET)
    rows = queries.for_list(found(request, form))
    context = {
        "form": form,
        "listed": page(rows, by=ORDER, after=request.GET.get("after", "")),
        "asked": asked(request),
        "keeps": request.user.can(Ability.KEEP_PLACES),
        "sees_totals": request.user.can(Ability.SEE_TOTALS),
    }
    return render(request, "places/list.html", context)


def found(request: PersonRequest, form: forms.FindForm) -> queries.Territories:
    """What is asked for; a question that makes no sense finds everything."""
    form.is_valid()
    said = form.cleaned_data
    rows = Territory.objects.visible_to(request.user)
    return queries.find(rows, said.get("find", ""), said.get("district"))


def asked(request: PersonRequest) -> str:
    """The question for links to the next page and to a table of the same rows."""
    kept = request.GET.copy()
    kept.pop("after", None)
    return kept.urlencode()


@signed_in
@require_safe
def region_map(request: PersonRequest) -> HttpResponse:
    rows = queries.for_list(Territory.objects.visible_to(request.user))
    drawn = regions.of_list(Territory.objects.visible_to(request.user))
    context = {
        "map": region(drawn.marks, drawn.by_district),
        "listed": page(rows, by=ORDER, after=request.GET.get("after", "")),
    }
    return render(request, "places/region.html", context)


@signed_in
@require_safe
def territory(request: PersonRequest, pk: int) -> HttpResponse:
    place = get_object_or_404(Territory.objects.visible_to(request.user), pk=pk)
    context = {"territory": place, "card": queries.card(place, request.user)}
    return render(request, "places/territory.html", context)


@signed_in
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    """Straight to the territory one keeps; a choice when there are several."""
    kept = list(Territory.objects.kept_by(request.user).select_related("district")[:50])
    if len(kept) == 1:
        return redirect(kept[0])
    return render(request, "places/mine.html", {"territories": kept})


@requires(Ability.KEEP_PLACES)
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest) -> HttpResponse:
    form = forms.TerritoryForm(request.POST or None)
    if form.is_valid():
        said = dict(form.cleaned_data)
        names = {name: said.pop(name) for name in ("name", "district", "centre")}
        with told_in(form):
            place = add_territory(**names, by=request.user, **said)
            messages.success(request, _("The territory is written down."))
            return redirect(place)
    return written(request, form, None, _("A new territory"))


@requires(Ability.KEEP_PLACES)
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    place = get_object_or_404(Territory.objects.visible_to(request.user), pk=pk)
    form = forms.ChangeTerritoryForm(request.POST or None, territory=place)
    if form.is_valid():
        with told_in(form):
            services.change_territory(place, form.cleaned_data, by=request.user)
            return saved(request, place)
    return written(request, form, place, _("Change the territory"))


@requires(Ability.KEEP_PLACES)
@require_http_methods(["GET", "POST"])
def change_status(request: PersonRequest, pk: int) -> HttpResponse:
    place = get_object_or_404(Territory.objects.visible_to(request.user), pk=pk)
    form = forms.StatusForm(request.POST or None)
    if form.is_valid():
        with told_in(form):
            services.change_status(place, by=request.user, **form.cleaned_data)
            return saved(request, place)
    return written(request, form, place, _("What the territory is in law"))


@requires(Ability.KEEP_PLACES)
@require_http_methods(["GET", "POST"])
def change_code(request: PersonRequest, pk: int) -> HttpResponse:
    place = get_object_or_404(Territory.objects.visible_to(request.user), pk=pk)
    form = forms.CodeForm(request.POST or None)
    if form.is_valid():
        with told_in(form):
            services.change_code(place, by=request.user, **form.cleaned_data)
            return saved(request, place)
    return written(request, form, place, _("The territory’s code"))


@requires(Ability.KEEP_PLACES)
@require_POST
def begin_care(request: PersonRequest, pk: int, centre: int) -> HttpResponse:
    place, ours = cared(request, pk, centre)
    take_care(place, ours, now=timezone.now(), by=request.user)
    return saved(request, place)


@requires(Ability.KEEP_PLACES)
@require_POST
def end_care(request: PersonRequest, pk: int, centre: int) -> HttpResponse:
    place, ours = cared(request, pk, centre)
    services.end_care(place, ours, now=timezone.now(), by=request.user)
    return saved(request, place)


def cared(request: PersonRequest, pk: int, centre: int) -> tuple[Territory, Centre]:
    """The centre is one of those whose places the person keeps."""
    own = Centre.objects.filter(pk__in=request.user.centres_with(Ability.KEEP_PLACES))
    place = get_object_or_404(Territory.objects.visible_to(request.user), pk=pk)
    return place, get_object_or_404(own, pk=centre)


def saved(request: PersonRequest, place: Territory) -> HttpResponse:
    messages.success(request, _("Written down."))
    return redirect(place)


def written(
    request: PersonRequest, form: Form, place: Territory | None, title: str
) -> HttpResponse:
    context = {"form": form, "territory": place, "title": title}
    return render(request, "places/write_territory.html", context, status=status_of(form))
