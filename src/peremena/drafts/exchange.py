"""A save comes in and its answer goes out: JSON for the script, a page for a plain form."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise

from peremena.kit.fields import FormField
from peremena.kit.refusals import Refused
from peremena.people.access import PersonRequest

from . import content, protocol, words
from .deeds import Verb
from .forms import Page
from .history import Source
from .offers import in_words
from .outline import Group, outline
from .protocol import SaveRequest, Unreadable
from .services import Saved
from .values import Shown

HEARD = "drafts.heard"
Rest = ParamSpec("Rest")
View = Callable[Concatenate[PersonRequest, Rest], HttpResponse]


def takes_saves(view: View[Rest]) -> View[Rest]:
    """What is no save at all gets 400 and a sentence; a refusal is said in JSON to the script."""

    @wraps(view)
    def guarded(request: PersonRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Unreadable:
            return refusal(request, words.UNREADABLE, status=400)
        except Refused as error:
            if not is_json(request):
                raise
            return refusal(request, error.reason, status=409)

    return guarded


def refusal(request: PersonRequest, reason: str | Promise, *, status: int) -> HttpResponse:
    if is_json(request):
        return JsonResponse({"reason": str(reason)}, status=status)
    return render(request, "kit/refused.html", {"reason": reason}, status=status)


def sent(request: PersonRequest) -> SaveRequest:
    """What the page sent. Raises `Unreadable`."""
    if is_json(request):
        told = protocol.from_json(request.body)
    else:
        told = protocol.from_form(dict(request.POST.lists()))
    return replace(told, heard=heard(request))


def hear(request: PersonRequest, source: Source, today: date) -> None:
    """What this person writes on behalf of others today was learned in this way."""
    request.session[HEARD] = [source.value, today.isoformat()]


def heard(request: PersonRequest) -> Source | None:
    """As said today; None when nobody said."""
    source, day = request.session.get(HEARD, ["", ""])
    return Source(source) if day == timezone.localdate().isoformat() else None


def is_json(request: PersonRequest) -> bool:
    return request.content_type == "application/json"


def answer(
    request: PersonRequest, saved: Saved, page: Page, beside: Mapping[str, Any] | None = None
) -> HttpResponse | None:
    """None when the page has to be shown again, with words that could not be taken.

    `beside`: what the owner room has to tell its own script, which hears it as `drafts:answer`.
    """
    if is_json(request):
        return JsonResponse({**told(saved, page), **({"beside": beside} if beside else {})})
    return None if saved.refused else onwards(saved, page)


def told(saved: Saved, page: Page) -> Mapping[str, Any]:
    """For the script: what differs from the page it has, and what to say."""
    group = outline(page.model)
    on_page = content.shown(group, saved.content)
    return {
        "operation": saved.request.operation,
        "version": saved.version,
        "said": words.saved(saved.at),
        "fields": news(saved, group, on_page),
        "rows": content.orders(group, saved.content),
        "problems": {path: str(words.PROBLEMS[why]) for path, why in saved.problems.items()},
        "refused": {path: str(words.REFUSALS[why]) for path, why in saved.refused.items()},
        "clashes": [
            {
                "id": clash.pk,
                "path": clash.path,
                "offered": in_words(clash.path, clash.offered, group, page),
            }
            for clash in saved.clashes
            if clash.path in on_page
        ],
        "added": saved.request.new_row,
        "removed": removed(saved),
    }


def news(saved: Saved, group: Group, on_page: Mapping[str, Shown]) -> dict[str, Shown]:
    """What stands in the inputs that were sent, or that are not as the page has them."""
    before = content.shown(group, saved.base) if saved.base is not None else {}
    return {
        path: text
        for path, text in on_page.items()
        if path not in saved.refused and (path in saved.request.fields or before.get(path) != text)
    }


def removed(saved: Saved) -> str:
    """The path of the row that this save removed, so that it can be put back."""
    deed = saved.request.deed
    return deed.path if deed and deed.verb is Verb.REMOVE and not saved.refused else ""


def onwards(saved: Saved, page: Page) -> HttpResponseRedirect:
    """Back to the page, at the row that was touched."""
    gone, deed = removed(saved), saved.request.deed
    question = "?" + urlencode({"removed": gone}) if gone else ""
    place = saved.request.new_row or (deed.list_path if gone and deed else deed and deed.path) or ""
    anchor = "#" + FormField(place, "").id if place else ""
    return redirect(f"{page.address}{question}{anchor}")
