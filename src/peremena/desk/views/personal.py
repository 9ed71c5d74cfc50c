"""What is kept about me: seen, taken along, asked to be erased."""

from collections.abc import Iterable
from typing import cast

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from peremena.desk import exports
from peremena.desk.queries import erasure, personal
from peremena.desk.services import copies
from peremena.people.access import PersonRequest, signed_in
from peremena.people.models import Person
from peremena.people.services import requests as services


@signed_in
@require_safe
def my_data(request: PersonRequest) -> HttpResponse:
    asked = request.user.personal_requests.order_by("-asked_at", "-pk").first()
    context = {"kept": personal.kept(request.user), "asked": asked}
    return render(request, "desk/my_data.html", context)


@signed_in
@require_POST
def my_copy(request: PersonRequest) -> HttpResponse:
    """A ZIP that is sent while it is being made."""
    person = request.user
    copies.note(person, by=person)
    pieces = exports.archive(
        personal.tables(person),
        stored(personal.files(person)),
        read=erasure.contents,
        title=_("What is kept about {name}").format(name=person.full_name),
        note=_("Made on your request. The folder “data” holds all of it, for programs."),
    )
    response = StreamingHttpResponse(pieces, content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="peremena-my-data.zip"'
    return cast(HttpResponse, response)


def stored(names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if default_storage.exists(name)]


@signed_in
@require_POST
def ask_erasure(request: PersonRequest) -> HttpResponse:
    services.ask_erasure(request.user, by=request.user, now=timezone.now())
    messages.success(request, _("We have your request and will answer within ten working days."))
    return redirect("desk:my_data")


@signed_in
@require_POST
def take_back_erasure(request: PersonRequest) -> HttpResponse:
    asked = get_object_or_404(request.user.personal_requests.open())
    services.take_back(asked, by=request.user, now=timezone.now())
    messages.success(request, _("The request is taken back. Everything stays as it is."))
    return redirect("desk:my_data")


@signed_in
@require_POST
def ask_erasure_for(request: PersonRequest, pk: int) -> HttpResponse:
    """Somebody asked by phone or on paper; staff enter it, a colleague or they fulfil it."""
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    asked = services.ask_erasure(person, by=request.user, now=timezone.now())
    return redirect("desk:request", asked.pk)
