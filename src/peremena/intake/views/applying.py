"""An application behind its link: written, handed in, read again, taken back; found by a code."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from peremena.drafts import drawing, exchange
from peremena.drafts.services import Saved
from peremena.intake import selection_letters, words
from peremena.intake.forms.applying import NO_SUCH_CODE, CodeForm
from peremena.intake.models import Candidate
from peremena.intake.queries import calls, selection
from peremena.intake.queries import candidates as queries
from peremena.intake.rules import State
from peremena.intake.services import candidates as services
from peremena.people import codes
from peremena.people.access import PersonRequest


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def way_back(request: HttpRequest) -> HttpResponse:
    """By the code, on another phone. Few may be tried from one place."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if not ratelimit.consume(request, action="application_code"):
            return ratelimit.respond_429(request)
        found = Candidate.objects.filter(code=form.cleaned_data["code"]).first()
        if found:
            return redirect("intake:application", found.token)
        form.add_error("code", NO_SUCH_CODE)
    return render(
        request, "intake/way_back.html", {"form": form}, status=422 if form.errors else 200
    )


@never_cache
@exchange.takes_saves
@require_http_methods(["GET", "POST"])
def application(request: PersonRequest, token: str) -> HttpResponse:
    """POST keeps what was typed; a finished one is shown as it was handed in."""
    candidate = meant(token)
    if candidate.state != State.BEGUN and request.method == "GET":
        return shown(request, candidate)
    if request.method == "GET":
        return form_page(request, candidate)
    saved = services.write(candidate, exchange.sent(request), now=timezone.now())
    page = calls.form_page(candidate.call, request.path, writer=writer(candidate))
    return exchange.answer(request, saved, page) or form_page(request, candidate, saved)


def form_page(
    request: HttpRequest, candidate: Candidate, saved: Saved | None = None
) -> HttpResponse:
    why_not = candidate.why_not_write(timezone.now(), by_staff=False)
    page = calls.form_page(
        candidate.call, request.path, writer=writer(candidate), is_writable=why_not is None
    )
    context = {
        "candidate": candidate,
        "call": candidate.call,
        "code": codes.shown(candidate.code),
        "form": drawing.form(candidate.draft, page, saved=saved),
        "words": page.words,
        "why_not": why_not and words.REFUSALS[why_not],
        "answers": queries.answers(candidate) if why_not else (),
    }
    return render(request, "intake/application.html", context, status=422 if saved else 200)


def shown(request: HttpRequest, candidate: Candidate) -> HttpResponse:
    decision = selection.told(candidate, timezone.now())
    context = {
        "candidate": candidate,
        "call": candidate.call,
        "code": codes.shown(candidate.code),
        "answers": queries.answers(candidate),
        "may_withdraw": candidate.state == State.HANDED_IN and candidate.call.sent_at is None,
        "decision": decision,
        "instead": selection_letters.instead(decision) if decision else "",
    }
    return render(request, "intake/handed_in.html", context)


def writer(candidate: Candidate) -> str:
    """Under this name the phone keeps words that have not been sent yet."""
    return f"a{candidate.pk}"


@never_cache
@require_POST
def hand_in(request: HttpRequest, token: str) -> HttpResponse:
    """What is missing is named, each with a link to its place."""
    candidate = meant(token)
    lacking = queries.lacking(candidate) if candidate.state == State.BEGUN else []
    if lacking:
        context = {"candidate": candidate, "call": candidate.call, "lacking": lacking}
        return render(request, "intake/lacking.html", context, status=422)
    services.hand_in(candidate, now=timezone.now())
    return redirect("intake:application", token)


@never_cache
@require_POST
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    services.withdraw(meant(token), now=timezone.now())
    messages.success(request, _("The application is taken back."))
    return redirect("intake:application", token)


def meant(token: str) -> Candidate:
    rows = Candidate.objects.select_related(
        "call__cohort__programme__centre", "draft", "person", "territory__district", "district"
    )
    return get_object_or_404(rows, token=token)
