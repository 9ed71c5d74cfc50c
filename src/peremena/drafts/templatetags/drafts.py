"""Asks somebody who writes on behalf of another how they learned what to write."""

from typing import Any

from django import template

from peremena.drafts import exchange, words
from peremena.drafts.history import HEARD, Source

register = template.Library()


@register.inclusion_tag("drafts/heard.html", takes_context=True)
def how_heard(context: template.Context) -> dict[str, Any]:
    """Three buttons; the answer holds until the end of the day."""
    request = context["request"]
    now = exchange.heard(request)
    return {
        "choices": [(source, words.SOURCES[source]) for source in Source if source in HEARD],
        "now": now,
        "said": words.SOURCES[now] if now else "",
        "next": request.path,
        "csrf_token": context.get("csrf_token"),
    }
