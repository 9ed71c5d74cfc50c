"""What phones keep: which pages may be kept, whose they are, and which are fetched beforehand.

A page is kept only when its view says so. Every page says whose it is, so that the keeper (the
service worker, `keeper.js`) drops what it has as soon as somebody else is signed in, or nobody.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string

from . import release

KEEP, PERSON, RELEASE = "X-Keep", "X-Person", "X-Release"
NOBODY = "0"
BEFOREHAND = "X-Beforehand"  # asked for by the keeper, not by a person who looks at it
Rest = ParamSpec("Rest")
View = Callable[Concatenate[Any, Rest], HttpResponseBase]


class Kind(StrEnum):
    """A DRAFT learns by itself what is new, so a kept one may be shown while the site is slow."""

    PAGE = "page"
    DRAFT = "draft"


@dataclass(frozen=True)
class Kept:
    """A page to fetch beforehand; it is fetched again when its `stamp` is another one."""

    address: str
    stamp: str = ""


def kept_on_phones(
    kind: Kind, *, asked: tuple[str, ...] = ()
) -> Callable[[View[Rest]], View[Rest]]:
    """The page may be kept by the phone of whoever is signed in.

    `asked`: what may stand in the address after `?`; with anything else it is not kept.
    """

    def decorate(view: View[Rest]) -> View[Rest]:
        @wraps(view)
        def marked(
            request: HttpRequest, *args: Rest.args, **kwargs: Rest.kwargs
        ) -> HttpResponseBase:
            response = view(request, *args, **kwargs)
            if request.method == "GET" and not set(request.GET) - set(asked):
                response.headers[KEEP] = kind.value
            return response

        return marked

    return decorate


def is_beforehand(request: HttpRequest) -> bool:
    """The phone fetches the page in case it is needed; nobody is looking at it."""
    return BEFOREHAND in request.headers


def pages_for(person: Any) -> Iterator[Kept]:
    """What each room wants this person to have without a network; see settings.KEPT."""
    for name in settings.KEPT:
        yield from import_string(name)(person)


class PhoneMiddleware:
    """Says on every page whose it is; takes the leave to keep from all but whole pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        kind = response.headers.get(KEEP)
        response.headers.pop(KEEP, None)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        user = getattr(request, "user", None)
        person = str(user.pk) if user is not None and user.is_authenticated else NOBODY
        response.headers[PERSON] = person
        is_whole = response.status_code == 200 and not getattr(request, "htmx", False)
        if settings.OFFLINE and kind and is_whole and person != NOBODY:
            response.headers[KEEP] = str(kind)
            response.headers[RELEASE] = release.current().name
        return response
