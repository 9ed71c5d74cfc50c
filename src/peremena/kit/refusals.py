"""A deed that may not happen now: raised by services, shown to people as a plain sentence."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise


class Refused(Exception):  # noqa: N818 -- a refusal is not an error
    """The reason is a sentence for people; it becomes the 409 page or a notice."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(reason)
        self.reason = reason


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refused):
            return None
        htmx = bool(getattr(request, "htmx", False))
        template = "kit/refused.html#notice" if htmx else "kit/refused.html"
        response = render(request, template, {"reason": error.reason}, status=409)
        if htmx:
            response.headers["HX-Retarget"] = "#notices"
            response.headers["HX-Reswap"] = "innerHTML show:top"
        return response
