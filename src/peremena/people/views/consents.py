"""Consents: one's own page, and what staff enter for somebody by phone or from paper."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from peremena.kit import files
from peremena.kit.refusals import status_of, told_in
from peremena.people.access import PersonRequest, signed_in
from peremena.people.forms.consents import AgreeForm, EnterConsentForm, EnterWithdrawalForm
from peremena.people.models import Consent, ConsentText, Person
from peremena.people.papers import consents as papers
from peremena.people.queries import consents as queries
from peremena.people.rules import ConsentWay, Purpose
from peremena.people.services import consents as services


@signed_in
@require_safe
def consents(request: PersonRequest) -> HttpResponse:
    """Each purpose by itself; nothing of the school depends on a yes."""
    context = {"consents": queries.consents(request.user), "person": request.user}
    return render(request, "people/consents.html", context)


@signed_in
@require_POST
def give(request: PersonRequest, purpose: str) -> HttpResponse:
    form = AgreeForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Nothing is changed: the tick was not there."))
        return redirect("consents")
    text = text_of(purpose, form.cleaned_data["text"])
    way, now = ConsentWay.WEB, timezone.now()
    services.give(request.user, text, way=way, by=request.user, now=now)
    messages.success(request, _("Thank you. You can take it back on this page at any time."))
    return redirect("consents")


@signed_in
@require_POST
def withdraw(request: PersonRequest, purpose: str) -> HttpResponse:
    person, now = request.user, timezone.now()
    services.withdraw(person, purpose_of(purpose), way=ConsentWay.WEB, by=person, now=now)
    messages.success(request, _("The consent is withdrawn."))
    return redirect("consents")


@signed_in
@require_safe
def consents_of(request: PersonRequest, pk: int) -> HttpResponse:
    """The same for staff, with whom the person spoke or left a paper."""
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    return entering(request, person, EnterConsentForm(), EnterWithdrawalForm())


@signed_in
@require_POST
def enter_consent(request: PersonRequest, pk: int, purpose: str) -> HttpResponse:
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    form = EnterConsentForm(request.POST, request.FILES)
    if form.is_valid():
        text, told = text_of(purpose, form.cleaned_data["text"]), form.told
        with told_in(form):
            services.give(person, text, **told, by=request.user, now=timezone.now())
    if form.errors:
        return entering(request, person, form, EnterWithdrawalForm(), purpose)
    messages.success(request, _("The consent is entered."))
    return redirect("consents_of", pk)


@signed_in
@require_POST
def enter_withdrawal(request: PersonRequest, pk: int, purpose: str) -> HttpResponse:
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    form = EnterWithdrawalForm(request.POST)
    if form.is_valid():
        way, now = ConsentWay(form.cleaned_data["way"]), timezone.now()
        with told_in(form):
            services.withdraw(person, purpose_of(purpose), way=way, by=request.user, now=now)
    if form.errors:
        return entering(request, person, EnterConsentForm(), form, purpose)
    messages.success(request, _("The consent is withdrawn."))
    return redirect("consents_of", pk)


def entering(
    request: PersonRequest,
    person: Person,
    give: EnterConsentForm,
    take: EnterWithdrawalForm,
    refused: str = "",
) -> HttpResponse:
    """`refused`: the purpose at which a form stays open as it was filled in."""
    forms = {"give": give, "take": take}
    untouched = {"give": EnterConsentForm(), "take": EnterWithdrawalForm()}
    shown = queries.consents(person)
    entries = [(one, forms if one.purpose == refused else untouched) for one in shown.purposes]
    context = {"consents": shown, "person": person, "entries": entries}
    status = max(status_of(give), status_of(take))
    return render(request, "people/consents_of.html", context, status=status)


@signed_in
@require_safe
def scan(request: PersonRequest, pk: int) -> HttpResponse:
    consent = get_object_or_404(Consent.objects.with_scan_for(request.user), pk=pk)
    services.read_scan(consent, by=request.user)
    return cast(HttpResponse, files.sent(consent.scan, name=_("consent")))


@signed_in
@require_safe
def empty_form(request: PersonRequest, purpose: str) -> HttpResponse:
    """With a line for the name; the operator is the centre that knows whoever prints it."""
    return form_as_paper(purpose, request.user, None)


@signed_in
@require_safe
def form_of(request: PersonRequest, pk: int, purpose: str) -> HttpResponse:
    """Filled with the name: one's own, or of somebody whom staff see."""
    person = get_object_or_404(Person.objects.visible_to(request.user), pk=pk)
    return form_as_paper(purpose, person, person)


def form_as_paper(purpose: str, known: Person, named: Person | None) -> HttpResponse:
    text = get_object_or_404(ConsentText.objects.in_force(), purpose=purpose)
    paper = papers.consent_form(text, queries.operator_of(known), named)
    response = HttpResponse(paper, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="consent-{text.purpose}.pdf"'
    return response


def purpose_of(name: str) -> Purpose:
    if name not in {str(purpose) for purpose in Purpose}:
        raise Http404
    return Purpose(name)


def text_of(purpose: str, pk: int) -> ConsentText:
    return get_object_or_404(ConsentText, purpose=purpose, pk=pk)
