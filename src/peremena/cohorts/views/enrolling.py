"""Enrolling: choose somebody who is here, or write down what is dictated by phone."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peremena.cohorts import forms, services
from peremena.cohorts.models import Cohort
from peremena.people.access import PersonRequest, signed_in
from peremena.people.models import Person


@signed_in
@require_safe
def choose(request: PersonRequest, pk: int) -> HttpResponse:
    """Somebody who is here already, or somebody new."""
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    form = forms.NextForm(cohort, request.GET if "person" in request.GET else None)
    if form.is_valid():
        return redirect("cohorts:enrol_person", cohort.pk, form.cleaned_data["person"].pk)
    status = 422 if form.errors else 200
    return render(request, "cohorts/choose.html", {"cohort": cohort, "form": form}, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def enrol(request: PersonRequest, pk: int, person: int | None = None) -> HttpResponse:
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    known = Person.objects.filter(registrations__centre=cohort.programme.centre, erased_at=None)
    who = get_object_or_404(known, pk=person) if person else None
    form = forms.EnrolForm(cohort, who, request.POST or None)
    if form.is_valid():
        enrolment = services.take_in(
            cohort,
            who=form.who,
            where=form.where,
            project=form.cleaned_data.get("project"),
            part=form.cleaned_data["part"],
            by=request.user,
            now=timezone.now(),
        )
        said = {"name": enrolment.person, "cohort": cohort}
        messages.success(request, _("%(name)s is enrolled: “%(cohort)s”.") % said)
        return redirect(enrolment)
    context = {"cohort": cohort, "who": who, "form": form}
    status = 422 if form.errors else 200
    return render(request, "cohorts/enrol.html", context, status=status)
