"""One decision: everything about it, entering, correcting, confirming, what others add."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.contests.forms import WhyForm
from peremena.impact import forms, queries, services
from peremena.impact.models import Award
from peremena.kit import files
from peremena.kit.refusals import status_of, told_in
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in


@signed_in
@require_safe
def award(request: PersonRequest, pk: int) -> HttpResponse:
    """An observer sees the decision and its proof, and no person."""
    found = get_object_or_404(Award.objects.visible_to(request.user).with_places(), pk=pk)
    context = {"award": found, "card": queries.card(found, request.user)}
    return render(request, "impact/award.html", context)


@requires(Ability.RUN_CONTESTS)
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest) -> HttpResponse:
    """Money that came outside the contests of the catalogue."""
    initial = {"project": request.GET.get("project")}
    sent, upload = request.POST or None, request.FILES or None
    form = forms.AwardForm(sent, upload, keeper=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        project = said.pop("project")
        with told_in(form):
            made = services.add_award(project, by=request.user, now=timezone.now(), **said)
            messages.success(request, _("Written down. Now a colleague has to confirm it."))
            return redirect(made)
    return asked(request, form, _("Money outside the contests"))


@signed_in
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Award.objects.kept_by(request.user).counted(), pk=pk)
    form = forms.ChangeForm(request.POST or None, request.FILES or None, award=found)
    if request.method == "POST" and form.is_valid():
        new = {name: value for name, value in form.cleaned_data.items() if name != "file" or value}
        seen = forms.number(request.POST.get("seen"))
        with told_in(form):
            services.change(found, by=request.user, now=timezone.now(), seen=seen, **new)
            messages.success(request, _("Corrected. Now a colleague has to confirm it again."))
            return redirect(found)
    return asked(request, form, _("Correct the decision"), award=found)


@signed_in
@require_http_methods(["GET", "POST"])
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Award.objects.kept_by(request.user), pk=pk)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        with told_in(form):
            services.take_back(found, why=why, by=request.user, now=timezone.now())
            return redirect(found)
    return asked(request, form, _("There was no such decision"), award=found)


@signed_in
@require_POST
def verify(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Award.objects.verified_by(request.user), pk=pk)
    seen = forms.number(request.POST.get("seen"))
    services.verify(found, by=request.user, now=timezone.now(), seen=seen)
    messages.success(request, _("Confirmed. From now on the sum stands on the public page."))
    return redirect(found)


@signed_in
@require_http_methods(["GET", "POST"])
def doubt(request: PersonRequest, pk: int) -> HttpResponse:
    """Not confirmed, in words."""
    found = get_object_or_404(Award.objects.verified_by(request.user), pk=pk)
    form = WhyForm(request.POST or None)
    form.fields["why"].label = _("What is wrong?")
    form.fields["why"].help_text = _("Whoever entered it reads this and mends it.")
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        with told_in(form):
            services.doubt(found, why=why, by=request.user, now=timezone.now())
            return redirect(found)
    return asked(request, form, _("Do not confirm"), award=found)


@signed_in
@require_http_methods(["GET", "POST"])
def contribute(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Award.objects.kept_by(request.user), pk=pk)
    form = forms.ContributionForm(request.POST or None, award=found)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            services.contribute(found, by=request.user, now=timezone.now(), **form.cleaned_data)
            return redirect(found)
    return asked(request, form, _("Who adds to it"), award=found)


@signed_in
@require_http_methods(["GET", "POST"])
def drop(request: PersonRequest, pk: int, contribution: int) -> HttpResponse:
    found = get_object_or_404(Award.objects.kept_by(request.user), pk=pk)
    given = get_object_or_404(found.contributions, pk=contribution)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        with told_in(form):
            services.drop_contribution(given, why=why, by=request.user, now=timezone.now())
            return redirect(found)
    return asked(request, form, _("This was not added"), award=found)


@signed_in
@require_safe
def evidence(request: PersonRequest, pk: int) -> HttpResponse:
    """The document as a file, for staff: there may be names in it."""
    found = get_object_or_404(Award.objects.kept_by(request.user), pk=pk)
    if not found.file:
        raise Http404
    return cast(HttpResponse, files.sent(found.file, name=f"{_('document')} {found.pk}"))


def asked(request: PersonRequest, form: Any, title: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title} | more
    return render(request, "impact/form.html", context, status=status_of(form))
