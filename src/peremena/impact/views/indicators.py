"""A programme's indicators: plan, fact, day and what shows it; each number down to its rows."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.cohorts.models import PlannedIndicator, Programme
from peremena.contests.forms import WhyForm
from peremena.impact import sheets
from peremena.impact.forms.indicators import CountForm, FactForm
from peremena.impact.indicators import Code
from peremena.impact.models import Fact
from peremena.impact.models.indicators import promises_run_by, promises_visible_to
from peremena.impact.queries import indicators as queries
from peremena.impact.services import indicators as services
from peremena.kit import files, tables_out
from peremena.kit.refusals import status_of, told_in
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, signed_in

WRITERS = {"csv": tables_out.csv_response, "xlsx": tables_out.xlsx_response}


def visible(request: PersonRequest, pk: int) -> Programme:
    return get_object_or_404(Programme.objects.visible_to(request.user), pk=pk)


def runs(request: PersonRequest, programme: Programme) -> bool:
    return programme.centre_id in request.user.centres_with(Ability.RUN_COHORTS)


@signed_in
@require_safe
def indicators(request: PersonRequest, pk: int) -> HttpResponse:
    """For staff and for the funder's observer."""
    programme = visible(request, pk)
    report = queries.report(programme, timezone.now())
    context = {"programme": programme, "report": report, "runs": runs(request, programme)}
    return render(request, "impact/indicators.html", context)


@signed_in
@require_safe
def export(request: PersonRequest, pk: int, kind: str) -> HttpResponse:
    programme = visible(request, pk)
    report = queries.report(programme, timezone.now())
    name = f"indicators {report.on:%Y-%m-%d}"
    header, rows = sheets.indicator_header(), sheets.indicator_rows(report)
    return cast(HttpResponse, WRITERS[kind](name, header, rows))


@signed_in
@require_safe
def counted(request: PersonRequest, pk: int, code: str) -> HttpResponse:
    """The rows behind a number; persons only for staff."""
    programme = visible(request, pk)
    if code not in set(Code):
        raise Http404
    rows = queries.rows(programme, Code(code), timezone.now(), request.GET.get("after", ""))
    context = {"programme": programme, "rows": rows, "runs": runs(request, programme)}
    return render(request, "impact/counted.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def promise(request: PersonRequest, pk: int) -> HttpResponse:
    """One promise with its facts; POST writes down one more."""
    found = get_object_or_404(promises_visible_to(request.user), pk=pk)
    if request.method == "POST":
        found = get_object_or_404(promises_run_by(request.user), pk=pk)
    form = FactForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            services.add_fact(found, by=request.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Written down."))
            return redirect("impact:promise", found.pk)
    return promise_page(request, found, form)


def promise_page(request: PersonRequest, found: PlannedIndicator, form: FactForm) -> HttpResponse:
    shown = queries.promise(found, timezone.now())
    context = {
        "programme": found.programme,
        "promise": shown,
        "form": form,
        "count_form": CountForm(initial={"code": shown.line.code if shown.line else ""}),
        "runs": runs(request, found.programme),
    }
    return render(request, "impact/promise.html", context, status=status_of(form))


@signed_in
@require_POST
def count(request: PersonRequest, pk: int) -> HttpResponse:
    """By which records the promise counts itself, or by hand."""
    found = get_object_or_404(promises_run_by(request.user), pk=pk)
    form = CountForm(request.POST)
    if form.is_valid():
        services.count_by(found, form.cleaned_data["code"], by=request.user)
    return redirect("impact:promise", found.pk)


@signed_in
@require_http_methods(["GET", "POST"])
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    fact = get_object_or_404(Fact.objects.run_by(request.user), pk=pk)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        with told_in(form):
            why = form.cleaned_data["why"]
            services.take_back_fact(fact, why=why, by=request.user, now=timezone.now())
            return redirect("impact:promise", fact.promise_id)
    context = {"fact": fact, "form": form}
    return render(request, "impact/take_back_fact.html", context, status=status_of(form))


@signed_in
@require_safe
def proof(request: PersonRequest, pk: int) -> HttpResponse:
    """The file, for staff: there may be names in it."""
    fact = get_object_or_404(Fact.objects.run_by(request.user), pk=pk)
    if not fact.file:
        raise Http404
    return cast(HttpResponse, files.sent(fact.file, name=f"{_('document')} {fact.pk}"))
