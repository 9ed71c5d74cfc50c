"""Paper lists and files of video calls: printed, copied by numbers, looked through, noted."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from peremena.journal.models import Entry
from peremena.lessons import brought
from peremena.lessons.models import Sheet
from peremena.lessons.queries import roll
from peremena.lessons.rules import Presence, Way
from peremena.lessons.services import attendance, sheets
from tests.factories import NOON, PersonFactory

from .school import school
from .test_attendance import MINUTE, day_of, told


@pytest.fixture
def place(db):
    found = school()
    for person, surname in ((found.head, "Ключников"), (found.activist, "Берёзкина")):
        person.surname, person.name = surname, "Алия"
        person.save()
    return found


def sheet_of(place, client):
    session = day_of(place)
    client.force_login(place.staff)
    page = client.post(f"/sessions/{session.pk}/sheets/new/").url
    return session, page


def test_numbers_are_looked_at_with_their_names_and_then_noted(client, place):
    session, page = sheet_of(place, client)

    looked = client.post(page, {"numbers": "1, 2о", "do": "look"})
    before = roll.standing(session)
    client.post(page, {"numbers": "1, 2о", "do": "save"})

    assert "Берёзкина Алия" in looked.text
    assert before == {}
    assert [(one.person.surname, one.presence) for one in roll.roll(session).rows] == [
        ("Берёзкина", Presence.PRESENT), ("Ключников", Presence.LATE),
    ]  # fmt: skip


def test_slips_are_told_and_nothing_typed_is_lost(client, place):
    session, page = sheet_of(place, client)

    answer = client.post(page, {"numbers": "1, 7, 2ж", "do": "save"})

    assert answer.status_code == 422
    assert "1, 7, 2ж</textarea>" in answer.text
    assert "от 1 до 2" in answer.text.replace("\xa0", " ")
    assert roll.standing(session) == {}


def test_numbers_stay_with_the_paper_whoever_joins_later(client, place):
    session, page = sheet_of(place, client)
    newcomer = PersonFactory(surname="Абаев", name="Пётр")
    place.enrolment.project.memberships.create(person=newcomer, role="reader", joined_at=NOON)

    client.post(page, {"numbers": "1", "do": "save"})
    second = client.post(f"/sessions/{session.pk}/sheets/new/").url

    assert roll.standing(session) == {f"g{place.activist.pk}": Presence.PRESENT}
    assert second != page
    assert client.post(f"/sessions/{session.pk}/sheets/new/").url == second


def test_a_tick_on_a_phone_during_the_day_stands_against_paper_copied_in_the_evening(place):
    session = day_of(place)
    head = f"e{place.enrolment.pk}"
    sheet = sheets.make(session, by=place.staff, now=NOON)
    number = sheet.rows.index(head) + 1
    left = told(head, Presence.LEFT_EARLY, minutes=100)
    attendance.note(session, [left], way=Way.LIST, by=place.staff, now=NOON + 100 * MINUTE)

    evening = NOON + 500 * MINUTE
    sheets.key_in(sheet, {number: Presence.PRESENT}, by=place.staff, now=evening)

    assert roll.standing(session) == {head: Presence.LEFT_EARLY}


def test_the_paper_is_a_pdf_and_its_photo_is_kept_without_where_it_was_taken(client, place):
    _session, page = sheet_of(place, client)
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "white").save(drawn, "JPEG")

    paper = client.get(f"{page}list.pdf")
    photo = SimpleUploadedFile("лист.jpg", drawn.getvalue(), "image/jpeg")
    client.post(f"{page}photo/", {"photo": photo})

    assert paper.content.startswith(b"%PDF")
    kept = Sheet.objects.get()
    assert client.get(f"{page}photo/").status_code == 200
    assert kept.photo_at is not None
    assert Entry.objects.filter(deed="lessons.sheet.photographed").exists()
    assert sheets.forget_photos(kept.photo_at + MINUTE) == 1
    assert not Sheet.objects.get().photo


CALL = """Имя участника;Почта;Продолжительность
Алия Ключников;;1:10:05
ключников алия;;20
iPhone;;3
"""


def test_a_file_is_shown_first_and_staff_name_who_hides_behind_a_telephone(client, place):
    session = day_of(place)
    client.force_login(place.staff)
    page = f"/sessions/{session.pk}/attendance/file/"
    upload = SimpleUploadedFile("call.csv", CALL.encode(), "text/csv")

    looked = client.post(page, {"file": upload, "presence": "online"})
    before = roll.standing(session)
    signed = looked.context["signed"]
    activist = f"g{place.activist.pk}"
    for _twice in range(2):
        client.post(page, {"do": "save", "signed": signed, "who": ["", activist, "e999"]})

    assert "iPhone" in looked.text
    assert "Строка 2 · 70 минут" in looked.text.replace("\xa0", " ")
    assert before == {}
    assert roll.standing(session) == {
        f"e{place.enrolment.pk}": Presence.ONLINE, activist: Presence.ONLINE,
    }  # fmt: skip
    assert session.signs.count() == 2


def test_staff_say_whether_somebody_counts_who_was_there_for_less_than_half(client, place):
    """The day lasts three hours; the first dropped out and came back: 91 minutes in all."""
    session = day_of(place)
    client.force_login(place.staff)
    page = f"/sessions/{session.pk}/attendance/file/"
    head, activist = place.head, place.activist
    rows = (f"{head.full_name};40", f"{activist.full_name};1:29:59", f"{head.full_name};51")
    text = "\n".join(("Имя участника;Минут", *rows))
    upload = SimpleUploadedFile("call.csv", text.encode(), "text/csv")

    looked = client.post(page, {"file": upload, "presence": "online"})
    save = {"do": "save", "signed": looked.context["signed"], "presence": "online"}
    client.post(page, save)
    without = roll.standing(session)
    client.post(page, save | {"who": [f"g{activist.pk}"]})

    assert [(one.row.person, one.minutes) for one in looked.context["short"]] == [(activist, 89)]
    assert "День длился 180 минут" in looked.text.replace("\xa0", " ")
    assert without == {f"e{place.enrolment.pk}": Presence.ONLINE}
    assert roll.standing(session) == without | {f"g{activist.pk}": Presence.ONLINE}


@pytest.mark.parametrize(
    ("minutes", "of", "expected"),
    [(None, 180, False), (89, 180, True), (90, 180, False), (0, 1, True), (0, 0, False)],
)
def test_what_less_than_half_means(minutes, of, expected):
    assert brought.is_short(minutes, of=of) is expected


def test_a_file_looked_through_for_another_day_notes_nobody(client, place):
    session, other = day_of(place), day_of(place)
    client.force_login(place.staff)
    upload = SimpleUploadedFile("call.csv", CALL.encode(), "text/csv")
    looked = client.post(
        f"/sessions/{session.pk}/attendance/file/", {"file": upload, "presence": "online"}
    )

    for signed in (looked.context["signed"], "forged"):
        client.post(f"/sessions/{other.pk}/attendance/file/", {"do": "save", "signed": signed})

    assert roll.standing(other) == {}


def test_what_is_no_table_is_refused_in_words(client, place):
    session = day_of(place)
    client.force_login(place.staff)
    upload = SimpleUploadedFile("call.csv", b"\x00\x01\x02", "text/csv")

    page = f"/sessions/{session.pk}/attendance/file/"
    answer = client.post(page, {"file": upload, "presence": "online"})

    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("text", "minutes"), [("45", 45), ("1:02:33", 62), ("", None), ("час", None), ("10:20", None)]
)
def test_how_long_somebody_was_there(text, minutes):
    assert brought.minutes_of(text) == minutes


def test_a_file_without_headings_begins_with_a_name():
    found = list(brought.lines(["Алия Ключникова", "5"], [["Пётр Лузин", "7"]], [2]))

    assert [(one.number, one.said) for one in found] == [(1, "Алия Ключникова"), (2, "Пётр Лузин")]
