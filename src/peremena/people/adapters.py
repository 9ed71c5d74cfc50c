"""How allauth, which signs people in, speaks, writes and keeps names in our house."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from . import devices, letters, services, words
from .models import Centre, Person


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | words.SIGN_IN_ERRORS

    def save_user(self, request: HttpRequest, user: Person, form: Form, **rest: Any) -> Person:
        for field in ("name", "patronymic", "surname"):
            setattr(user, field, form.cleaned_data[field])
        person: Person = super().save_user(request, user, form, **rest)
        if centre := Centre.objects.sole():
            services.register(person, centre, now=person.joined_at, by=person)
        return person

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        letters.send(template_prefix, to=email, context={"email": email, **context})

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        message: str | None = None,
        **rest: Any,
    ) -> None:
        if message_template in words.NOTICES:
            message = words.NOTICES[message_template].format_map(message_context or {})
        super().add_message(request, level, message=message, **rest)

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, Any]]:
        offered = {method["id"]: method for method in super().get_reauthentication_methods(user)}
        return [
            offered[name] | {"description": words.CONFIRMATIONS[name]}
            for name in words.CONFIRMATIONS
            if name in offered
        ]

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        return reverse("account")

    def get_email_verification_redirect_url(self, _email_address: object) -> str:
        return reverse("account")


class KeyAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": words.SIGN_IN_ERRORS["incorrect_code"]
    }

    def is_mfa_enabled(self, user: Person, types: list[str] | None = None) -> bool:
        """A passkey is a way in; for those who see what belongs to others a second lock as well.

        A head who has lost the phone still gets in by a code from a letter or on paper.
        People of the demonstration are tried by many, and nobody shall lock out the next.
        """
        locked = user.is_authenticated and not user.is_demonstration and user.sees_others
        return locked and super().is_mfa_enabled(user, types)

    def generate_authenticator_name(self, *_user_and_type: object) -> str:
        browser = context.request.headers.get("User-Agent", "")
        return devices.device(browser) or _("Key")
