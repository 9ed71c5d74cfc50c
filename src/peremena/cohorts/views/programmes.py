"""Programmes with what they promise, and their cohorts."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peremena.cohorts import forms, queries, services
from peremena.cohorts.forms.programmes import of_cohort, of_plan, of_programme, planned
from peremena.cohorts.models import Cohort, Enrolment, Programme
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in


@requires(Ability.RUN_COHORTS)
@require_safe
def shelf(request: PersonRequest) -> HttpResponse:
    shelves = queries.shelves(Programme.objects.run_by(request.user))
    return render(request, "cohorts/list.html", {"shelves": shelves})


@signed_in
@require_safe
def programme(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Programme.objects.run_by(request.user), pk=pk)
    [shelved] = queries.shelves(Programme.objects.filter(pk=found.pk))
    indicators = found.indicators.order_by("due_on", "pk")
    context = {"programme": found, "shelf": shelved, "indicators": indicators}
    return render(request, "cohorts/programme.html", context)


@requires(Ability.RUN_COHORTS)
@require_http_methods(["GET", "POST"])
def add_programme(request: PersonRequest) -> HttpResponse:
    centres = request.user.centres_with(Ability.RUN_COHORTS)
    form = forms.ProgrammeForm(request.POST or None, centres=centres)
    if form.is_valid():
        return redirect(services.add_programme(by=request.user, **form.cleaned_data))
    status = 422 if form.errors else 200
    return render(request, "cohorts/programme_form.html", {"form": form}, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def edit_programme(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Programme.objects.run_by(request.user), pk=pk)
    form = forms.ProgrammeForm(
        request.POST or None, centres=[found.centre_id], initial=of_programme(found)
    )
    if form.is_valid():
        given = {key: value for key, value in form.cleaned_data.items() if key != "centre"}
        services.change_programme(found, by=request.user, **given)
        return redirect(found)
    context = {"form": form, "programme": found}
    status = 422 if form.errors else 200
    return render(request, "cohorts/programme_form.html", context, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def plan(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Programme.objects.run_by(request.user), pk=pk)
    known = of_plan(found.indicators.order_by("due_on", "pk"))
    rows = forms.PlanForm(request.POST or None, initial=known)
    if rows.is_valid():
        services.plan_indicators(found, planned(rows), by=request.user)
        return redirect(found)
    context = {"programme": found, "rows": rows}
    status = 422 if rows.is_bound else 200
    return render(request, "cohorts/plan.html", context, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def add_cohort(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Programme.objects.run_by(request.user), pk=pk)
    form = forms.CohortForm(request.POST or None)
    if form.is_valid():
        return redirect(services.add_cohort(found, by=request.user, **form.cleaned_data))
    context = {"form": form, "programme": found}
    status = 422 if form.errors else 200
    return render(request, "cohorts/cohort_form.html", context, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def edit_cohort(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    form = forms.CohortForm(request.POST or None, initial=of_cohort(found))
    if form.is_valid():
        services.change_cohort(found, by=request.user, **form.cleaned_data)
        return redirect(found)
    context = {"form": form, "programme": found.programme, "cohort": found}
    status = 422 if form.errors else 200
    return render(request, "cohorts/cohort_form.html", context, status=status)


@signed_in
@require_safe
def cohort(request: PersonRequest, pk: int) -> HttpResponse:
    """Twelve places: who sits there, and how far they are."""
    found = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    rows = Enrolment.objects.filter(cohort=found).order_by("enrolled_at", "pk")
    roll = queries.roll(found, queries.lives(rows, timezone.now()))
    return render(request, "cohorts/cohort.html", {"cohort": found, "roll": roll})
