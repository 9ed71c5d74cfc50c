"""What letters about an account say."""

from pathlib import Path

import allauth
import pytest

from peremena.mail.models import Letter
from peremena.people import letters

pytestmark = pytest.mark.django_db

NEVER_SENT = {
    "account/email/email_deleted",  # the address is changed, never removed
    "account/email/password_reset_key",  # a code instead of a link
    "mfa/email/totp_activated",
    "mfa/email/totp_deactivated",
}
CONTEXT = {
    "code": "123456",
    "email": "aliya@example.org",
    "signup_url": "http://localhost/sign-up/",
    "from_email": "aliya@example.org",
    "to_email": "karimova@example.org",
}


def known_to_allauth():
    folder = Path(allauth.__file__).parent / "templates"
    for app in ("account", "mfa"):
        for subject in (folder / app / "email").glob("*_subject.txt"):
            yield f"{app}/email/{subject.name.removesuffix('_subject.txt')}"


def test_we_have_words_for_every_letter_that_allauth_may_send():
    ours = set(letters.LETTERS) | set(letters.SAME_WORDS)

    assert set(known_to_allauth()) == ours | NEVER_SENT


@pytest.mark.parametrize("kind", sorted([*letters.LETTERS, *letters.SAME_WORDS]))
def test_a_letter_has_no_holes_and_greets_and_signs(kind):
    letters.send(kind, to="aliya@example.org", context=CONTEXT)

    letter = Letter.objects.get()
    assert letter.subject
    assert letter.body.startswith("Добрый день!\n\n")
    assert letter.body.endswith("«Перемена», школа лидеров перемен\nhttp://127.0.0.1:8000")
    assert "{" not in letter.body


@pytest.mark.parametrize(
    "kind", ["login_code", "email_confirmation", "email_confirmation_signup", "password_reset_code"]
)
def test_a_letter_with_a_code_starts_with_the_code_and_is_secret(kind):
    letters.send(f"account/email/{kind}", to="aliya@example.org", context=CONTEXT)

    letter = Letter.objects.get()
    assert letter.body.split("\n\n")[1].startswith("123456 — ")
    assert letter.is_secret


def test_a_warning_says_what_to_do_when_it_was_somebody_else():
    context = CONTEXT | {"ip": "10.0.0.7", "user_agent": "", "timestamp": None}

    letters.send("account/email/password_changed", to="aliya@example.org", context=context)

    assert "Если это сделали не вы, сразу напишите школе" in Letter.objects.get().body
