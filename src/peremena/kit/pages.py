"""How a view answers: the whole page, or for htmx only the part that changed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails


def render_part(
    request: HttpRequest, template: str, part: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """The named part of the template for htmx, the whole page for everybody else."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    in_part = htmx and not htmx.boosted and not htmx.history_restore_request
    name = f"{template}#{part}" if in_part else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
