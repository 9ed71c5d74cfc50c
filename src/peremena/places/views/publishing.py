"""What everybody may see of a territory: the ticks, a look beforehand, the page; and the card."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.places.models import Territory
from peremena.places.papers import card as papers
from peremena.places.passport import Block
from peremena.places.queries import publishing as queries
from peremena.places.services import publishing as services


@signed_in
@require_http_methods(["GET", "POST"])
def publishing(request: PersonRequest, pk: int) -> HttpResponse:
    """POST shows what is ticked; `do=look` only shows how it would look; `do=hide` hides all."""
    territory = get_object_or_404(Territory.objects.with_passport_by(request.user), pk=pk)
    if request.method != "POST":
        blocks, is_shown = queries.offered(territory), any(queries.ticks_of(territory).values())
        context = {"territory": territory, "blocks": blocks, "is_shown": is_shown}
        return render(request, "places/publishing.html", context)
    do, now = request.POST.get("do"), timezone.now()
    if do == "look":
        return page_of(request, territory, ticks(request.POST), is_look=True)
    if do == "hide":
        services.hide(territory, by=request.user)
        messages.success(request, _("Nobody but those who read the passport sees it now."))
    else:
        services.publish(territory, ticks(request.POST), by=request.user, now=now)
        messages.success(request, _("Saved: everybody sees what is ticked, and nothing else."))
    return redirect("places:publishing", pk)


def ticks(sent: QueryDict) -> queries.Ticks:
    return {block: frozenset(sent.getlist(block.value)) for block in Block}


@require_safe
@cache_control(private=True, no_cache=True)
def public(request: HttpRequest, pk: int) -> HttpResponse:
    """Without signing in; there is no page while nothing is shown."""
    territory = get_object_or_404(Territory.objects.select_related("district"), pk=pk)
    return page_of(request, territory, queries.ticks_of(territory))


def page_of(
    request: HttpRequest, territory: Territory, ticked: queries.Ticks, *, is_look: bool = False
) -> HttpResponse:
    page = queries.public_page(territory, ticked)
    if page.is_empty and not is_look:
        raise Http404
    context = {"territory": territory, "page": page, "is_look": is_look}
    return render(request, "places/public.html", context)


@signed_in
@require_safe
def card(request: PersonRequest, pk: int) -> HttpResponse:
    """The passport on two pages, to print and to hand over."""
    territory = get_object_or_404(Territory.objects.with_passport_for(request.user), pk=pk)
    name = papers.file_name(territory)
    response = HttpResponse(papers.write(papers.card_of(territory)), content_type="application/pdf")
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Disposition"] = disposition or "attachment"
    response["Cache-Control"] = "private, no-cache"
    return response
