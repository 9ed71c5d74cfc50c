"""How much a request may bring: more than any page of ours sends is refused unread."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from .refusals import came_from

TOO_LARGE = 413


class SizeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > settings.LARGEST_REQUEST:
            reason = _("This is too large to send. Make the file or the text smaller.")
            context = {"reason": reason, "before": came_from(request)}
            return render(request, "kit/refused.html", context, status=TOO_LARGE)
        return self.get_response(request)
