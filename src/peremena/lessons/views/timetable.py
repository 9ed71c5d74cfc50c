"""The timetable: read by learners, kept by staff; calendars to subscribe to."""

import secrets
import uuid

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.cohorts.models import Cohort
from peremena.kit.keeping import Kind, kept_on_phones
from peremena.kit.refusals import status_of, told_in
from peremena.lessons import feeds, letters, services
from peremena.lessons.forms import sessions as forms
from peremena.lessons.models import FeedKey, Session, Survey, cohorts_open_to
from peremena.lessons.queries import lessons as shelf
from peremena.lessons.queries import timetable as queries
from peremena.people.access import PersonRequest, signed_in


@kept_on_phones(Kind.PAGE)
@signed_in
@require_safe
def timetable(request: PersonRequest, pk: int) -> HttpResponse:
    open_to = cohorts_open_to(request.user).select_related("programme")
    cohort = get_object_or_404(open_to.distinct(), pk=pk)
    context = {
        "cohort": cohort,
        "runs": shelf.runs(request.user, cohort),
        "timetable": queries.timetable(cohort, request.user, timezone.now()),
    }
    return render(request, "lessons/timetable.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest, pk: int) -> HttpResponse:
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    known = {"day": max(cohort.starts_on, timezone.localdate())}
    form = forms.SessionsForm(request.POST or None, cohort=cohort, initial=known)
    if form.is_valid():
        now, plan = timezone.now(), form.plan
        with told_in(form):
            services.sessions.add(
                cohort, plan, form.days, new_uid=new_uid, by=request.user, now=now
            )
            return redirect("lessons:timetable", cohort.pk)
    context = {"cohort": cohort, "form": form}
    return render(request, "lessons/session_form.html", context, status=status_of(form))


def new_uid() -> str:
    return str(uuid.uuid4())


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(Session.objects.run_by(request.user), pk=pk)
    known = forms.of_session(session)
    form = forms.SessionForm(request.POST or None, cohort=session.cohort, initial=known)
    if form.is_valid():
        day, now = form.cleaned_data["day"], timezone.now()
        services.sessions.change(session, form.plan, day, by=request.user, now=now)
        return redirect(session)
    context = {"cohort": session.cohort, "session": session, "form": form}
    status = 422 if form.errors else 200
    return render(request, "lessons/session_form.html", context, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def cancel(request: PersonRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(Session.objects.run_by(request.user), pk=pk)
    form = forms.CancelForm(request.POST or None)
    if form.is_valid():
        why, now = form.cleaned_data["why"], timezone.now()
        services.sessions.cancel(session, why=why, by=request.user, now=now)
        return redirect("lessons:timetable", session.cohort_id)
    context = {"session": session, "form": form}
    status = 422 if form.errors else 200
    return render(request, "lessons/cancel.html", context, status=status)


@signed_in
@require_safe
def session(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Session.objects.visible_to(request.user).distinct(), pk=pk)
    [day] = queries.on_clock_of(request.user, [found])
    now = timezone.now()
    context = {
        "session": found,
        "day": day,
        "runs": shelf.runs(request.user, found.cohort),
        "calendar": letters.address_of_day(found),
        "survey": Survey.objects.filter(session=found).first(),
        "has_begun": found.starts_at <= now,
        "is_over": found.ends_at <= now,
    }
    return render(request, "lessons/session.html", context)


@require_safe
def day(request: HttpRequest, token: str) -> HttpResponse:
    """One day for the calendar of a phone; opened from a letter, without signing in."""
    found = get_object_or_404(Session, pk=letters.whose(token) or 0)
    return answer(request, [found], uid=f"day-{found.pk}@peremena")


@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """All days of one's own; whoever has the address reads it."""
    owner = get_object_or_404(FeedKey.objects.select_related("person"), key=key)
    if not owner.person.is_active:
        raise Http404
    mine = Session.objects.visible_to(owner.person).distinct().order_by("starts_at", "pk")
    return answer(request, list(mine), uid=f"calendar-{owner.pk}@peremena")


def answer(request: HttpRequest, sessions: list[Session], *, uid: str) -> HttpResponse:
    """A calendar that asks again and again is answered shortly where nothing has changed."""
    content = feeds.calendar(sessions, uid=uid)
    changed = feeds.changed(sessions)
    stamp = int(changed.timestamp()) if changed else None
    response = HttpResponse(content, content_type=feeds.NAME)
    response["Content-Disposition"] = 'inline; filename="peremena.ics"'
    response["Cache-Control"] = "private, max-age=0, must-revalidate"
    response["ETag"] = feeds.mark(content)
    if stamp:
        response["Last-Modified"] = http_date(stamp)
    same = get_conditional_response(request, response["ETag"], stamp, response)
    return same or response


@signed_in
@require_safe
def calendar(request: PersonRequest) -> HttpResponse:
    """The address of one's own calendar, and what to do with it on a phone."""
    own = FeedKey.objects.filter(person=request.user).first()
    address = f"{settings.SITE_ADDRESS}{reverse('lessons:feed', args=[own.key])}" if own else ""
    return render(request, "lessons/calendar.html", {"own": own, "address": address})


@signed_in
@require_POST
def open_calendar(request: PersonRequest) -> HttpResponse:
    """A first address, or a new one in place of the former."""
    if request.POST.get("shut"):
        services.sessions.shut_calendar(request.user)
    else:
        new_key = lambda: secrets.token_urlsafe(32)  # noqa: E731 -- chance comes from outside
        services.sessions.open_calendar(request.user, new_key=new_key, now=timezone.now())
    return redirect("lessons:calendar")
