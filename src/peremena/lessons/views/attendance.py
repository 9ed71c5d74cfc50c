"""Who was there: the list on staff's phones, and what it comes to."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST, require_safe

from peremena.cohorts.models import Cohort
from peremena.drafts import exchange
from peremena.drafts.protocol import Unreadable
from peremena.kit import tables_out
from peremena.kit.keeping import Kind, kept_on_phones
from peremena.lessons import services, sheets, words
from peremena.lessons.models import Session, cohorts_open_to
from peremena.lessons.queries import attended as days
from peremena.lessons.queries import roll as queries
from peremena.lessons.rules import Presence, Way, why_not_note
from peremena.lessons.services.attendance import Told
from peremena.people.access import PersonRequest, signed_in

MOST = 500
SKEW = timedelta(minutes=1)  # less than that is the link, not the clock
OTHERS = (Presence.LATE, Presence.LEFT_EARLY, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT)


@signed_in
@kept_on_phones(Kind.PAGE)
@require_safe
def roll(request: PersonRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(Session.objects.run_by(request.user), pk=pk)
    refusal = why_not_note(session.starts_at, timezone.now())
    context = {
        "session": session,
        "roll": queries.roll(session),
        "others": [(one.value, words.PRESENCES[one]) for one in (Presence.PRESENT, *OTHERS)],
        "why_not": refusal and words.REFUSALS[refusal],
    }
    return render(request, "lessons/roll.html", context)


@signed_in
@exchange.takes_saves
@require_POST
def tick(request: PersonRequest, pk: int) -> HttpResponse:
    """One tick of a plain form, “everybody else is here”, or all that a phone has kept."""
    session = get_object_or_404(Session.objects.run_by(request.user), pk=pk)
    now, by = timezone.now(), request.user
    if exchange.is_json(request):
        services.attendance.note(session, told(request.body, now), way=Way.LIST, by=by, now=now)
        return JsonResponse({"rows": queries.standing(session)})
    said = request.POST.get("tick", "")
    services.attendance.note(
        session, list(of_form(session, said, now)), way=Way.LIST, by=by, now=now
    )
    return redirect(f"{request.path.removesuffix('tick/')}#{said.partition(':')[0]}")


def of_form(session: Session, said: str, now: datetime) -> Iterator[Told]:
    """“e12:late”, or “all”: whoever is not marked yet is here."""
    who, _colon, presence = said.partition(":")
    pairs = [(who, presence)]
    if said == "all":
        unmarked = [one.key for one in queries.roll(session).rows if one.presence is None]
        pairs = [(key, Presence.PRESENT) for key in unmarked]
    for key, one in pairs:
        if not is_key(key) or one not in list(Presence):
            raise Unreadable("a tick is who and what")
        yield Told(key, Presence(one), now, f"form-{key}-{now.timestamp()}")


def told(body: bytes, now: datetime) -> list[Told]:
    """`{"clock": …, "ticks": [{"who": "e5", "is": "late", "at": "…T04:00:00Z", "key": …}]}`

    A phone whose clock is wrong says so by `clock`, what it shows now."""
    try:
        sent = json.loads(body)
        skew = now - moment(sent["clock"]) if "clock" in sent else timedelta()
        skew = skew if abs(skew) > SKEW else timedelta()
        return [one_of(tick, skew) for tick in sent["ticks"][:MOST]]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise Unreadable("ticks are who, is, at and key") from error


def one_of(tick: Any, skew: timedelta) -> Told:
    who, key = str(tick["who"]), str(tick["key"])
    if not is_key(who) or not key:
        raise ValueError("a key of the roll")
    return Told(who, Presence(tick["is"]), moment(tick["at"]) + skew, key)


def is_key(who: str) -> bool:
    return who[:1] in ("e", "g") and who[1:].isdecimal() and len(who) < 12


def moment(text: Any) -> datetime:
    at = parse_datetime(text)
    if at is None or at.tzinfo is None:
        raise ValueError("a moment with its zone")
    return at


@signed_in
@require_safe
def trail(request: PersonRequest, pk: int) -> HttpResponse:
    """How it is known: every statement with who made it, when and in which way."""
    session = get_object_or_404(Session.objects.run_by(request.user), pk=pk)
    context = {"session": session, "trail": queries.trail(session)}
    return render(request, "lessons/trail.html", context)


@signed_in
@require_safe
def register(request: PersonRequest, pk: int) -> HttpResponse:
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    context = {"cohort": cohort, "register": days.register(cohort, timezone.now())}
    return render(request, "lessons/register.html", context)


@signed_in
@require_safe
def table(request: PersonRequest, pk: int, kind: str) -> HttpResponseBase:
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    found = days.register(cohort, timezone.now())
    if kind not in ("csv", "xlsx"):
        raise Http404
    parts = sheets.name_of(cohort), sheets.header(found), sheets.rows(found)
    return tables_out.csv_response(*parts) if kind == "csv" else tables_out.xlsx_response(*parts)


@signed_in
@require_safe
def attended(request: PersonRequest, pk: int) -> HttpResponse:
    """One's own days: hours, and what to catch up with."""
    open_to = cohorts_open_to(request.user).select_related("programme")
    cohort = get_object_or_404(open_to.distinct(), pk=pk)
    mine = list(cohort.enrolments.of(request.user))
    own = days.own(request.user, mine, [cohort.pk], timezone.now())
    return render(request, "lessons/attended.html", {"cohort": cohort, "own": own})
