"""The gallery of components, the choice of theme, and what browsers ask for by themselves."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from peremena.kit import health, samples
from peremena.kit.context import THEMES

YEAR = 60 * 60 * 24 * 365


@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for those who build pages."""
    if not (settings.DEBUG or settings.DEMONSTRATION):
        raise Http404
    return render(request, "kit/gallery.html", samples.everything())


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    chosen, back = request.POST.get("theme"), request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    response = redirect(back if safe else "/")
    if chosen in THEMES:
        response.set_cookie("theme", chosen, max_age=YEAR, samesite="Lax")
    return response


@require_GET
def favicon(_request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(static("kit/favicon.ico"))


@require_GET
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *\nDisallow: /kit/\n", content_type="text/plain")


@require_GET
def alive(_request: HttpRequest) -> HttpResponse:
    """For the operator's watchman: the server answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_GET
def at_work(_request: HttpRequest) -> HttpResponse:
    """For the operator's watchman: 503 when letters and other work are not being done."""
    found = health.health(timezone.now())
    status = 200 if found.is_well else 503
    return HttpResponse(f"{found}\n", content_type="text/plain", status=status)
