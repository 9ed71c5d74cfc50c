"""What visitors see: a call, whether it is for them, and beginning an application."""

import secrets

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from peremena.intake import words
from peremena.intake.forms.applying import BeginForm, FitForm, ImpressionForm
from peremena.intake.models import Call
from peremena.intake.queries import calls as queries
from peremena.intake.services import candidates as services
from peremena.intake.services import seminar
from peremena.intake.services.candidates import Agreed, Came
from peremena.people.models import ConsentText, Person
from peremena.people.rules import Purpose

FITS, TAG = "intake.fits", "intake.tag"


@require_safe
def public_call(request: HttpRequest, slug: str) -> HttpResponse:
    """`?from=`: by which copy of the call somebody came."""
    call = meant(slug)
    if tag := request.GET.get("from", "")[:40]:
        request.session[TAG] = tag
    refusal = call.why_not_write(timezone.now(), by_staff=False)
    context = {"call": call, "why_not": refusal and words.REFUSALS[refusal]}
    return render(request, "intake/public_call.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def fit(request: HttpRequest, slug: str) -> HttpResponse:
    """The questions that are asked first; at once told why not and what to do instead."""
    call = open_now(slug)
    form = FitForm(call, request.POST or None)
    if not call.conditions or (form.is_valid() and not form.against):
        request.session[FITS] = call.pk
        return redirect("intake:begin", slug)
    against = form.against if form.is_bound and form.is_valid() else []
    context = {"call": call, "form": form, "against": against}
    status = 422 if form.errors else 200
    return render(request, "intake/fit.html", context, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Who and from where; then the application has a link and a code."""
    call = open_now(slug)
    if request.session.get(FITS) != call.pk:
        return redirect("intake:fit", slug)
    person = somebody(request)
    if person and (known := person.candidacies.in_race().filter(call=call).first()):
        return redirect("intake:application", known.token)
    return begun(request, call, person)


def begun(request: HttpRequest, call: Call, person: Person | None) -> HttpResponse:
    if "show" in request.POST:  # without scripts: the list of the district that was chosen
        return asked(request, call, BeginForm(initial=request.POST.dict()))
    form = BeginForm(request.POST or None, initial=card_of(person))
    if not form.is_valid():
        return asked(request, call, form)
    if not ratelimit.consume(request, action="begin_application"):
        return ratelimit.respond_429(request)
    text = get_object_or_404(ConsentText, purpose=Purpose.APPLYING, pk=form.cleaned_data["text"])
    candidate = services.begin(
        call,
        form.told,
        Agreed(text, timezone.now()),
        person=person,
        came=Came(tag=request.session.get(TAG, "")),
        now=timezone.now(),
    )
    return redirect("intake:application", candidate.token)


def asked(request: HttpRequest, call: Call, form: BeginForm) -> HttpResponse:
    consent = queries.consent_of(call)
    form.fields["text"].initial = consent and consent.text.pk
    context = {"call": call, "form": form, "consent": consent}
    return render(request, "intake/begin.html", context, status=422 if form.errors else 200)


def card_of(person: Person | None) -> dict[str, str]:
    if person is None:
        return {}
    names = ("name", "surname", "patronymic", "phone", "email")
    return {name: getattr(person, name) or "" for name in names}


@require_safe
def territories(request: HttpRequest, slug: str) -> HttpResponse:
    """The list of one district, for the page that has just asked for it."""
    form = BeginForm(initial={"district": request.GET.get("district", "")})
    return render(request, "intake/territories.html", {"form": form, "call": meant(slug)})


@never_cache
@require_http_methods(["GET", "POST"])
def impression(request: HttpRequest, slug: str) -> HttpResponse:
    """One minute after the seminar, without a name."""
    call = meant(slug)
    form = ImpressionForm(request.POST or None)
    if form.is_valid():
        key = request.POST.get("key", "")[:40]
        now = timezone.now()
        seminar.tell_impression(call, key=key, now=now, **form.cleaned_data)
        return redirect("intake:thanks", slug)
    context = {"call": call, "form": form, "key": secrets.token_hex(16)}
    return render(request, "intake/impression.html", context, status=422 if form.errors else 200)


@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "intake/thanks.html", {"call": meant(slug)})


def meant(slug: str) -> Call:
    return get_object_or_404(Call.objects.public(), slug=slug)


def open_now(slug: str) -> Call:
    call = meant(slug)
    services.demand(call.why_not_write(timezone.now(), by_staff=False))
    return call


def somebody(request: HttpRequest) -> Person | None:
    """Whoever has signed in applies as themselves; staff fill in for others elsewhere."""
    user = request.user
    return user if isinstance(user, Person) and not user.sees_others else None
