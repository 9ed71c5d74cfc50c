"""A form that waited on a phone: sent by the script `parcels.js`, once, however often it comes.

The page's form has `data-parcel` and an input `operation`; without the script it is a plain form.
"""

import hashlib
from collections.abc import Iterable, Mapping

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

JSON = "application/json"


def key(operation: str, said: Iterable[object]) -> str:
    """The same send has the same key; an old page sent again with other words has another one.

    Nothing for a page that names no operation.
    """
    if not operation:
        return ""
    digest = hashlib.sha256("\x00".join(map(str, said)).encode()).hexdigest()
    return f"{operation}.{digest[:16]}"


def is_parcel(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == JSON


def arrived(request: HttpRequest, address: str, sentence: str) -> HttpResponse:
    """Onwards to the address; the sentence is said there if somebody waits for it."""
    if not is_parcel(request):
        messages.success(request, sentence)
        return redirect(address)
    if "in_sight" in request.POST:
        messages.success(request, sentence)
    return JsonResponse({"address": address})


def not_taken(form: forms.BaseForm, anew: Mapping[str, str] | None = None) -> JsonResponse:
    """Why, field by field, for the script; `anew`: what hidden inputs say from now on."""
    errors = {name: " ".join(map(str, found)) for name, found in form.errors.items()}
    return JsonResponse({"errors": errors, **({"anew": anew} if anew else {})}, status=422)
