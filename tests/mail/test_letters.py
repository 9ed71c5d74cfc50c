"""Letters are stored with the deed, go out once it is saved, and survive a dead mail server."""

import pytest
from django.db import transaction

from peremena.mail import services
from peremena.mail.models import Letter
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db

WORDS = {"to": "head@example.org", "subject": "Приглашение", "body": "Добрый день!"}


class DeadServer:
    def __init__(self, **_options):
        pass

    def send_messages(self, _messages):
        raise ConnectionRefusedError("nobody answers")


def test_a_letter_goes_out_when_the_deed_is_saved(mailoutbox, django_capture_on_commit_callbacks):
    person = PersonFactory()

    with django_capture_on_commit_callbacks(execute=True):
        services.post(**WORDS, kind="projects.invitation", person=person)
        assert mailoutbox == []

    letter = Letter.objects.get()
    assert [(one.to, one.subject, one.body) for one in mailoutbox] == [
        (["head@example.org"], "Приглашение", "Добрый день!")
    ]
    assert (letter.kind, letter.person, letter.body) == (
        "projects.invitation", person, "Добрый день!",
    )  # fmt: skip
    assert letter.sent_at is not None


def test_a_deed_that_fails_sends_nothing(mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        post_and_fail()

    assert (mailoutbox, Letter.objects.count()) == ([], 0)


@transaction.atomic
def post_and_fail():
    services.post(**WORDS, kind="projects.invitation")
    raise ZeroDivisionError


def test_a_secret_letter_is_forgotten_once_it_is_out(
    mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        services.post(**WORDS, kind="account.login_code", is_secret=True)

    assert [one.body for one in mailoutbox] == ["Добрый день!"]
    assert Letter.objects.get().body == ""


def test_a_letter_waits_when_the_mail_server_is_dead(
    settings, mailoutbox, django_capture_on_commit_callbacks
):
    usual = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    with django_capture_on_commit_callbacks(execute=True):
        services.post(**WORDS, kind="account.login_code", is_secret=True)

    letter = Letter.objects.waiting().get()
    assert letter.failure == "ConnectionRefusedError: nobody answers"
    assert letter.body == "Добрый день!"

    settings.EMAIL_BACKEND = usual
    services.send(letter)

    assert (len(mailoutbox), Letter.objects.waiting().count()) == (1, 0)
    assert Letter.objects.get().failure == ""
