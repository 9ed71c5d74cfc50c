"""What upper rooms say on pages of lower ones; see settings.BESIDE.

A section of a project knows no school, and yet it is where homework is written.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString, mark_safe


def spoken(request: HttpRequest, where: str) -> SafeString:
    """`where`: “above” the page's own content or “below” it."""
    match = request.resolver_match
    if match is None or not request.user.is_authenticated:
        return SafeString()
    names = settings.BESIDE.get(match.view_name, ())
    told: list[Any] = [import_string(name)(request, where, **match.kwargs) for name in names]
    return mark_safe("".join(told))  # noqa: S308 -- parts of the page, escaped already
