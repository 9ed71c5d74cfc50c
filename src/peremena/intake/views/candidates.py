"""Staff and candidates: the list and its table, one application, keying in."""

from collections.abc import Sequence
from datetime import datetime, time

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.drafts import drawing, exchange
from peremena.intake import sheets, words
from peremena.intake.forms.applying import KeyInForm, SettleForm
from peremena.intake.models import Call, Candidate, Mark
from peremena.intake.queries import calls
from peremena.intake.queries import candidates as queries
from peremena.intake.queries.candidates import Filters
from peremena.intake.rules import Channel
from peremena.intake.services import candidates as services
from peremena.intake.services import keying, settling
from peremena.intake.services.candidates import Agreed
from peremena.kit import tables_out
from peremena.people import codes
from peremena.people.access import PersonRequest, signed_in
from peremena.people.models import ConsentText
from peremena.people.rules import Purpose
from peremena.places.models import District

TABLES = {"csv": tables_out.csv_response, "xlsx": tables_out.xlsx_response}


@signed_in
@require_safe
def candidates(request: PersonRequest, pk: int) -> HttpResponse:
    call = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    chosen = filters(request)
    context = {
        "call": call,
        "chosen": chosen,
        "listed": queries.listed(call, chosen, after=request.GET.get("after", "")),
        "districts": District.objects.filter(candidates__call=call).distinct().order_by("name"),
        "words": words,
        "query": query_without_key(request),
    }
    return render(request, "intake/candidates.html", context)


def filters(request: PersonRequest) -> Filters:
    names = ("find", "state", "district", "channel", "special")
    return Filters(**{name: request.GET.get(name, "") for name in names})


def query_without_key(request: PersonRequest) -> str:
    """The filters as the next page and the table take them."""
    given = request.GET.copy()
    given.pop("after", None)
    return given.urlencode()


@signed_in
@require_safe
def table(request: PersonRequest, pk: int, kind: str) -> HttpResponseBase:
    """What the filters show, as CSV or XLSX."""
    call = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    if kind not in TABLES:
        raise Http404
    rows = sheets.rows(call, queries.filtered(call, filters(request)))
    return TABLES[kind](f"{_('applications')}-{call.slug}", sheets.header(call), rows)


@signed_in
@require_safe
def candidate(request: PersonRequest, pk: int) -> HttpResponse:
    found = of_staff(request, pk)
    context = {
        "candidate": found,
        "call": found.call,
        "answers": queries.answers(found),
        "twins": queries.twins(found),
        "settle": None if found.territory_id else SettleForm(candidate=found),
        "code": codes.shown(found.code),
        "words": words,
    }
    return render(request, "intake/candidate.html", context)


@signed_in
@exchange.takes_saves
@require_http_methods(["GET", "POST"])
def write_for(request: PersonRequest, pk: int) -> HttpResponse:
    """Staff go on for somebody who rings; each change says so."""
    found = of_staff(request, pk)
    page = calls.form_page(found.call, request.path)
    saved = None
    if request.method == "POST":
        sent = exchange.sent(request)
        saved = services.write(found, sent, by=request.user, now=timezone.now())
        if answer := exchange.answer(request, saved, page):
            return answer
    form = drawing.form(found.draft, page, saved=saved)
    context = {"candidate": found, "call": found.call, "form": form, "words": page.words}
    return render(request, "intake/write_for.html", context, status=422 if saved else 200)


@signed_in
@require_POST
def deed(request: PersonRequest, pk: int) -> HttpResponse:
    """Handing in or taking back for somebody who rings."""
    found = of_staff(request, pk)
    if request.POST.get("do") == "withdraw":
        services.withdraw(found, by=request.user, now=timezone.now())
    else:
        services.hand_in(found, by=request.user, now=timezone.now())
    return redirect(found)


@signed_in
@require_POST
def settle(request: PersonRequest, pk: int) -> HttpResponse:
    """The territory of somebody whose village was not in the list."""
    found = of_staff(request, pk)
    form = SettleForm(request.POST, candidate=found)
    if form.is_valid():
        territory, now = form.cleaned_data["territory"], timezone.now()
        stay = settling.settle(found, territory, by=request.user, now=now)
        messages.success(request, _("The territory stands in the application."))
        if stay:
            messages.warning(request, marks_that_stay(stay))
    else:
        messages.error(request, _("Choose a territory first."))
    return redirect(found)


def marks_that_stay(marks: Sequence[Mark]) -> str:
    """The selection goes on with them: staff have to know."""
    said = _("Marks stand open already, so those of experts who hold a post there stay: {names}.")
    return said.format(names=", ".join(one.marker.person.full_name for one in marks))


@signed_in
@require_http_methods(["GET", "POST"])
def key_in(request: PersonRequest, pk: int) -> HttpResponse:
    """What was dictated or stands on paper, on one page."""
    call = get_object_or_404(Call.objects.run_by(request.user), pk=pk)
    if "show" in request.POST:
        return asked(request, call, KeyInForm(initial=request.POST.dict()))
    known = {"agreed_on": timezone.localdate(), "came_by": Channel.PHONE}
    form = KeyInForm(request.POST or None, request.FILES or None, initial=known)
    if not form.is_valid():
        return asked(request, call, form)
    done = keying.key_in(
        call,
        form.told,
        agreed(form),
        dict(request.POST.lists()),
        channel=form.cleaned_data["came_by"],
        by=request.user,
        now=timezone.now(),
    )
    messages.success(request, _("The application is here."))
    return redirect(done)


def agreed(form: KeyInForm) -> Agreed:
    """At noon of the day that was written, which is never later than now."""
    given, now = form.cleaned_data, timezone.now()
    text = get_object_or_404(ConsentText, purpose=Purpose.APPLYING, pk=given["text"])
    noon = timezone.make_aware(datetime.combine(given["agreed_on"], time(12)))
    return Agreed(text, min(noon, now), given["scan"])


def asked(request: PersonRequest, call: Call, form: KeyInForm) -> HttpResponse:
    consent = calls.consent_of(call)
    form.fields["text"].initial = consent and consent.text.pk
    typed = {key: request.POST.getlist(key) for key in request.POST}
    context = {
        "call": call,
        "form": form,
        "consent": consent,
        "questions": calls.questions_shown(call, typed),
    }
    return render(request, "intake/key_in.html", context, status=422 if form.errors else 200)


def of_staff(request: PersonRequest, pk: int) -> Candidate:
    rows = Candidate.objects.run_by(request.user).with_place()
    return get_object_or_404(
        rows.select_related("call__cohort__programme__centre", "draft", "entered_by"), pk=pk
    )
