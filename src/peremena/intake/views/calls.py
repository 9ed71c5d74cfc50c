"""Staff keep a call: its days, its form, rubric and quotas; copies of the text and the notice."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.cohorts.models import Cohort
from peremena.drafts import drawing
from peremena.drafts.models import Draft
from peremena.intake import words
from peremena.intake.forms import calls as forms
from peremena.intake.forms import questions as rows
from peremena.intake.models import Call
from peremena.intake.papers import notices
from peremena.intake.queries import calls as queries
from peremena.intake.services import calls as services
from peremena.kit import qr
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in

Rows = Callable[..., Any]
PARTS: dict[str, tuple[Any, Rows, Rows, Any]] = {
    "questions": (
        rows.QuestionRows, rows.of_questions, rows.asked, gettext_lazy("Questions of the form"),
    ),
    "conditions": (
        rows.ConditionRows, list, forms.conditions, gettext_lazy("Who may apply: asked first"),
    ),
    "rubric": (
        rows.RubricRows,
        lambda stored: [forms.of_rubric(one) for one in stored],
        forms.rubric,
        gettext_lazy("How experts mark"),
    ),
    "quotas": (
        rows.QuotaRows,
        lambda stored: [forms.of_quota(one) for one in stored],
        forms.quotas,
        gettext_lazy("Quotas"),
    ),
}  # fmt: skip


@requires(Ability.RUN_COHORTS)
@require_safe
def calls(request: PersonRequest) -> HttpResponse:
    context = {
        "calls": queries.calls_run_by(request.user),
        "cohorts": Cohort.objects.run_by(request.user).order_by("-starts_on"),
        "now": timezone.now(),
    }
    return render(request, "intake/calls.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest, pk: int) -> HttpResponse:
    """Everything stands there already; five minutes of reading are enough."""
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    usual, today = queries.usual(), timezone.localdate()
    known = forms.of_new(usual, today, cohort.starts_on)
    form = forms.CallForm(request.POST or None, initial=known)
    if form.is_valid():
        call = services.open_call(cohort, usual=usual, by=request.user, **form.told)
        return redirect(call)
    context = {"cohort": cohort, "form": form}
    return render(request, "intake/call_form.html", context, status=422 if form.errors else 200)


@signed_in
@require_safe
def call(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    side, path = qr.outline(queries.address_of(found, queries.PAPER))
    context = {
        "call": found,
        "tally": queries.tally(found),
        "copies": queries.copies(found),
        "address": queries.address_of(found),
        "side": side,
        "path": path,
        "now": timezone.now(),
    }
    return render(request, "intake/call.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    form = forms.CallForm(request.POST or None, initial=forms.of_call(found), call=found)
    if form.is_valid():
        services.change_call(found, by=request.user, **form.told)
        return redirect(found)
    context = {"call": found, "cohort": found.cohort, "form": form}
    return render(request, "intake/call_form.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def part(request: PersonRequest, pk: int, part: str) -> HttpResponse:
    """Questions, conditions, rubric or quotas: rows in an order, one page for all four."""
    found = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    if part not in PARTS:
        raise Http404
    formset, shown, kept, title = PARTS[part]
    refusal = services.why_not_change(found, part)
    if refusal and request.method == "GET":
        context = {"call": found, "why_not": words.REFUSALS[refusal], "title": title}
        return render(request, "intake/call_rubric.html", context)
    form = formset(request.POST or None, initial=shown(getattr(found, part)))
    if form.is_valid():
        services.change_part(found, part, kept(form), by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("Saved."))
        return redirect("intake:call_part", found.pk, part)
    context = {"call": found, "rows": form, "title": title, "part": part}
    status = 422 if form.is_bound else 200
    return render(request, "intake/call_part.html", context, status=status)


@signed_in
@require_safe
def preview(request: PersonRequest, pk: int) -> HttpResponse:
    """As applicants see it; nothing is kept."""
    found = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    page = queries.form_page(found, request.path, is_writable=False)
    empty = Draft(pk=0, content={}, changed_at=timezone.now())
    context = {"call": found, "form": drawing.form(empty, page), "words": page.words}
    return render(request, "intake/preview.html", context)


@signed_in
@require_POST
def publish(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    if request.POST.get("do") == "hide":
        services.hide(found, by=request.user)
    else:
        services.publish(found, by=request.user, now=timezone.now())
    return redirect(found)


@signed_in
@require_safe
def notice(request: PersonRequest, pk: int) -> HttpResponse:
    """One page of A4 for a wall."""
    found = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    answer = HttpResponse(notices.pdf_of(found), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{found.slug}.pdf"'
    return answer
