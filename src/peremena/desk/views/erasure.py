"""Requests to erase: who asks, what would go, and the answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.desk import forms
from peremena.desk.queries import erasure as queries
from peremena.desk.queries.personal import grouped
from peremena.desk.services import erasure as services
from peremena.desk.traces import Loose
from peremena.kit.paging import page
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in
from peremena.people.models import PersonalRequest
from peremena.people.services import requests as asking


@requires(Ability.ERASE_PEOPLE)
@require_safe
def requests(request: PersonRequest) -> HttpResponse:
    answered = page(
        queries.answered(request.user),
        by=("-closed_at", "-pk"),
        after=request.GET.get("after", ""),
    )
    context = {"open": queries.open_requests(request.user), "answered": answered}
    return render(request, "desk/requests.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def one(request: PersonRequest, pk: int) -> HttpResponse:
    """What would go, counted now; POST does it."""
    asked = found(request, pk)
    if asked.closed_at:
        return render(request, "desk/request_answered.html", answered_context(asked))
    reckoning = queries.reckoning(asked.person)
    form = forms.FulfilForm(
        *([request.POST] if request.method == "POST" else []),
        loose=reckoning.loose,
        files=reckoning.files,
    )
    if form.is_valid():
        also = [Loose(word) for word in form.cleaned_data["also"]]
        kept, now = form.cleaned_data["kept"], timezone.now()
        services.fulfil(asked, by=request.user, now=now, also=also, kept_files=kept)
        messages.success(request, _("It is done: nothing here names this person any more."))
        return redirect("desk:request", asked.pk)
    context = {"asked": asked, "form": form, "reckoning": reckoning, "refuse": forms.RefuseForm()}
    context |= {"rows": grouped(reckoning.rows), "mentions": grouped(reckoning.mentions)}
    status = 422 if form.errors else 200
    return render(request, "desk/request.html", context, status=status)


@signed_in
@require_POST
def refuse(request: PersonRequest, pk: int) -> HttpResponse:
    asked, form = found(request, pk), forms.RefuseForm(request.POST)
    if form.is_valid():
        reason, now = form.cleaned_data["reason"], timezone.now()
        asking.refuse(asked, reason=reason, by=request.user, now=now)
    else:
        messages.warning(request, _("Say why: the person will read it."))
    return redirect("desk:request", pk)


def found(request: PersonRequest, pk: int) -> PersonalRequest:
    mine = PersonalRequest.objects.in_hands_of(request.user).select_related("person", "entered_by")
    return get_object_or_404(mine, pk=pk)


def answered_context(asked: PersonalRequest) -> dict[str, object]:
    rows, mentions = asked.proof.get("rows", {}), asked.proof.get("mentions", {})
    return {"asked": asked, "rows": grouped(rows), "mentions": grouped(mentions)}
