"""Tables of territories: sent, looked through, brought in; and taken away."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.kit.pages import render_part
from peremena.kit.refusals import status_of, told_in
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires
from peremena.places import sheets, tasks
from peremena.places.forms.territories import FindForm, UploadForm
from peremena.places.models import Import
from peremena.places.queries import imports as queries
from peremena.places.services import imports as services

from .territories import ORDER, found

FEW = 10


@requires(Ability.KEEP_PLACES)
@require_http_methods(["GET", "POST"])
def send(request: PersonRequest) -> HttpResponse:
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent)
    if form.is_valid():
        upload = form.cleaned_data["table"]
        with told_in(form):
            return redirect(services.look_through(upload, by=request.user, now=timezone.now()))
    earlier = Import.objects.of(request.user).order_by("-pk")[:FEW]
    context = {"form": form, "earlier": earlier, "columns": sheets.explained()}
    return render(request, "places/import.html", context, status=status_of(form))


@requires(Ability.KEEP_PLACES)
@require_safe
def imported(request: PersonRequest, pk: int) -> HttpResponse:
    """What was found in the file; while it is being brought in, how far that is."""
    sent = get_object_or_404(Import.objects.of(request.user), pk=pk)
    context = {"import": sent, "report": queries.report(sent)}
    return render_part(request, "places/imported.html", "state", context)


@requires(Ability.KEEP_PLACES)
@require_POST
def confirm(request: PersonRequest, pk: int) -> HttpResponse:
    sent = get_object_or_404(Import.objects.of(request.user), pk=pk)
    tasks.begin(sent, by=request.user)
    return redirect(sent)


@requires(Ability.KEEP_PLACES)
@require_POST
def drop(request: PersonRequest, pk: int) -> HttpResponse:
    sent = get_object_or_404(Import.objects.of(request.user), pk=pk)
    services.drop(sent, by=request.user, now=timezone.now())
    messages.success(request, _("The file is set aside: nothing of it was brought in."))
    return redirect("places:import")


@requires(Ability.KEEP_PLACES)
@require_safe
def template(_request: PersonRequest, kind: str) -> HttpResponseBase:
    if kind not in sheets.TEMPLATES:
        raise Http404
    return sheets.TEMPLATES[kind]()


@requires(Ability.KEEP_PLACES)
@require_safe
def export(request: PersonRequest, kind: str) -> HttpResponseBase:
    """The rows that the list shows under the same question."""
    if kind not in sheets.TABLES:
        raise Http404
    rows = found(request, FindForm(request.GET)).order_by(*ORDER)
    return sheets.TABLES[kind](rows)
