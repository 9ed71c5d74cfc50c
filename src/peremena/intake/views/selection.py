"""Staff choose: whom they ask to mark, the shortlist, decisions, the sending, the waiting list."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.intake import selection_letters, tasks, words
from peremena.intake.forms.applying import SettleForm
from peremena.intake.forms.selection import AskForm, DecisionForm
from peremena.intake.models import Call, Candidate, Decision, Marker
from peremena.intake.queries import candidates
from peremena.intake.queries import selection as queries
from peremena.intake.rules import Refusal, State
from peremena.intake.services import selection_decisions as decisions
from peremena.intake.services import selection_marks as marks
from peremena.intake.services import selection_offers as offers
from peremena.intake.services import selection_sending as sending
from peremena.kit.pages import render_part
from peremena.people.access import PersonRequest, signed_in


def call_of(request: PersonRequest, pk: int) -> Call:
    return get_object_or_404(Call.objects.run_by(request.user), pk=pk)


def candidate_of(request: PersonRequest, pk: int) -> Candidate:
    rows = Candidate.objects.run_by(request.user).handed_in().with_place()
    rows = rows.select_related("standing", "decision", "draft", "call__cohort__programme__centre")
    return get_object_or_404(rows, pk=pk)


@signed_in
@require_safe
def selection(request: PersonRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    listed = queries.shortlist(call, after=request.GET.get("after", ""))
    context = {"call": call, "listed": listed}
    return render(request, "intake/selection.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def markers(request: PersonRequest, pk: int) -> HttpResponse:
    call, today = call_of(request, pk), timezone.localdate()
    known = {"due_on": queries.day_for_marks(call, today)}
    sent = request.POST if request.method == "POST" else None
    form = AskForm(sent, initial=known, call=call, again="again" in request.POST)
    if form.is_valid():
        marks.ask(call, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("A letter to the expert is written."))
        return redirect("intake:markers", call.pk)
    context = {"call": call, "form": form, "asked": queries.asked(call), "today": today}
    status = 422 if form.errors else 200
    return render(request, "intake/selection_markers.html", context, status=status)


@signed_in
@require_POST
def dismiss(request: PersonRequest, pk: int) -> HttpResponse:
    calls = Call.objects.run_by(request.user).values("pk")
    marker = get_object_or_404(Marker.objects.filter(call__in=calls), pk=pk)
    marks.dismiss(marker, by=request.user, now=timezone.now())
    return redirect("intake:markers", marker.call_id)


@signed_in
@require_http_methods(["GET", "POST"])
def decide(request: PersonRequest, pk: int) -> HttpResponse:
    """The application, who gave what once all are done, and the decision."""
    candidate = candidate_of(request, pk)
    before = Decision.objects.filter(candidate=candidate).first()
    form = DecisionForm(request.POST or None, initial=noted(before))
    if form.is_valid():
        decisions.decide(candidate, **form.told, by=request.user, now=timezone.now())
        messages.success(request, _("The decision is noted. Nobody has been told yet."))
        return redirect("intake:selection", candidate.call_id)
    context = {
        "candidate": candidate,
        "call": candidate.call,
        "form": form,
        "decision": before,
        "answers": candidates.answers(candidate),
        "twins": [one for one in candidates.twins(candidate) if one[0].state == State.HANDED_IN],
        "marks": queries.opened(candidate),
        "is_disputed": queries.disputed(candidate),
        "settle": None if candidate.territory_id else SettleForm(candidate=candidate),
    }
    status = 422 if form.errors else 200
    return render(request, "intake/selection_decide.html", context, status=status)


def noted(decision: Decision | None) -> dict[str, str]:
    names = ("verdict", "reason", "alternative")
    return {name: getattr(decision, name) for name in names} if decision else {}


@signed_in
@require_http_methods(["GET", "POST"])
def decisions_page(request: PersonRequest, pk: int) -> HttpResponse:
    """List, count and each letter before they go; POST sends all, or goes on with it; then how
    far that is."""
    call = call_of(request, pk)
    if request.method == "POST":
        if call.sendings.filter(ended_at=None).exists():
            messages.success(request, _("The letters are taken up again. Wait a minute or two."))
        tasks.begin(call, by=request.user, now=timezone.now())
        return redirect("intake:decisions", call.pk)
    number = Decision.objects.untold_of(call).count()
    going = queries.on_its_way(call, number, timezone.now())
    context = {"call": call, "number": number, "sending": going}
    if not context["sending"]:
        context |= before_sending(call, request.GET.get("after", ""))
    return render_part(request, "intake/selection_decisions.html", "state", context)


def before_sending(call: Call, after: str) -> dict[str, Any]:
    refusal, listed = sending.why_not_send(call), queries.to_send(call, after=after)
    return {
        "listed": listed,
        "letters": [(one, selection_letters.answer(one)) for one in listed.rows],
        "why_not": refusal and words.REFUSALS[refusal],
        "homeless": queries.without_territory(call) if refusal is Refusal.NO_TERRITORY else (),
    }


@signed_in
@require_POST
def move_up(request: PersonRequest, pk: int) -> HttpResponse:
    candidate = candidate_of(request, pk)
    decision = get_object_or_404(Decision, candidate=candidate, verdict="waiting")
    decisions.move_up(decision, by=request.user)
    return redirect("intake:decisions", candidate.call_id)


@signed_in
@require_http_methods(["GET", "POST"])
def waiting(request: PersonRequest, pk: int) -> HttpResponse:
    """Who waits, and what came of offers; POST offers what is free to the next."""
    call = call_of(request, pk)
    if request.method == "POST":
        number = offers.pass_on(call, by=request.user, now=timezone.now())
        said = ngettext("{number} place is offered", "{number} places are offered", number)
        messages.success(request, said.format(number=number))
        return redirect("intake:waiting", call.pk)
    context = {
        "call": call,
        "waiting": queries.waiting(call),
        "free": max(0, call.cohort.free_places - offers.open_offers(call).count()),
        "next": offers.to_offer(call).first(),
    }
    return render(request, "intake/selection_waiting.html", context)


@signed_in
@require_POST
def answer_for(request: PersonRequest, pk: int) -> HttpResponse:
    """The applicant has rung: staff take or give up the place for them."""
    candidate = candidate_of(request, pk)
    answer = offers.accept if request.POST.get("do") == "accept" else offers.decline
    answer(candidate, by=request.user, now=timezone.now())
    return redirect("intake:waiting", candidate.call_id)
