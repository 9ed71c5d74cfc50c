"""A person's card for staff, helpers, and what others wrote on one's behalf."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.desk.queries import on_behalf
from peremena.desk.queries import person as queries
from peremena.drafts import exchange
from peremena.drafts.history import HEARD, Source
from peremena.people import services, words
from peremena.people.access import PersonRequest, signed_in
from peremena.people.forms import HelperForm, RoleForm
from peremena.people.models import Person, Trust
from peremena.people.rules import RegisterRefusal


@signed_in
@require_safe
def card(request: PersonRequest, pk: int) -> HttpResponse:
    """For staff of a centre that knows the person."""
    person = get_object_or_404(Person.objects.in_register_of(request.user), pk=pk)
    found = queries.card(person, request.user, timezone.now())
    held = [one.role for one in found.roles.now]
    form = RoleForm(centres=found.centres, without=held if len(found.centres) == 1 else ())
    return render(request, "desk/person.html", {"person": person, "card": found, "form": form})


@signed_in
@require_http_methods(["GET", "POST"])
def helpers(request: PersonRequest) -> HttpResponse:
    """Who writes for me; POST names somebody by e-mail or one of the team."""
    person = request.user
    form = HelperForm(request.POST if "email" in request.POST else None)
    if form.is_valid():
        if not ratelimit.consume(request, action="helper_address"):
            return ratelimit.respond_429(request)
        if helper := queries.at_address(form.cleaned_data["email"]):
            return named(request, helper)
        form.add_error("email", words.REGISTER_REFUSALS[RegisterRefusal.NOBODY_AT_ADDRESS])
    context = {
        "form": form,
        "helpers": queries.helpers_of(person),
        "helped": queries.helped_by(person),
        "fellows": queries.fellows(person),
    }
    return render(request, "desk/helpers.html", context, status=422 if form.is_bound else 200)


@signed_in
@require_POST
def name_fellow(request: PersonRequest, pk: int) -> HttpResponse:
    """Somebody of one's own team."""
    fellow = next((one for one in queries.fellows(request.user) if one.pk == pk), None)
    return named(request, fellow) if fellow else redirect("desk:helpers")


def named(request: PersonRequest, helper: Person) -> HttpResponse:
    services.trust.trust(request.user, helper, now=timezone.now())
    messages.success(request, _("Now this person may write for you."))
    return redirect("desk:helpers")


@signed_in
@require_POST
def take_back(request: PersonRequest, trust: int) -> HttpResponse:
    """By whoever gave it, or by the helper, who wants it no more."""
    given = get_object_or_404(Trust.objects.of(request.user), pk=trust)
    services.trust.take_back(given, by=request.user, now=timezone.now())
    return redirect("desk:helpers")


@signed_in
@require_safe
def written_for_me(request: PersonRequest) -> HttpResponse:
    written = on_behalf.written_for(request.user, request.GET.get("after", ""))
    return render(request, "desk/written_for_me.html", {"written": written})


@signed_in
@require_POST
def heard(request: PersonRequest) -> HttpResponse:
    """How somebody who writes for another learned what to write, until the end of the day."""
    said, back = request.POST.get("heard", ""), request.POST.get("next", "")
    if said in HEARD:
        exchange.hear(request, Source(said), timezone.localdate())
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if is_ours else "desk:home")
