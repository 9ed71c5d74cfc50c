"""Letters over a real connection: what arrives, what is tried again, what is given up."""

from datetime import timedelta
from email import message_from_bytes, policy

import pytest
import time_machine

from peremena.mail import services
from peremena.mail.models import Letter
from peremena.mail.rules import Urgency
from tests.factories import NOON, PersonFactory
from tests.mail.post_office import post_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(settings):
    with post_office() as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = office.server_address
        settings.DEFAULT_FROM_EMAIL = "Перемена <school@example.org>"
        yield office


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def news(subject="Срок — в пятницу, ёлки", **person):
    return services.post(
        subject=subject, body="Раздел «Бюджет».\n.Точка в начале строки.", kind="x.due",
        person=PersonFactory(**person), urgency=Urgency.TODAY,
    )  # fmt: skip


def test_a_letter_in_russian_arrives_as_it_was_written(office):
    news(email="head@example.org")

    assert services.send_due(NOON) == 1

    letter = message_from_bytes(office.letters[0], policy=policy.default)
    assert (letter["Subject"], letter["To"]) == ("Срок — в пятницу, ёлки", "head@example.org")
    assert letter["From"].addresses[0].display_name == "Перемена"
    assert "Раздел «Бюджет».\n.Точка в начале строки." in letter.get_content().replace("\r", "")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["List-Unsubscribe"].strip().startswith("<http")
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Message-ID"].startswith(f"<{Letter.objects.get().pk}.")


def test_many_letters_go_over_one_connection(office):
    for _letter in range(3):
        news()

    assert services.send_due(NOON) == 3
    assert (len(office.letters), office.asked) == (3, 1)


def test_a_letter_refused_for_now_is_tried_again(office, noon):
    news()
    office.answers["RCPT"] = "451 come back later"
    services.send_due(NOON)

    assert Letter.objects.get().state == "waiting"
    assert "come back later" in Letter.objects.get().failure

    office.answers.clear()
    noon.move_to(NOON + timedelta(minutes=1))
    services.send_due(NOON + timedelta(minutes=1))
    assert (Letter.objects.get().state, len(office.letters)) == ("sent", 1)


def test_an_address_that_does_not_exist_is_given_up_at_once_and_the_others_go(office):
    lost = news()
    office.answers["RCPT"] = "550 no such mailbox"
    services.send_due(NOON)
    office.answers.clear()
    news()
    services.send_due(NOON)

    lost.refresh_from_db()
    assert (lost.state, len(office.letters)) == ("failed", 1)
    assert "no such mailbox" in lost.failure


def test_a_server_that_never_answers_is_not_waited_for(office, settings):
    settings.EMAIL_TIMEOUT = 0.05
    office.silent.set()
    for _letter in range(5):
        news()

    assert services.send_due(NOON) == 0

    assert sorted(Letter.objects.values_list("attempts", flat=True)) == [0, 0, 0, 0, 1]
    assert Letter.objects.get(attempts=1).failure.endswith("timed out")
