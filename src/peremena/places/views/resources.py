"""Pages of the map of resources and traditions."""

from typing import Any
from uuid import uuid4

from django.contrib.auth.models import AnonymousUser
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.drafts import exchange
from peremena.drafts.history import Source
from peremena.kit import parcels
from peremena.kit.files import sent
from peremena.kit.keeping import Kind, kept_on_phones
from peremena.people.access import PersonRequest, signed_in
from peremena.people.models import Person
from peremena.places import layers
from peremena.places.forms.resources import ResourceForm, known
from peremena.places.layers import LayerText
from peremena.places.models import Resource, Territory
from peremena.places.models.resources import ResourceQuerySet
from peremena.places.queries import resources as queries
from peremena.places.rules import Layer
from peremena.places.services import resources as services


@kept_on_phones(Kind.PAGE, asked=("layer",))
@signed_in
@require_safe
def resources(request: PersonRequest, pk: int) -> HttpResponse:
    """All six layers; `?layer=` shows one of them whole."""
    territory = get_object_or_404(Territory.objects.with_passport_for(request.user), pk=pk)
    context = {"territory": territory, "writes": writes(request.user, territory)}
    if layer := layer_meant(request):
        after = request.GET.get("after", "")
        listed = queries.of_layer(territory, layer.code, after=after)
        return render(request, "places/layer.html", context | {"layer": layer, "listed": listed})
    context |= {
        "map": queries.resource_map(territory),
        "removed": queries.just_removed(territory, request.user, request.GET, timezone.now()),
    }
    return render(request, "places/resources.html", context)


@kept_on_phones(Kind.PAGE, asked=("layer",))
@signed_in
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest, pk: int) -> HttpResponse:
    """First a layer is tapped, then a title is enough."""
    territory = get_object_or_404(Territory.objects.with_passport_by(request.user), pk=pk)
    layer = layer_meant(request)
    if layer is None:
        context = {"territory": territory, "layers": layers.TEXTS.values()}
        return render(request, "places/choose_layer.html", context)
    form = ResourceForm(
        request.POST or None,
        request.FILES or None,
        territory=territory,
        initial={
            "layer": layer.code,
            "heard": exchange.heard(request),
            "operation": uuid4().hex,
        },
        behalf=services.head_for(territory, request.user),
    )
    if form.is_valid():
        keep_new(request, territory, form)
        address = reverse("places:resources", args=[territory.pk])
        return parcels.arrived(request, address, _("It is on the map. One more?"))
    if form.errors and parcels.is_parcel(request):
        return parcels.not_taken(form)
    context = {"territory": territory, "layer": layer, "form": form}
    return shown(request, "places/add_resource.html", context)


def keep_new(request: PersonRequest, territory: Territory, form: ResourceForm) -> None:
    heard, now = heard_now(request, form), timezone.now()
    by, key = request.user, form.key
    services.add(territory, form.told(), by=by, now=now, heard=heard, operation=key)


@kept_on_phones(Kind.PAGE)
@signed_in
@require_safe
def resource(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(readable(request.user), pk=pk)
    context = {
        "resource": found,
        "territory": found.territory,
        "layer": layers.TEXTS[Layer(found.layer)],
        "writes": writes(request.user, found.territory),
    }
    return render(request, "places/resource.html", context)


@kept_on_phones(Kind.PAGE)
@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """May wait on a phone as a whole; what others have changed meanwhile is not written over."""
    seen = queries.last_edit(pk)  # before the words, so that these are never older
    found = get_object_or_404(Resource.objects.written_by(request.user), pk=pk)
    territory, starts = found.territory, {"seen": seen, "operation": uuid4().hex}
    form = ResourceForm(
        request.POST or None,
        request.FILES or None,
        territory=territory,
        initial=known(found) | {"heard": exchange.heard(request)} | starts,
        behalf=services.head_for(territory, request.user),
    )
    if form.is_valid() and is_changed(request, found, form):
        return parcels.arrived(request, found.get_absolute_url(), _("It is changed."))
    if form.errors and parcels.is_parcel(request):
        return parcels.not_taken(form, {"insists": form.data.get("insists", "")})
    context = {"resource": found, "territory": territory, "form": form}
    return shown(request, "places/edit_resource.html", context)


def is_changed(request: PersonRequest, found: Resource, form: ResourceForm) -> bool:
    """Else the form says what others have written."""
    quarrels = services.change(
        found,
        form.told(),
        by=request.user,
        now=timezone.now(),
        heard=heard_now(request, form),
        known=form.known,
        operation=form.key,
    )
    for name, theirs in quarrels.items():
        form.quarrel(name, theirs)
    return not quarrels


@signed_in
@require_POST
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """On the public page, or off it."""
    found = get_object_or_404(Resource.objects.written_by(request.user), pk=pk)
    shown, heard = request.POST.get("shown") == "yes", exchange.heard(request)
    services.show(found, shown=shown, by=request.user, heard=heard)
    return redirect(found)


@signed_in
@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Resource.objects.written_by(request.user), pk=pk)
    heard = exchange.heard(request)
    services.remove(found, by=request.user, now=timezone.now(), heard=heard)
    return redirect(reverse("places:resources", args=[found.territory_id]) + f"?removed={pk}")


@signed_in
@require_POST
def put_back(request: PersonRequest, pk: int) -> HttpResponse:
    territories = Territory.objects.with_passport_by(request.user).values("pk")
    found = get_object_or_404(Resource.objects.filter(territory__in=territories), pk=pk)
    heard = exchange.heard(request)
    services.put_back(found, by=request.user, now=timezone.now(), heard=heard)
    return redirect(found)


@signed_in
@require_POST
def take_photo_off(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Resource.objects.written_by(request.user), pk=pk)
    heard = exchange.heard(request)
    services.take_photo_off(found, by=request.user, now=timezone.now(), heard=heard)
    return redirect(found)


@require_safe
def photo(request: HttpRequest, pk: int, size: str) -> FileResponse:
    """To those who read the passport; to all when the resource is public and nobody objects."""
    found = Resource.objects.shown_to_all().filter(pk=pk).first()
    if found is None or not found.photo_is_public:
        found = get_object_or_404(readable(request.user), pk=pk)
    file = {"small": found.small, "large": found.photo}.get(size)
    if not file:
        raise Http404
    return sent(file, name=f"photo-{found.pk}")


def readable(person: Person | AnonymousUser) -> ResourceQuerySet:
    if not isinstance(person, Person):
        return Resource.objects.none()
    return Resource.objects.visible_to(person).select_related("territory__district", "village")


def writes(person: Person, territory: Territory) -> bool:
    return Territory.objects.with_passport_by(person).filter(pk=territory.pk).exists()


def heard_now(request: PersonRequest, form: ResourceForm) -> Source | None:
    """As said on the page; it holds for the rest of the day, as for drafts."""
    if said := form.cleaned_data.get("heard"):
        exchange.hear(request, Source(said), timezone.localdate())
    return exchange.heard(request)


def layer_meant(request: HttpRequest) -> LayerText | None:
    named = request.POST.get("layer") or request.GET.get("layer")
    return next((text for text in layers.TEXTS.values() if text.code == named), None)


def shown(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context, status=422 if context["form"].errors else 200)
