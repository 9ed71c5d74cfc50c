"""Staff read, mend, hold and send letters, write their own, and ring those who read none."""

import pytest
import time_machine

from peremena.journal.models import Entry
from peremena.mail import services as mail
from peremena.mail.models import Letter
from peremena.people import services as people
from peremena.people.abilities import Role
from peremena.people.models import Centre
from tests.cohorts.school import cohort_of, enrolled
from tests.factories import NOON, PersonFactory, known, somebody_with

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def staff(client):
    somebody = somebody_with(Role.STAFF, email="staff@example.org")
    client.force_login(somebody)
    return somebody


def news(person=None, **options):
    reader = person or known(PersonFactory(surname="Бережная"))
    words = {"subject": "Срок", "body": "Раздел «Бюджет» — до пятницы.", "kind": "x.due"}
    return mail.post(**words | options, person=reader, now=NOON)


def state(letter):
    letter.refresh_from_db()
    return letter.state


def test_a_letter_is_read_mended_held_back_and_let_go(client, staff):
    letter = news()
    page = f"/outbox/{letter.pk}/"

    assert "Срок" in client.get("/outbox/").text
    shown = client.get(page).text
    assert "Добрый день!" in shown
    assert "Больше не получать такие письма" in shown

    client.post(page, {"subject": "Срок близко", "body": "До четверга."})
    assert "До четверга." in client.get(page).text
    client.post(f"{page}do/", {"do": "hold"})
    assert state(letter) == "held"
    client.post(f"{page}do/", {"do": "release"})
    assert state(letter) == "waiting"
    assert [entry.deed for entry in Entry.objects.order_by("pk")][-3:] == [
        "mail.letter.edit", "mail.letter.hold", "mail.letter.release",
    ]  # fmt: skip


def test_a_letter_is_sent_at_once_and_then_stays_as_it_went(client, staff, mailoutbox):
    letter = news()

    client.post(f"/outbox/{letter.pk}/do/", {"do": "send"})
    mail.send_due(NOON)

    assert (state(letter), len(mailoutbox)) == ("sent", 1)
    assert client.post(f"/outbox/{letter.pk}/do/", {"do": "cancel"}).status_code == 409
    assert client.post(f"/outbox/{letter.pk}/", {"subject": "а", "body": "б"}).status_code == 409


def test_what_is_shown_is_what_is_sent(client, staff, mailoutbox):
    letter = news(urgency="today")
    shown = client.get(f"/outbox/{letter.pk}/").text

    mail.send_due(NOON)

    assert all(line in shown for line in mailoutbox[0].body.splitlines() if line)


def test_codes_are_shown_to_nobody(client, staff):
    letter = news(is_secret=True)

    assert client.get(f"/outbox/{letter.pk}/").status_code == 404
    assert "Срок" not in client.get("/outbox/").text


def test_letters_to_people_of_another_centre_are_not_there(client, staff):
    elsewhere = people.add_centre("Другой центр", "Другой")
    letter = news(known(PersonFactory(), elsewhere))

    assert client.get(f"/outbox/{letter.pk}/").status_code == 404
    assert "Срок" not in client.get("/outbox/").text


def test_a_letter_to_a_person_is_looked_at_before_it_goes(client, staff):
    reader = known(PersonFactory(surname="Бережная"))
    letter = {"person": reader.pk, "subject": "Встреча", "body": "В среду.", "urgency": "today"}

    assert "Бережная" in client.get(f"/outbox/write/?person={reader.pk}").text
    look = client.post("/outbox/write/", letter | {"do": "look"}).text
    assert "Отправить 1 человеку" in look
    assert not Letter.objects.exists()

    client.post("/outbox/write/", letter | {"do": "send"})
    sent = Letter.objects.get()
    assert (sent.person, sent.written_by, sent.body) == (reader, staff, "В среду.")


def test_a_letter_without_words_is_asked_for_again(client, staff):
    reader = known(PersonFactory())

    answer = client.post("/outbox/write/", {"person": reader.pk, "do": "send", "urgency": "today"})

    assert (answer.status_code, Letter.objects.count()) == (422, 0)


def test_nobody_writes_to_people_whom_their_centre_does_not_know(client, staff):
    stranger = known(PersonFactory(), Centre.objects.create(name="Чужой", short="Чужой"))

    assert client.get(f"/outbox/write/?person={stranger.pk}").status_code == 404
    assert client.get("/outbox/write/?person=x").status_code == 404


def test_who_reads_no_mail_is_rung_and_ticked_off(client, staff):
    reader = known(PersonFactory(surname="Бережная", email=None, phone="+79136001020"))
    letter = news(reader)

    page = client.get("/calls/").text
    assert 'href="tel:+79136001020"' in page
    assert "до пятницы" in page

    client.post(f"/outbox/{letter.pk}/do/", {"do": "tell"})
    letter.refresh_from_db()
    assert (letter.state, letter.told_by, letter.sent_at) == ("told", staff, NOON)
    assert "Всё-таки не сказано" in client.get("/calls/").text

    client.post(f"/outbox/{letter.pk}/do/", {"do": "untell"})
    assert state(letter) == "to_tell"


def test_an_unknown_deed_does_nothing(client, staff):
    letter = news()

    assert client.post(f"/outbox/{letter.pk}/do/", {"do": "burn"}).status_code == 404


@pytest.mark.parametrize("address", ["/outbox/", "/calls/"])
def test_lists_ask_as_often_for_many_letters_as_for_one(
    client, staff, django_assert_num_queries, address
):
    for rows in (1, 3):
        for _row in range(rows):
            news(known(PersonFactory(email=None if address == "/calls/" else f"{_row}{rows}@x.ru")))
        with django_assert_num_queries(4 if address == "/outbox/" else 5):
            client.get(address)


def test_a_letter_to_a_cohort_names_everybody_first_and_goes_to_each(client, staff):
    leader = PersonFactory(surname="Бережная")
    enrolment = enrolled(cohort_of(staff), staff, person=known(leader))
    letter = {
        "cohort": enrolment.cohort_id,
        "subject": "Встреча",
        "body": "В среду.",
        "urgency": "can_wait",
    }

    assert "Бережная" in client.post("/outbox/write/", letter | {"do": "look"}).text
    client.post("/outbox/write/", letter | {"do": "send"})

    assert list(Letter.objects.filter(kind="desk.written").values_list("person", flat=True)) == [
        leader.pk
    ]
