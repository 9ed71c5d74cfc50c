"""A person's own page, and the way in for people of the demonstration."""

from typing import Any

from allauth.account.utils import perform_login
from allauth.mfa.webauthn.views import AddWebAuthnView
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic.edit import FormView

from peremena.people import queries, services
from peremena.people.access import PersonRequest, signed_in
from peremena.people.forms import NameForm
from peremena.people.models import Person


@signed_in
@require_http_methods(["GET", "POST"])
def account(request: PersonRequest) -> HttpResponse:
    """Name, ways to sign in, devices, roles; POST changes the name."""
    person = request.user
    names = {field: getattr(person, field) for field in NameForm.base_fields}
    form = NameForm(request.POST or None, initial=names)
    if form.is_valid():
        services.rename(person, by=person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("account")
    context = {"form": form, "account": queries.account(person)}
    return render(request, "people/account.html", context)


class AddKey(AddWebAuthnView):
    """allauth's page, without spare codes for those who will never be asked for one."""

    def get_success_url(self) -> str:
        return super().get_success_url() if self.request.user.sees_others else reverse("account")


add_key = AddKey.as_view()


class Devices(ListUserSessionsView):
    """allauth's page, which would ask for every session by itself."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        services.forget_ended_devices(person, now=timezone.now())
        devices = UserSession.objects.filter(user=person).order_by("created_at")
        return FormView.get_context_data(self, sessions=devices, **kwargs)


devices = Devices.as_view()


def demonstration(request: HttpRequest) -> HttpResponse:
    people = Person.objects.demonstration().order_by("pk")
    return render(request, "people/demonstration.html", {"people": people})


@require_POST
def sign_in_as(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.demonstration(), pk=pk)
    return perform_login(request, person, email_verification="none")
