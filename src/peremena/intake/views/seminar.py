"""The seminar: who is expected, ticks at the door, what participants say."""

import json
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from peremena.drafts import exchange
from peremena.drafts.protocol import Unreadable
from peremena.intake.checkin import Tick
from peremena.intake.models import Call
from peremena.intake.queries import calls
from peremena.intake.queries import seminar as queries
from peremena.intake.services import seminar as services
from peremena.kit import qr
from peremena.people.access import PersonRequest, signed_in

MOST = 500


@signed_in
@require_safe
def seminar(request: PersonRequest, pk: int) -> HttpResponse:
    call = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    address = calls.survey_address(call)
    side, path = qr.outline(address)
    context = {
        "call": call,
        "door": queries.door(call),
        "said": queries.said(call),
        "address": address,
        "side": side,
        "path": path,
    }
    return render(request, "intake/seminar.html", context)


@signed_in
@require_POST
def invite(request: PersonRequest, pk: int) -> HttpResponse:
    """Everybody who has handed in, or those who are ticked."""
    call = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    rows = queries.to_invite(call)
    if "all" not in request.POST:
        rows = rows.filter(pk__in=[one for one in request.POST.getlist("who") if one.isdecimal()])
    number = services.invite(call, list(rows), by=request.user)
    said = ngettext("{number} invitation is written", "{number} invitations are written", number)
    messages.success(request, said.format(number=number))
    return redirect("intake:seminar", call.pk)


@signed_in
@exchange.takes_saves
@require_POST
def tick(request: PersonRequest, pk: int) -> HttpResponse:
    """One tick of a plain form, or all that a phone has kept."""
    call = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    now = timezone.now()
    if exchange.is_json(request):
        changed = services.tick(call, told(request.body), by=request.user, now=now)
        return JsonResponse({"changed": changed})
    who, come = request.POST.get("who", ""), request.POST.get("come") == "yes"
    if who.isdecimal():
        services.tick(call, {int(who): [Tick(now, come)]}, by=request.user, now=now)
    return redirect(f"{request.path.removesuffix('tick/')}#c{who}")


def told(body: bytes) -> dict[int, list[Tick]]:
    """`{"ticks": [{"who": 5, "come": true, "at": "2026-11-12T04:00:00Z"}]}`"""
    try:
        ticks = json.loads(body)["ticks"]
        found: dict[int, list[Tick]] = {}
        for one in ticks[:MOST]:
            found.setdefault(int(one["who"]), []).append(Tick(moment(one["at"]), bool(one["come"])))
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable("ticks are who, come and at") from error
    return found


def moment(text: Any) -> datetime:
    at = parse_datetime(text)
    if at is None or at.tzinfo is None:
        raise ValueError("a moment with its zone")
    return at
