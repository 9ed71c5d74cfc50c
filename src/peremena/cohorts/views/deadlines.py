"""The days a cohort has to keep."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from peremena.cohorts import forms, services
from peremena.cohorts.models import Cohort, Deadline
from peremena.people.access import PersonRequest, signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def deadlines(request: PersonRequest, pk: int) -> HttpResponse:
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    form = forms.DeadlineForm(request.POST or None)
    if form.is_valid():
        services.add_deadline(cohort, by=request.user, **form.cleaned_data)
        return redirect("cohorts:deadlines", cohort.pk)
    known = cohort.deadlines.order_by("due_on", "pk")
    context = {"cohort": cohort, "deadlines": known, "form": form}
    status = 422 if form.errors else 200
    return render(request, "cohorts/deadlines.html", context, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Deadline.objects.run_by(request.user), pk=pk)
    known = {"title": found.title, "due_on": found.due_on, "about": found.about}
    form = forms.DeadlineForm(request.POST or None, initial=known)
    if form.is_valid():
        services.change_deadline(found, by=request.user, **form.cleaned_data)
        return redirect("cohorts:deadlines", found.cohort_id)
    context = {"cohort": found.cohort, "deadline": found, "form": form}
    status = 422 if form.errors else 200
    return render(request, "cohorts/deadline.html", context, status=status)


@signed_in
@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Deadline.objects.run_by(request.user), pk=pk)
    services.remove_deadline(found, by=request.user)
    return redirect("cohorts:deadlines", found.cohort_id)
