"""Who comes in: decorators of views and the request of somebody who is signed in."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django_htmx.middleware import HtmxDetails

from .abilities import Ability
from .models import Person

Rest = ParamSpec("Rest")


class PersonRequest(HttpRequest):
    user: Person
    htmx: HtmxDetails


View = Callable[Concatenate[PersonRequest, Rest], HttpResponseBase]


def signed_in(view: View[Rest]) -> View[Rest]:
    """A visitor is asked to sign in first and comes back to the same page."""
    return login_required(view)


def requires(ability: Ability) -> Callable[[View[Rest]], View[Rest]]:
    """A visitor is asked to sign in; somebody without the ability gets the 403 page."""

    def decorate(view: View[Rest]) -> View[Rest]:
        @wraps(view)
        def guarded(
            request: PersonRequest, *args: Rest.args, **kwargs: Rest.kwargs
        ) -> HttpResponseBase:
            if not request.user.can(ability):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return login_required(guarded)

    return decorate
