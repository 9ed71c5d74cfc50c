"""The code on the wall: the page of the projector, and what a phone that reads it gets."""

from datetime import datetime, timedelta

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from peremena.kit import qr
from peremena.kit.pages import render_part
from peremena.lessons import names, rules, services, wall, words
from peremena.lessons.forms.attendance import CodeForm, NameForm
from peremena.lessons.models import Session
from peremena.lessons.queries import roll as queries
from peremena.lessons.rules import Refusal, Way
from peremena.people.access import PersonRequest, signed_in
from peremena.people.models import Person

SEEN = "lessons.seen"
SEEN_LIVES = timedelta(minutes=15)
"""For how long a code that was read in time holds while somebody signs in or types a name."""


@signed_in
@require_safe
def wall_page(request: PersonRequest, pk: int) -> HttpResponse:
    """To be shown by a projector: it changes by itself, without scripts by a refresh."""
    session = get_object_or_404(Session.objects.run_by(request.user), pk=pk)
    now = timezone.now()
    code = wall.code(key(), session.pk, wall.step_of(now))
    address = f"{settings.SITE_ADDRESS}{reverse('lessons:here_by', args=[code])}"
    side, path = qr.outline(address)
    refusal = why_not(session, now)
    context = {
        "session": session,
        "code": wall.spaced(code),
        "host": settings.SITE_ADDRESS.partition("://")[2],
        "here": reverse("lessons:here"),
        "side": side,
        "path": path,
        "roll": queries.roll(session),
        "why_not": refusal and words.REFUSALS[refusal],
    }
    return render_part(request, "lessons/wall.html", "code", context)


def key() -> bytes:
    """Of this installation; nobody can make a code without it."""
    return salted_hmac("lessons.wall", "key", algorithm="sha256").digest()


def why_not(session: Session, now: datetime) -> Refusal | None:
    is_cancelled = session.cancelled_at is not None
    return rules.why_not_scan(session.starts_at, session.ends_at, now, is_cancelled=is_cancelled)


@never_cache
@require_safe
def here_by(request: HttpRequest, code: str) -> HttpResponse:
    """A phone has read the square code. The time counts from now, however long signing in takes."""
    return seen(request, code) or refused(request, Refusal.CODE_OVER)


def seen(request: HttpRequest, code: str) -> HttpResponse | None:
    """None: no wall shows this code, or not any more."""
    now = timezone.now()
    found = wall.which(code, key(), open_now(now), now)
    if found is None:
        return None
    request.session[SEEN] = [found, now.isoformat()]
    return redirect("lessons:here")


def open_now(now: datetime) -> list[int]:
    near = Session.objects.filter(
        cancelled_at=None,
        starts_at__lte=now + rules.EARLIEST_SCAN,
        ends_at__gte=now - rules.LATEST_SCAN,
    )
    return list(near.values_list("pk", flat=True))


@never_cache
@require_http_methods(["GET", "POST"])
def here(request: HttpRequest) -> HttpResponse:
    """Marks whoever has read the code: at once when signed in, else by the name they give."""
    now = timezone.now()
    session = session_seen(request, now)
    if session is None:
        return ask_code(request)
    if refusal := why_not(session, now):
        return refused(request, refusal)
    if isinstance(request.user, Person):
        return mark(request, session, request.user, now)
    return ask_name(request, session, now)


def session_seen(request: HttpRequest, now: datetime) -> Session | None:
    pk, at = request.session.get(SEEN, [0, ""])
    moment = parse_datetime(at) if at else None
    if moment is None or now - moment > SEEN_LIVES:
        return None
    return Session.objects.select_related("cohort").filter(pk=pk).first()


def ask_code(request: HttpRequest) -> HttpResponse:
    """For a phone whose camera does not read square codes."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if not ratelimit.consume(request, action="wall_code"):
            return ratelimit.respond_429(request)
        if answer := seen(request, form.cleaned_data["code"]):
            return answer
        form.add_error("code", words.REFUSALS[Refusal.CODE_OVER])
    status = 422 if form.errors else 200
    return render(request, "lessons/ask_code.html", {"form": form}, status=status)


def ask_name(request: HttpRequest, session: Session, now: datetime) -> HttpResponse:
    form = NameForm(request.POST or None)
    if form.is_valid():
        if not ratelimit.consume(request, action="wall_name"):
            return ratelimit.respond_429(request)
        listed = {one.key: one for one in queries.roll(session).rows}
        people = {who: queries.named(one.person) for who, one in listed.items()}
        found = names.found(form.cleaned_data["name"], people)
        if len(found) == 1:
            row = listed[found[0]]
            services.attendance.mark_oneself(session, row.key, way=Way.NAME, by=row.person, now=now)
            return marked(request, session, row.person.name)
        several = Refusal.TWO_OF_A_NAME if found else Refusal.NO_SUCH_NAME
        form.add_error("name", words.REFUSALS[several])
    context = {"session": session, "form": form}
    return render(request, "lessons/ask_name.html", context, status=422 if form.errors else 200)


def mark(request: HttpRequest, session: Session, person: Person, now: datetime) -> HttpResponse:
    who = queries.own_key(session, person)
    if who is None:
        return refused(request, Refusal.NOT_ENROLLED)
    services.attendance.mark_oneself(session, who, way=Way.CODE, by=person, now=now)
    return marked(request, session, person.name)


def marked(request: HttpRequest, session: Session, name: str) -> HttpResponse:
    return render(request, "lessons/marked.html", {"session": session, "name": name})


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    context = {"reason": words.REFUSALS[refusal], "refusal": refusal}
    return render(request, "lessons/not_marked.html", context, status=409)
