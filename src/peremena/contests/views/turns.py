"""Pages on which the life of an application is written down, step by step."""

from collections.abc import Callable
from typing import Any, cast

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peremena.contests import forms, queries, services, words
from peremena.contests.models import Application, Turn
from peremena.contests.rules import Kind
from peremena.kit import files
from peremena.kit.refusals import status_of, told_in
from peremena.people.access import PersonRequest, signed_in

WRITERS: dict[Kind, Callable[..., Turn]] = {
    Kind.ADMITTED: services.admit,
    Kind.REFUSED: services.refuse,
    Kind.LOST: services.lose,
    Kind.RESERVED: services.reserve,
}


@signed_in
@require_http_methods(["GET", "POST"])
def submit(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Application.objects.submitted_by(request.user), pk=pk)
    initial = forms.SubmissionForm.before(None, found)
    form = forms.SubmissionForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            services.submit(found, by=request.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Written down. Now the contest has to decide."))
            return redirect(found)
    return asked(request, found, form, _("When was it submitted?"))


@signed_in
@require_http_methods(["GET", "POST"])
def admission(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Application.objects.run_by(request.user), pk=pk)
    form = forms.AdmissionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kind = said.pop("kind")
        if kind is Kind.ADMITTED:
            said.pop("reason")
        with told_in(form):
            WRITERS[kind](found, by=request.user, now=timezone.now(), **said)
            return redirect(found)
    return asked(request, found, form, _("Is it admitted?"))


@signed_in
@require_http_methods(["GET", "POST"])
def outcome(request: PersonRequest, pk: int) -> HttpResponse:
    """Not won or on the reserve list; a win leads into the ledger."""
    found = get_object_or_404(Application.objects.run_by(request.user), pk=pk)
    form = forms.OutcomeForm(request.POST or None, application=found)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kind = said.pop("kind")
        with told_in(form):
            WRITERS[kind](found, by=request.user, now=timezone.now(), **said)
            return redirect("contests:after", found.pk)
    return asked(request, found, form, _("Decision of the contest"))


@signed_in
@require_http_methods(["GET", "POST"])
def contract(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Application.objects.run_by(request.user), pk=pk)
    form = forms.ContractForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            services.contract(found, by=request.user, now=timezone.now(), **form.cleaned_data)
            return redirect(found)
    return asked(request, found, form, _("Contract"))


@signed_in
@require_safe
def after(request: PersonRequest, pk: int) -> HttpResponse:
    """What the decision means, in plain words, and what comes next."""
    found = get_object_or_404(Application.objects.visible_to(request.user), pk=pk)
    path = queries.path(found, request.user)
    if path.outcome is None:
        return redirect(found)
    marks = queries.marks(path.outcome, found)
    context = {"application": found, "path": path, "turn": path.outcome, "marks": marks}
    return render(request, "contests/after.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def correct(request: PersonRequest, pk: int, turn: int) -> HttpResponse:
    """A step written anew; the old one stays in the history."""
    found = get_object_or_404(Turn.objects.corrected_by(request.user), pk=turn, application=pk)
    form = form_of(found, request)
    why = forms.WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and why.is_valid():
        new = form.cleaned_data | why.cleaned_data
        new.pop("kind", None)
        with told_in(form):
            services.correct(found, by=request.user, now=timezone.now(), **new)
            return redirect(found.application)
    title = _("Correct: %(step)s") % {"step": words.KINDS_OF_TURN[Kind(found.kind)]}
    return asked(request, found.application, form, title, why=why, turn=found)


@signed_in
@require_http_methods(["GET", "POST"])
def take_back(request: PersonRequest, pk: int, turn: int) -> HttpResponse:
    found = get_object_or_404(Turn.objects.corrected_by(request.user), pk=turn, application=pk)
    form = forms.TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        with told_in(form):
            services.take_back(found, why=why, by=request.user, now=timezone.now())
            return redirect(found.application)
    title = _("Take back: %(step)s") % {"step": words.KINDS_OF_TURN[Kind(found.kind)]}
    return asked(request, found.application, form, title)


@signed_in
@require_safe
def file(request: PersonRequest, pk: int, turn: int) -> HttpResponse:
    """The receipt, the order or the contract, for those who see the application."""
    found = get_object_or_404(Turn.objects.visible_to(request.user), pk=turn, application=pk)
    if not found.file:
        raise Http404
    sent = files.sent(found.file, name=f"{found.kind} {found.application.number}")
    return cast(HttpResponse, sent)


def form_of(turn: Turn, request: PersonRequest) -> django_forms.Form:
    """The form by which the step was written, with what it says."""
    sent, upload = request.POST or None, request.FILES or None
    if turn.kind == Kind.SUBMITTED:
        initial = forms.SubmissionForm.before(turn, turn.application)
        return forms.SubmissionForm(sent, upload, initial=initial)
    if turn.kind == Kind.CONTRACTED:
        return forms.ContractForm(sent, upload, initial=forms.ContractForm.before(turn))
    if turn.kind in (Kind.ADMITTED, Kind.REFUSED):
        return only(turn, forms.AdmissionForm(sent, initial=forms.AdmissionForm.before(turn)))
    initial = forms.OutcomeForm.before(turn)
    return only(turn, forms.OutcomeForm(sent, initial=initial, application=turn.application))


def only(turn: Turn, form: django_forms.Form) -> django_forms.Form:
    """A correction never turns one decision into another: that is taken back first."""
    del form.fields["kind"]
    if turn.kind == Kind.ADMITTED:
        del form.fields["reason"]
    return form


def asked(
    request: PersonRequest, found: Application, form: Any, title: str, **more: Any
) -> HttpResponse:
    context = {"application": found, "form": form, "title": title} | more
    status = max(status_of(one) for one in (form, more.get("why")) if one is not None)
    return render(request, "contests/turn.html", context, status=status)
