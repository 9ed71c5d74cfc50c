"""A deed that may not happen now: raised by services, shown to people as a plain sentence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme


class Refused(Exception):  # noqa: N818 -- a refusal is not an error
    """The reason is a sentence for people; it becomes the 409 page or a notice."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(reason)
        self.reason = reason


@contextmanager
def told_in(form: forms.BaseForm) -> Iterator[None]:
    """A refusal stands above the form as its error: what was typed stays on the page."""
    try:
        yield
    except Refused as refusal:
        form.add_error(None, forms.ValidationError(str(refusal.reason), code="refused"))


def status_of(form: forms.BaseForm) -> int:
    """Of the page that shows the form again: refused, not filled in well, or just opened."""
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, "refused"):
        return 409
    return 422 if form.errors else 200


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
        context = {"reason": error.reason, "before": came_from(request)}
        response = render(request, template, context, status=409)
        if htmx:
            response.headers["HX-Retarget"] = "#notices"
            response.headers["HX-Reswap"] = "innerHTML show:top"
        return response


def came_from(request: HttpRequest) -> str:
    """The page of ours with the button that was pressed; "" when the browser does not tell."""
    page = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=False)
    return page if is_ours else ""
