"""Letters are stored with the deed, go out once it is saved, and survive a dead mail server."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from peremena.mail import letters, rules, services
from peremena.mail.models import Letter, Wishes
from peremena.mail.rules import Urgency
from tests.factories import NOON, PersonFactory

pytestmark = pytest.mark.django_db

WORDS = {"to": "head@example.org", "subject": "Приглашение", "body": "Вас ждут в команде."}
NEWS = {"subject": "Ответ эксперта", "body": "На странице «Цель» есть ответ.", "kind": "x.answer"}
MORNING = NOON + timedelta(hours=20)


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


class DeadServer(BaseEmailBackend):
    def open(self):
        raise ConnectionRefusedError("nobody answers")

    def send_messages(self, _messages):
        self.open()


def states():
    return sorted(Letter.objects.values_list("kind", "state"))


def test_a_code_goes_out_when_the_deed_is_saved(mailoutbox, django_capture_on_commit_callbacks):
    person = PersonFactory()

    with django_capture_on_commit_callbacks(execute=True):
        services.post(**WORDS, kind="account.login_code", person=person, is_secret=True)
        assert mailoutbox == []

    assert [(one.to, one.subject, one.body) for one in mailoutbox] == [
        (["head@example.org"], "Приглашение", "Вас ждут в команде.")
    ]
    assert (Letter.objects.get().body, Letter.objects.get().sent_at) == ("", NOON)


def test_a_deed_that_fails_sends_nothing(mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        post_and_fail()

    assert (mailoutbox, Letter.objects.count()) == ([], 0)


@transaction.atomic
def post_and_fail():
    services.post(**WORDS, kind="projects.invitation", urgency=Urgency.NOW)
    raise ZeroDivisionError


def test_a_letter_to_an_address_goes_with_the_next_round(mailoutbox):
    services.post(**WORDS, kind="projects.invitation")

    assert services.send_due(NOON) == 1
    assert "Вас ждут в команде." in mailoutbox[0].body


def test_news_of_a_day_come_in_one_letter_the_next_morning(mailoutbox, noon):
    person = PersonFactory(email="head@example.org")
    services.post(**NEWS, person=person)
    services.post(subject="Срок", body="Раздел «Бюджет» — до пятницы.", kind="x.due", person=person)
    services.send_due(NOON)
    assert mailoutbox == []

    noon.move_to(MORNING)
    services.send_due(MORNING)

    assert [(one.to, one.subject) for one in mailoutbox] == [
        (["head@example.org"], "2 сообщения для вас")
    ]
    assert "1. Ответ эксперта\n\nНа странице «Цель»" in mailoutbox[0].body
    assert "2. Срок" in mailoutbox[0].body
    assert states() == [("mail.daily", "sent"), ("x.answer", "gathered"), ("x.due", "gathered")]


def test_a_single_piece_of_news_comes_as_itself(mailoutbox, noon):
    services.post(**NEWS, person=PersonFactory())

    noon.move_to(MORNING)
    services.send_due(MORNING)

    assert [one.subject for one in mailoutbox] == ["Ответ эксперта"]


def test_a_deadline_does_not_wait_for_the_morning_but_for_the_end_of_the_night(mailoutbox, noon):
    person = PersonFactory()
    services.post(**NEWS, person=person, urgency=Urgency.TODAY)
    services.send_due(NOON)
    noon.move_to(NOON + timedelta(hours=11))
    services.post(**NEWS, person=person, urgency=Urgency.TODAY)
    services.send_due(NOON + timedelta(hours=11))

    assert len(mailoutbox) == 1
    assert Letter.objects.waiting().get().send_after == MORNING


def test_who_reads_no_mail_is_on_the_call_list(mailoutbox):
    services.post(**NEWS, person=PersonFactory(email=None))
    services.post(**NEWS, person=PersonFactory(channel="phone"), urgency=Urgency.TODAY)
    services.send_due(MORNING)

    assert (states(), mailoutbox) == ([("x.answer", "to_tell")] * 2, [])


def test_a_code_goes_also_to_those_who_want_no_letters(django_capture_on_commit_callbacks):
    person = PersonFactory()
    services.stop(person.pk, now=NOON)

    with django_capture_on_commit_callbacks(execute=True):
        services.post(**WORDS, kind="account.login_code", person=person, is_secret=True)
    services.post(**NEWS, person=person)

    assert states() == [("account.login_code", "sent"), ("x.answer", "unwanted")]


def test_to_stop_letters_stops_those_that_wait():
    person = PersonFactory()
    services.post(**NEWS, person=person)

    services.stop(person.pk, now=NOON)
    assert states() == [("x.answer", "unwanted")]

    services.resume(person.pk)
    services.post(**NEWS, person=person)
    assert states() == [("x.answer", "unwanted"), ("x.answer", "waiting")]


def test_a_new_wish_holds_for_what_waits_already():
    person = PersonFactory()
    services.post(**NEWS, person=person)

    wish = {"wish": "at_once", "quiet_from": 21, "quiet_to": 8, "zone": "Asia/Omsk"}
    services.change(person, **wish, now=NOON)

    assert Letter.objects.get().send_after == NOON


def test_a_letter_waits_when_the_mail_server_is_dead(settings, mailoutbox, noon):
    usual = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    for _letter in range(3):
        services.post(**WORDS, kind="projects.invitation")
    assert services.send_due(NOON) == 0

    tried = Letter.objects.get(attempts=1)  # the others are not tried at a server that is away
    assert (tried.state, tried.failure) == ("waiting", "ConnectionRefusedError: nobody answers")
    assert tried.send_after == NOON + timedelta(minutes=1)

    settings.EMAIL_BACKEND = usual
    noon.move_to(NOON + timedelta(minutes=1))
    assert services.send_due(NOON + timedelta(minutes=1)) == 3
    assert set(Letter.objects.values_list("state", "failure")) == {("sent", "")}


def test_after_many_attempts_it_is_given_up_and_that_can_be_seen(settings, noon):
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    services.post(**WORDS, kind="projects.invitation")

    for _attempt in range(len(rules.PAUSES) + 1):
        letter = Letter.objects.get()
        noon.move_to(letter.send_after)
        services.send(letter)

    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == ("failed", 11)


def test_an_old_code_is_forgotten_instead_of_sent(settings, noon):
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    letter = services.post(**WORDS, kind="account.login_code", is_secret=True)

    noon.move_to(NOON + timedelta(minutes=16))
    services.send(letter)

    letter.refresh_from_db()
    assert (letter.state, letter.body) == ("failed", "")


def test_a_letter_that_another_worker_has_claimed_does_not_go_twice(mailoutbox):
    letter = services.post(**WORDS, kind="projects.invitation")
    same = Letter.objects.get()

    assert (services.send(letter), services.send(same)) == (True, True)
    assert len(mailoutbox) == 1


def test_a_letter_whose_sender_died_is_shown_and_never_sent_again_by_itself(mailoutbox):
    letter = services.post(**WORDS, kind="projects.invitation")
    Letter.objects.update(state="sending", claimed_at=NOON)

    services.send_due(NOON + timedelta(minutes=1))
    assert states() == [("projects.invitation", "sending")]
    services.send_due(NOON + timedelta(minutes=15))
    services.send_due(NOON + timedelta(days=1))

    letter.refresh_from_db()
    assert (letter.state, mailoutbox) == ("failed", [])
    assert "прервал" in letter.failure


def test_around_the_matter_stand_greeting_signature_and_the_way_out():
    letter = services.post(**NEWS, person=PersonFactory())

    message = letters.message(letter)

    lines = [line for line in message.body.splitlines() if line]
    assert lines[:2] == ["Добрый день!", "На странице «Цель» есть ответ."]
    stop = letters.stop_address(letter.person_id)
    assert message.extra_headers["List-Unsubscribe"] == f"<{stop}>"
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert lines[-1].endswith(stop)


def test_an_answer_to_a_letter_by_staff_goes_to_them():
    letter = services.post(**NEWS, person=PersonFactory(), written_by=PersonFactory(email="s@x.ru"))

    assert letters.message(letter).reply_to == ["s@x.ru"]
    assert letters.whole(letter).startswith("Добрый день!")


def test_forgetting_a_person_leaves_none_of_their_words():
    gone = PersonFactory(email="gone@example.org", surname="Иванова")
    services.post(**NEWS, person=gone)
    services.post(**WORDS | {"to": "gone@example.org"}, kind="x")
    services.stop(gone.pk, now=NOON)
    other = services.post(to="a@b.ru", subject="От ИВАНОВА", body="Пишет Иванова.", kind="x")

    from peremena.mail.services.erasure import erase

    found = erase(gone, ["Иванова", "gone@example.org"])

    assert found == {"letters": 2, "letters of others": 1}
    other.refresh_from_db()
    assert (other.subject, other.body) == ("От …", "Пишет ….")
    assert (Letter.objects.count(), Wishes.objects.count()) == (1, 0)


def test_what_the_server_did_not_take_in_the_evening_comes_in_the_morning(settings, noon):
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    letter = services.post(
        subject="Срок",
        body="Завтра",
        kind="x.due",
        person=PersonFactory(),
        urgency=Urgency.TODAY,
        now=NOON,
    )
    evening = NOON.astimezone(ZoneInfo("Asia/Omsk")).replace(hour=20, minute=59, second=30)
    Letter.objects.filter(pk=letter.pk).update(send_after=evening)

    noon.move_to(evening)
    services.send_due(evening)

    letter.refresh_from_db()
    there = letter.send_after.astimezone(ZoneInfo("Asia/Omsk"))
    assert (there.hour, there.date() - evening.date()) == (8, timedelta(days=1))


def test_a_school_whose_server_was_off_does_not_write_at_night(mailoutbox, noon):
    letter = services.post(
        subject="Срок",
        body="Завтра",
        kind="x.due",
        person=PersonFactory(),
        urgency=Urgency.TODAY,
        now=NOON,
    )
    night = NOON.astimezone(ZoneInfo("Asia/Omsk")).replace(hour=23)
    noon.move_to(night)

    assert services.send_due(night) == 0
    services.send_now(letter, now=night)  # a person has decided it
    assert services.send_due(night) == 1
