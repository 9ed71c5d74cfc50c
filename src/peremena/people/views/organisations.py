"""Organisations as a centre knows them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peremena.kit.refusals import status_of, told_in
from peremena.people import forms, queries, services
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in
from peremena.people.models import Organisation


@requires(Ability.SEE_PEOPLE)
@require_safe
def organisations(request: PersonRequest) -> HttpResponse:
    form = forms.FindForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    listed = queries.organisations(request.user, **asked, after=request.GET.get("after", ""))
    context = {"organisations": listed, "form": form, "asked": asked}
    return render(request, "people/organisations.html", context)


@requires(Ability.KEEP_PEOPLE)
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest) -> HttpResponse:
    centres = queries.centres_kept(request.user)
    form = forms.NewOrganisationForm(request.POST or None, centres=centres)
    if form.is_valid():
        with told_in(form):
            services.keeping.add_organisation(by=request.user, **form.cleaned_data)
            messages.success(request, _("The organisation is in the list."))
            return redirect("organisations")
    return render(request, "people/organisation.html", {"form": form}, status=status_of(form))


@signed_in
@require_http_methods(["GET", "POST"])
def organisation(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Organisation.objects.kept_by(request.user), pk=pk)
    known = {field: getattr(found, field) for field in forms.OrganisationForm.base_fields}
    form = forms.OrganisationForm(request.POST or None, initial=known)
    if form.is_valid():
        with told_in(form):
            services.keeping.change_organisation(found, by=request.user, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("organisations")
    context = {"form": form, "organisation": found}
    return render(request, "people/organisation.html", context, status=status_of(form))
