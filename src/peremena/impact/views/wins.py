"""A win and payments, from the page of the application."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from peremena.contests.forms import WhyForm
from peremena.contests.models import Application, Turn
from peremena.contests.rules import Kind
from peremena.impact import forms, services
from peremena.kit.refusals import status_of, told_in
from peremena.people.access import PersonRequest, signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def win(request: PersonRequest, pk: int) -> HttpResponse:
    """Written down once: for the application and for the ledger."""
    found = get_object_or_404(Application.objects.run_by(request.user), pk=pk)
    initial = forms.WinForm.before(found)
    sent, upload = request.POST or None, request.FILES or None
    form = forms.WinForm(sent, upload, application=found, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        with told_in(form):
            award = services.record_win(found, by=request.user, now=timezone.now(), **said)
            messages.success(request, _("Written down. Now a colleague has to confirm it."))
            return redirect(award)
    return asked(request, found, form, _("It has won"))


@signed_in
@require_http_methods(["GET", "POST"])
def pay(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Application.objects.run_by(request.user), pk=pk)
    form = forms.PaymentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            services.pay(found, by=request.user, now=timezone.now(), **form.cleaned_data)
            return redirect(found)
    return asked(request, found, form, _("Money has come"))


@signed_in
@require_http_methods(["GET", "POST"])
def correct(request: PersonRequest, pk: int, turn: int) -> HttpResponse:
    """A win is corrected in the ledger; a payment is taken back and written anew."""
    found = get_object_or_404(Application.objects.run_by(request.user), pk=pk)
    money = Turn.objects.current().filter(kind__in=[Kind.WON, Kind.PAID], application=found)
    step = get_object_or_404(money, pk=turn)
    if step.kind == Kind.WON:
        return redirect("impact:change", found.award.pk)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        with told_in(form):
            services.take_back_payment(step, why=why, by=request.user, now=timezone.now())
            return redirect(found)
    return asked(request, found, form, _("This payment did not come"))


def asked(request: PersonRequest, found: Application, form: Form, title: str) -> HttpResponse:
    context = {"application": found, "form": form, "title": title}
    return render(request, "impact/form.html", context, status=status_of(form))
