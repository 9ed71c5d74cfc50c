"""What is kept about me: the page, the archive, requests and their answers."""

import io
import json
import re
import zipfile

import pytest
from django.urls import reverse

from peremena.cohorts import services as cohorts
from peremena.desk.queries import personal
from peremena.journal.models import Entry
from peremena.lessons.rules import Presence, Way
from peremena.lessons.services import attendance, sheets
from peremena.lessons.services.attendance import Told
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.people.models import Person, PersonalRequest
from peremena.people.services import requests
from peremena.places.rules import Layer
from peremena.places.services import resources
from tests.desk import traces
from tests.factories import (
    NOON,
    PersonFactory,
    TerritoryFactory,
    another_centre,
    known,
    somebody_with,
)
from tests.lessons.school import school
from tests.lessons.test_attendance import day_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return somebody_with(Role.STAFF)


def archive_of(client, person):
    client.force_login(person)
    response = client.post(reverse("desk:my_copy"))
    assert response.streaming
    return zipfile.ZipFile(io.BytesIO(b"".join(response)))


def test_the_archive_holds_no_words_of_others_over_which_the_person_wrote():
    first, second = PersonFactory(), PersonFactory()
    told = resources.Told("Пруд", Layer.PHYSICAL, owner="Берёзкины")
    pond = resources.add(TerritoryFactory(), told, by=first, now=NOON)
    resources.change(pond, resources.Told("Пруд", Layer.PHYSICAL), by=second, now=NOON)

    [table] = [one for one in personal.tables(second) if one.label == "places.resourceedit"]
    [row] = table.rows

    assert (row["resource"], row["by"], "before" in row) == ("Пруд", second.pk, False)
    assert table.name == "Ресурсы и анкеты территории"


def test_the_archive_holds_what_tells_of_the_person_and_what_they_wrote(client):
    person = traces.somebody()
    traces.leave_traces(person)

    archive = archive_of(client, person)

    names = set(archive.namelist())
    assert archive.testzip() is None
    assert {"index.html", "data/people.person.json", "data/people.consent.json"} <= names
    assert {"data/mail.letter.json", "data/drafts.own-words.json"} <= names
    assert any(name.startswith("files/consents/") for name in names)
    own = json.loads(archive.read("data/people.person.json"))[0]
    assert (own["surname"], own["phone"]) == (traces.SURNAME, traces.PHONE)
    page = archive.read("index.html").decode()
    assert "<dt>Фамилия</dt><dd>Берёзкина</dd>" in page
    assert "<h2>Согласия</h2>" in page
    assert not re.search(r"<h2>[a-z]+\.|\d{4}-\d\d-\d\dT", page)
    copied = Entry.objects.filter(deed="desk.data.copied").values_list("actor", flat=True)
    assert list(copied) == [person.pk]


def test_the_archive_holds_no_secrets_and_nothing_of_other_people(client, staff):
    person = traces.somebody()
    traces.leave_traces(person)
    person.set_password("a-long-password")
    person.save()
    text = Person.objects.get(surname="Ключников").email

    whole = "".join(
        archive.read(name).decode(errors="ignore")
        for archive in [archive_of(client, person)]
        for name in archive.namelist()
    )

    assert text not in whole
    assert "d" * 64 not in whole
    assert "md5$" not in whole


def test_what_staff_entered_about_others_is_not_in_their_archive(client):
    person = traces.somebody()
    project = traces.leave_traces(person)
    neighbour = project.memberships.get(role="leader").person

    archive = archive_of(client, neighbour)
    entered = json.loads(archive.read("data/people.papercode.json"))

    assert [row["person"] for row in entered] == [f"№ {person.pk}"]
    assert traces.PHONE not in archive.read("index.html").decode()


def test_the_page_counts_what_there_is_and_takes_a_request_and_takes_it_back(client):
    person = known(PersonFactory())
    client.force_login(person)

    client.post(reverse("desk:ask_erasure"))
    asked = client.get(reverse("desk:my_data")).text
    client.post(reverse("desk:take_back_erasure"))

    assert "Ждёт ответа" in asked or "ждёт ответа" in asked
    assert [one.state for one in PersonalRequest.objects.all()] == ["refused"]
    assert client.post(reverse("desk:take_back_erasure")).status_code == 404


def test_asking_twice_is_refused(client):
    client.force_login(known(PersonFactory()))

    answers = [client.post(reverse("desk:ask_erasure")).status_code for _ in range(2)]

    assert answers == [302, 409]


def test_staff_enter_a_request_see_what_would_go_and_fulfil_it(client, staff):
    person = traces.somebody()
    traces.leave_traces(person)
    client.force_login(staff)

    entered = client.post(reverse("desk:ask_erasure_for", args=[person.pk]))
    page = client.get(entered.url).text
    unsure = client.post(entered.url, {})
    done = client.post(entered.url, {"sure": "on", "also": [], "kept": ["awards/list.txt"]})

    assert "awards/list.txt" in page
    assert (unsure.status_code, done.status_code) == (422, 302)
    assert client.get(entered.url).status_code == 200
    person.refresh_from_db()
    assert (person.name, person.surname, person.erased_at is None) == ("Удалено", "", False)
    assert PersonalRequest.objects.get().proof["files_kept"] == 1
    assert client.get(reverse("desk:requests")).status_code == 200


def test_a_refusal_says_why_in_a_letter(client, staff):
    person = known(PersonFactory())
    asked = requests.ask_erasure(person, by=person, now=NOON)
    client.force_login(staff)
    address = reverse("desk:refuse_request", args=[asked.pk])

    client.post(address, {"reason": ""})
    client.post(address, {"reason": "Идёт проверка отчёта по субсидии."})

    letter = Letter.objects.get(kind="people.erasure-refused")
    assert (letter.to, "Идёт проверка отчёта" in letter.body) == (person.email, True)
    client.force_login(person)
    assert "Идёт проверка отчёта" in client.get(reverse("desk:my_data")).text


def test_staff_of_another_centre_find_no_such_request(client):
    person = known(PersonFactory())
    asked = requests.ask_erasure(person, by=person, now=NOON)
    client.force_login(somebody_with(Role.STAFF, centre=another_centre()))

    assert client.get(reverse("desk:request", args=[asked.pk])).status_code == 404
    assert client.post(reverse("desk:ask_erasure_for", args=[person.pk])).status_code == 404
    assert person.surname not in client.get(reverse("desk:requests")).text


def test_staff_take_away_no_names_of_those_whose_attendance_they_entered(client):
    """Ticks on a phone, a signed paper, a note about a call: by number; one's own by name."""
    place = school()
    session = day_of(place)
    told = [Told(f"e{place.enrolment.pk}", Presence.LATE, NOON, "a"),
            Told(f"g{place.activist.pk}", Presence.PRESENT, NOON, "b")]  # fmt: skip
    attendance.note(session, told, way=Way.LIST, by=place.staff, now=NOON)
    sheet = sheets.make(session, by=place.staff, now=NOON)
    cohorts.note_contact(place.enrolment, has_answered=True, text="Болеет.", by=place.staff,
                         now=NOON)  # fmt: skip

    theirs = str([(one.label, list(one.rows)) for one in personal.tables(place.staff)])
    [own] = [one for one in personal.tables(place.head) if one.label == "lessons.sign"]

    for somebody in (place.head, place.activist):
        assert somebody.surname not in theirs
    assert "Болеет." not in theirs
    assert f"№ {place.activist.pk}" in theirs
    assert not {"rows", "photo"} & set(personal.row_of(sheet, place.staff))
    assert [row["presence"] for row in own.rows] == ["late"]
