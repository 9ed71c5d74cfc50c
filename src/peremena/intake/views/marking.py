"""An expert marks applications one at a time; an applicant answers an offer behind a link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.intake import words
from peremena.intake.forms.selection import ClosenessForm
from peremena.intake.models import Candidate, Mark, Marker
from peremena.intake.models.closeness import to_mark
from peremena.intake.queries import candidates
from peremena.intake.queries import selection as queries
from peremena.intake.rules import Interest, Refusal
from peremena.intake.services import selection_marks as services
from peremena.intake.services import selection_offers as offers
from peremena.people.access import PersonRequest, signed_in


@signed_in
@require_safe
def marking(request: PersonRequest) -> HttpResponse:
    """What somebody has been asked to mark; nothing of anybody else's marks."""
    asked = [(one, queries.progress(one)) for one in queries.markers_of(request.user)]
    context = {"asked": asked, "today": timezone.localdate()}
    return render(request, "intake/selection_queue.html", context)


@signed_in
@require_safe
def marking_of(request: PersonRequest, pk: int) -> HttpResponse:
    marker = get_object_or_404(queries.markers_of(request.user), call=pk)
    context = {
        "call": marker.call,
        "far": queries.progress(marker),
        "today": timezone.localdate(),
        "queue": queries.queue(marker, after=request.GET.get("after", "")),
        "next": queries.next_of(marker),
    }
    return render(request, "intake/selection_list.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def mark(request: PersonRequest, pk: int) -> HttpResponse:
    """Kept as it is typed; "done" leads on to the next."""
    marker, candidate = meant(request, pk)
    lacks = False
    if request.method == "POST":
        note, now = request.POST.get("note", ""), timezone.now()
        given = {key.removeprefix("line-"): value for key, value in request.POST.items()}
        if "done" not in request.POST:
            services.mark(marker, candidate, given, note=note, now=now)
            if request.htmx:
                return render(request, "intake/selection_saved.html", {"at": now})
            return redirect("intake:marking_of", candidate.call_id)
        if services.finish(marker, candidate, given, note=note, now=now):
            return onward(marker)
        lacks = True
    found = marker.marks.filter(candidate=candidate).first()
    context = shown(candidate, found) | {
        "lacks": words.REFUSALS[Refusal.MARKS_MISSING] if lacks else "",
    }
    return render(request, "intake/selection_mark.html", context, status=422 if lacks else 200)


def shown(candidate: Candidate, found: Mark | None) -> dict[str, object]:
    return {
        "candidate": candidate,
        "call": candidate.call,
        "mark": found,
        "lines": queries.lines(candidate.call, found),
        "answers": candidates.answers(candidate),
        "is_open": hasattr(candidate, "standing"),
        "form": ClosenessForm(),
    }


def onward(marker: Marker) -> HttpResponse:
    following = queries.next_of(marker)
    if following:
        return redirect("intake:mark", following.pk)
    return redirect("intake:marking_of", marker.call_id)


@signed_in
@require_POST
def too_close(request: PersonRequest, pk: int) -> HttpResponse:
    marker, candidate = meant(request, pk)
    form = ClosenessForm(request.POST)
    if form.is_valid():
        kind = Interest(form.cleaned_data["kind"])
        services.declare(marker, candidate, kind, now=timezone.now())
        return onward(marker)
    return redirect("intake:mark", candidate.pk)


def meant(request: PersonRequest, pk: int) -> tuple[Marker, Candidate]:
    """Whoever is too close finds nothing here, as a stranger does."""
    asked = Candidate.objects.marked_by(request.user).with_place()
    candidate = get_object_or_404(asked.select_related("call", "draft", "standing"), pk=pk)
    marker = get_object_or_404(queries.markers_of(request.user), call=candidate.call_id)
    get_object_or_404(to_mark(marker), pk=pk)
    return marker, candidate


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """From a letter, without signing in: takes the offered place or gives up one's own."""
    rows = Candidate.objects.with_place().select_related("call__cohort")
    candidate = get_object_or_404(rows, token=token)
    now = timezone.now()
    if request.method == "POST":
        deed = offers.accept if request.POST.get("do") == "accept" else offers.decline
        deed(candidate, now=now)
        return redirect("intake:answer", token)
    last = queries.last_offer(candidate)
    context = {
        "candidate": candidate,
        "call": candidate.call,
        "offer": last,
        "is_open": bool(last and not last.answer and now < last.expires_at),
        "has_place": offers.own_place(candidate) is not None,
    }
    return render(request, "intake/selection_answer.html", context)
