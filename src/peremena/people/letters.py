"""Letters about an account. allauth decides when one is due; here stands what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peremena.mail import services as mail
from peremena.mail.rules import Urgency

from .models import Person


@dataclass(frozen=True)
class Words:
    """`is_secret`: the letter holds a code and is forgotten once it has gone out."""

    subject: str | Promise
    text: str | Promise
    is_secret: bool = False


LETTERS: Mapping[str, Words] = {
    "account/email/login_code": Words(
        gettext_lazy("Your code to sign in"),
        gettext_lazy(
            "{code} is your code to sign in to Peremena.\n\n"
            "Enter it on the page you have open. It works for fifteen minutes.\n"
            "If you did not ask for it, ignore this letter: without the code nobody gets in."
        ),
        is_secret=True,
    ),
    "account/email/email_confirmation": Words(
        gettext_lazy("Confirm your e-mail"),
        gettext_lazy(
            "{code} is the code that confirms this e-mail address for Peremena.\n\n"
            "Enter it on the page you have open. It works for fifteen minutes.\n"
            "If you did not give this address to Peremena, ignore this letter."
        ),
        is_secret=True,
    ),
    "account/email/password_reset_code": Words(
        gettext_lazy("Your code for a new password"),
        gettext_lazy(
            "{code} is your code for a new password in Peremena.\n\n"
            "Enter it on the page you have open. It works for fifteen minutes.\n"
            "If you did not ask for it, ignore this letter: your password stays as it is."
        ),
        is_secret=True,
    ),
    "account/email/unknown_account": Words(
        gettext_lazy("We do not know this address yet"),
        gettext_lazy(
            "Somebody, perhaps you, wanted to sign in to Peremena with the address {email}. "
            "Nobody has signed up with it.\n\n"
            "Perhaps you signed up with another address. To sign up with this one:\n{signup_url}"
        ),
    ),
    "account/email/account_already_exists": Words(
        gettext_lazy("You have signed up already"),
        gettext_lazy(
            "Somebody, perhaps you, wanted to sign up at Peremena with the address {email}. "
            "It is signed up already, and there is no need to do it again: "
            "choose “Sign in”, and we will send a code to this address."
        ),
    ),
    "account/email/email_changed": Words(
        gettext_lazy("Your e-mail in Peremena has changed"),
        gettext_lazy("You now sign in with {to_email}. Before, it was {from_email}."),
    ),
    "account/email/email_confirm": Words(
        gettext_lazy("Your e-mail is confirmed"),
        gettext_lazy("You sign in to Peremena with this address."),
    ),
    "account/email/password_changed": Words(
        gettext_lazy("Your password has changed"),
        gettext_lazy("The password of your account in Peremena has been changed."),
    ),
    "account/email/password_reset": Words(
        gettext_lazy("Your password has changed"),
        gettext_lazy("The password of your account in Peremena has been replaced by a new one."),
    ),
    "account/email/password_set": Words(
        gettext_lazy("You now have a password"),
        gettext_lazy("Besides the code from a letter, you can sign in to Peremena by password."),
    ),
    "mfa/email/webauthn_added": Words(
        gettext_lazy("A new passkey"),
        gettext_lazy("A passkey has been added: one can sign in to Peremena with it."),
    ),
    "mfa/email/webauthn_removed": Words(
        gettext_lazy("A passkey is removed"),
        gettext_lazy("A passkey has been removed: it no longer signs in to Peremena."),
    ),
    "mfa/email/recovery_codes_generated": Words(
        gettext_lazy("New spare codes"),
        gettext_lazy("New spare codes have been made for you. The earlier ones no longer work."),
    ),
}
SAME_WORDS = {"account/email/email_confirmation_signup": "account/email/email_confirmation"}


def send(kind: str, *, to: str, context: Mapping[str, Any]) -> None:
    """`kind` is the name allauth gives to a letter; `ip` in the context marks a warning."""
    words = LETTERS[SAME_WORDS.get(kind, kind)]
    mail.post(
        to=to,
        subject=str(words.subject),
        body=body(str(words.text), context),
        kind=kind.replace("/email/", ".").replace("/", "."),
        person=Person.objects.with_email(to).first(),
        is_secret=words.is_secret,
        urgency=Urgency.NOW,
    )


def body(text: str, context: Mapping[str, Any]) -> str:
    parts = [_("Good day!"), text.format_map(context)]
    if "ip" in context:
        parts.append(_("If this was not you, write to the school at once: reply to this letter."))
    parts.append(f"{_('Peremena, a school of leaders of change')}\n{settings.SITE_ADDRESS}")
    return "\n\n".join(parts)
