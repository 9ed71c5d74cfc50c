"""A gate with everybody before it, one person at it, and certificates at the end."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.cohorts import services, words
from peremena.cohorts.forms import gates as forms
from peremena.cohorts.models import Cohort, Enrolment, Gate
from peremena.cohorts.queries.gates import Standing
from peremena.cohorts.templatetags.cohorts import step_word
from peremena.desk.queries import gates as queries
from peremena.people import codes
from peremena.people.access import PersonRequest, signed_in

FOR_A_STEP = timedelta(days=7)


@signed_in
@require_safe
def gate(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Gate.objects.run_by(request.user), pk=pk)
    page = queries.gate_page(found, timezone.now())
    return render(request, "desk/gate.html", {"gate": found, "page": page})


@signed_in
@require_POST
def let_through_all(request: PersonRequest, pk: int) -> HttpResponse:
    """Those who lack nothing, as it is now; nobody else."""
    found = get_object_or_404(Gate.objects.run_by(request.user), pk=pk)
    now = timezone.now()
    ready = queries.gate_page(found, now).ready
    for one in ready:
        services.gates.let_through(found, one.life.enrolment, (), by=request.user, now=now)
    messages.success(request, words.people_through(len(ready)))
    return redirect(found)


@signed_in
@require_http_methods(["GET", "POST"])
def at_gate(request: PersonRequest, pk: int, enrolment: int) -> HttpResponse:
    """What one person lacks; POST lets through."""
    found, standing = one_at(request, pk, enrolment)
    form = forms.PassForm(request.POST or None)
    if form.is_valid():
        who, now = standing.life.enrolment, timezone.now()
        services.gates.let_through(
            found, who, standing.lacks, by=request.user, now=now, **form.cleaned_data
        )
        return redirect(found)
    rows = forms.StepRows(initial=suggested(standing, timezone.now()))
    return at_gate_page(request, found, standing, form=form, rows=rows)


@signed_in
@require_POST
def plan(request: PersonRequest, pk: int, enrolment: int) -> HttpResponse:
    """A personal plan out of what is missing."""
    found, standing = one_at(request, pk, enrolment)
    rows = forms.StepRows(request.POST, initial=suggested(standing, timezone.now()))
    if rows.is_valid():
        services.gates.plan(
            standing.life.enrolment,
            forms.steps(rows),
            gate=found,
            by=request.user,
            today=timezone.localdate(),
        )
        messages.success(request, _("The plan stands on this person’s first page."))
        return redirect("desk:at_gate", pk, enrolment)
    return at_gate_page(request, found, standing, form=forms.PassForm(), rows=rows)


@signed_in
@require_POST
def take_back(request: PersonRequest, pk: int, enrolment: int) -> HttpResponse:
    found, standing = one_at(request, pk, enrolment)
    services.gates.take_back(found, standing.life.enrolment, by=request.user)
    return redirect("desk:at_gate", pk, enrolment)


def one_at(request: PersonRequest, pk: int, enrolment: int) -> tuple[Gate, Standing]:
    found = get_object_or_404(Gate.objects.run_by(request.user), pk=pk)
    who = get_object_or_404(Enrolment.objects.sitting(), pk=enrolment, cohort=found.cohort)
    standings = queries.gate_page(found, timezone.now(), who.pk).standings
    return found, standings[0]


def suggested(standing: Standing, now: datetime) -> list[dict[str, Any]]:
    """What is missing, as steps by a week from now; what is planned already is not said twice."""
    by = timezone.localdate(now) + FOR_A_STEP
    planned = {step.text for step in standing.steps}
    said = [step_word(lack) for lack in standing.lacks]
    return [{"text": text, "due_on": by} for text in said if text not in planned]


def at_gate_page(
    request: PersonRequest, gate: Gate, standing: Standing, **forms_: Any
) -> HttpResponse:
    context = {"gate": gate, "standing": standing, **forms_}
    is_bad = any(form.is_bound for form in forms_.values())
    return render(request, "desk/at_gate.html", context, status=422 if is_bad else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def certificates(request: PersonRequest, pk: int) -> HttpResponse:
    """Who may get one, with the hours counted; POST gives out to those with hours written."""
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    people = queries.entitled(cohort, timezone.now())
    without = [
        (one.enrolment.pk, one.enrolment.person.full_name, one.hours)
        for one in people
        if not one.certificate
    ]
    form = forms.CertificatesForm(without, request.POST or None)
    if form.is_valid():
        made = services.certificates.issue(
            cohort,
            form.hours,
            series=form.cleaned_data["series"],
            new_key=lambda: codes.new(secrets.choice),
            by=request.user,
            today=timezone.localdate(),
        )
        messages.success(request, words.certificates_made(len(made)))
        return redirect("desk:certificates", cohort.pk)
    given = any(one.certificate for one in people)
    context = {"cohort": cohort, "people": people, "form": form, "given": given}
    return render(request, "desk/certificates.html", context, status=422 if form.errors else 200)
