"""The timetable: days made in one go, moved and cancelled with letters, and in calendars."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from peremena.kit.refusals import Refused
from peremena.lessons.letters import address_of_day
from peremena.lessons.models import FeedKey, Session
from peremena.lessons.queries.attended import around
from peremena.lessons.queries.timetable import next_day
from peremena.lessons.rules import MOST_DAYS, weekly
from peremena.lessons.services import sessions
from peremena.lessons.services.sessions import Plan
from peremena.mail.models import Letter, Wishes
from tests.factories import NOON, PersonFactory

from .school import lesson_of, school

THURSDAY = date(2026, 11, 26)
PLAN = Plan("Цель и задачи", time(10), time(13), place="Омск, ул. Ленина, 1")


@given(
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(-400, 800),
    st.frozensets(st.integers(0, 800), max_size=9),
)
def test_weeks_are_seven_days_apart_and_never_on_a_day_left_out(first, length, left_out):
    skipped = {first + timedelta(days=day) for day in left_out}

    days = weekly(first, first + timedelta(days=length), skipped)

    assert all((day - first).days % 7 == 0 and 0 <= (day - first).days <= length for day in days)
    assert len(days) <= MOST_DAYS
    assert not skipped.intersection(days)
    assert days == sorted(set(days))


@pytest.fixture
def place(db):
    return school()


def add(place, days=(THURSDAY,), plan=PLAN, now=NOON):
    numbers = iter(range(1000))
    new_uid = lambda: f"{place.cohort.pk}-{next(numbers)}"  # noqa: E731
    made = sessions.add(place.cohort, plan, days, new_uid=new_uid, by=place.staff, now=now)
    return Session.objects.get(pk=made[0].pk)


def letters(kind):
    return list(Letter.objects.filter(kind=f"lessons.{kind}").order_by("person"))


def test_lessons_of_each_week_are_made_in_one_go_without_the_holidays(client, place):
    client.force_login(place.staff)
    page = f"/cohorts/{place.cohort.pk}/timetable/new/"

    answer = client.post(page, {
        "kind": "lesson", "title": "Занятие", "day": "2026-12-17", "starts": "10:00",
        "ends": "13:00", "until": "2027-01-21", "skipped": "31.12.2026 — 10.01.2027; 21.01.2027",
        "place": "Омск",
    })  # fmt: skip

    assert answer.status_code == 302
    made = Session.objects.order_by("starts_at")
    assert [f"{one.starts_at:%m-%d %H:%M}" for one in made] == [
        "12-17 04:00", "12-24 04:00", "01-14 04:00",
    ]  # fmt: skip
    assert len({one.series for one in made}) == 1
    assert len({one.uid for one in made}) == 3


def test_a_second_press_makes_no_day_twice_and_loses_nothing(client, place):
    client.force_login(place.staff)
    page = f"/cohorts/{place.cohort.pk}/timetable/new/"
    said = {"kind": "lesson", "title": "Занятие", "day": "2026-12-17", "starts": "10:00",
            "ends": "13:00"}  # fmt: skip

    client.post(page, said)
    again = client.post(page, said)
    client.post(page, said | {"until": "2026-12-24"})

    assert again.status_code == 409
    assert "уже стоят в расписании" in again.text
    assert 'value="Занятие"' in again.text
    assert Session.objects.count() == 2


def test_a_slip_of_the_pen_is_said_beside_its_field(client, place):
    client.force_login(place.staff)
    page = f"/cohorts/{place.cohort.pk}/timetable/new/"
    good = {"kind": "lesson", "title": "Занятие", "day": "2026-12-17", "starts": "10:00",
            "ends": "13:00"}  # fmt: skip

    def said(**more):
        answer = client.post(page, good | more)
        assert answer.status_code == 422
        return answer.text

    assert "Конец должен быть позже начала" in said(ends="09:00")
    assert "напишите так: 31.12.2026" in said(skipped="завтра")
    assert "не промежуток" in said(skipped="10.01.2027 — 31.12.2026")
    assert "раньше первого" in said(until="2026-12-01")
    assert client.post(page, good | {"skipped": "17.12.2026"}).status_code == 409
    assert not Session.objects.exists()


def test_the_whole_team_gets_one_letter_about_all_days(place):
    add(place, [THURSDAY, THURSDAY + timedelta(days=7)])

    told = letters("made")
    assert {one.person_id for one in told} == {place.head.pk, place.activist.pk}
    assert "26\xa0ноября, 10:00–13:00, «Цель и задачи», Омск, ул. Ленина, 1" in told[0].body
    assert "3\xa0декабря" in told[0].body


def test_days_that_are_over_are_written_down_without_letters(place):
    add(place, [date(2026, 11, 19)])

    assert letters("made") == []


def test_a_moved_day_keeps_its_name_in_calendars_and_everybody_is_told(place):
    session = add(place)
    later = Plan("Цель и задачи", time(14), time(17), place="Тара, ул. Советская, 5")

    sessions.change(session, later, THURSDAY + timedelta(days=1), by=place.staff, now=NOON)

    now = Session.objects.get()
    assert (now.uid, now.sequence) == (session.uid, 1)
    [told, _other] = letters("moved")
    assert "Было: 26\xa0ноября, 10:00–13:00" in told.body
    assert "Стало: 27\xa0ноября, 14:00–17:00" in told.body
    assert address_of_day(now) in told.body
    assert told.urgency == "today"


def test_a_new_title_reaches_calendars_but_is_no_letter(place):
    session = add(place)
    named = Plan("Задачи", time(10), time(13), place=PLAN.place, note="Возьмите паспорт территории")

    sessions.change(session, named, THURSDAY, by=place.staff, now=NOON)

    assert Session.objects.get().sequence == 1
    assert letters("moved") == []


@time_machine.travel(NOON, tick=False)
def test_a_cancelled_day_stays_crossed_out_and_is_not_changed_any_more(client, place):
    session = add(place)
    client.force_login(place.staff)

    client.post(f"/sessions/{session.pk}/cancel/", {"why": "Метель. Встречаемся по телефону."})

    [told, _other] = letters("cancelled")
    assert "Метель" in told.body
    assert "отменено" in client.get(f"/cohorts/{place.cohort.pk}/timetable/").text
    with pytest.raises(Refused):
        sessions.change(session, PLAN, THURSDAY, by=place.staff, now=NOON)
    with pytest.raises(Refused):
        sessions.cancel(session, why="ещё раз", by=place.staff, now=NOON)


def events(content):
    """What a strict reader finds; it has to know the time zone by itself."""
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    found = calendar.walk("VEVENT")
    assert {one["DTSTART"].params["TZID"] for one in found} <= zones
    assert all(not one.errors for one in found)
    return found


def feed_of(client, person):
    client.force_login(person)
    client.post("/me/calendar/open/")
    client.logout()
    return f"/calendar/{FeedKey.objects.get(person=person).key}.ics"


def test_the_calendar_opens_in_a_strict_parser(client, place):
    title = "Занятие о том, чем цель отличается от задачи; и, наконец, о смете" * 2
    online = {"link": "https://example.org/meeting", "note": "Строка\nи ещё"}
    long = Plan(title, time(10), time(13), **online)
    add(place, plan=long)

    content = client.get(feed_of(client, place.activist)).content

    assert b"\r\n" in content
    assert not re.search(rb"[^\r]\n", content)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    [event] = events(content)
    assert str(event["SUMMARY"]) == long.title
    assert event.start.astimezone(UTC) == datetime(2026, 11, 26, 4, tzinfo=UTC)
    assert (str(event["STATUS"]), int(event["SEQUENCE"])) == ("CONFIRMED", 0)
    assert str(event["DESCRIPTION"]).endswith("Строка\nи ещё\nhttps://example.org/meeting")


def test_a_phone_learns_that_a_day_was_cancelled_by_the_same_name(client, place):
    session = add(place)
    address = feed_of(client, place.head)
    [before] = events(client.get(address).content)
    sessions.cancel(session, why="Метель", by=place.staff, now=NOON)

    [after] = events(client.get(address).content)

    assert after["UID"] == before["UID"]
    assert (int(after["SEQUENCE"]), str(after["STATUS"])) == (1, "CANCELLED")


def test_a_phone_that_asks_again_is_told_that_nothing_has_changed(client, place):
    session = add(place)
    address = feed_of(client, place.head)
    first = client.get(address)

    by_mark = client.get(address, headers={"if-none-match": first["ETag"]})
    by_time = client.get(address, headers={"if-modified-since": first["Last-Modified"]})
    sessions.change(session, PLAN, THURSDAY, by=place.staff, now=NOON + timedelta(hours=1))
    changed = client.get(address, headers={"if-none-match": first["ETag"]})

    assert (by_mark.status_code, by_time.status_code, changed.status_code) == (304, 304, 200)


def test_a_new_address_shuts_the_old_one(client, place):
    old = feed_of(client, place.head)
    new = feed_of(client, place.head)

    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)
    client.force_login(place.head)
    client.post("/me/calendar/open/", {"shut": "yes"})
    assert client.get(new).status_code == 404


def test_whoever_has_left_the_team_has_an_empty_calendar(client, place):
    add(place)
    address = feed_of(client, place.activist)

    place.enrolment.project.memberships.filter(person=place.activist).update(left_at=NOON)

    assert events(client.get(address).content) == []


def test_a_day_from_a_letter_opens_without_signing_in(client, place):
    session = add(place)

    [event] = events(client.get(address_of_day(session)).content)

    assert str(event["UID"]) == session.uid
    assert client.get("/calendar/day/1~forged/day.ics").status_code == 404


def test_times_stand_on_the_clock_of_the_reader_too(client, place):
    add(place)
    Wishes.objects.update_or_create(person=place.head, defaults={"zone": "Europe/Moscow"})
    client.force_login(place.head)

    text = client.get(f"/cohorts/{place.cohort.pk}/timetable/").text.replace("\xa0", " ")

    assert "10:00–13:00" in text
    assert "на ваших часах 26 ноября, 07:00" in text


def nearest(place, now):
    return next_day(place.head, around(place.head, [], [place.cohort.pk], now).ahead)


def test_the_next_day_of_the_path_is_neither_over_nor_cancelled(place):
    first = add(place, [THURSDAY, THURSDAY + timedelta(days=7)])
    assert nearest(place, NOON).session == first

    sessions.cancel(first, why="Метель", by=place.staff, now=NOON)

    assert nearest(place, NOON).session.starts_at.day == 3
    assert nearest(place, NOON + timedelta(days=60)) is None


def test_strangers_see_no_day(client, place):
    session = add(place)
    client.force_login(PersonFactory())

    assert client.get(f"/sessions/{session.pk}/").status_code == 404
    assert client.get(f"/cohorts/{place.cohort.pk}/timetable/").status_code == 404


def test_a_day_is_mended_on_the_form_that_shows_what_is_known(client, place):
    session = add(place)
    client.force_login(place.staff)
    page = f"/sessions/{session.pk}/edit/"
    lesson = lesson_of(place.cohort, place.staff, title="Смета")

    assert 'value="10:00"' in client.get(page).text
    given = {"kind": "workshop", "title": "Смета", "day": "2026-11-26", "starts": "10:00",
             "ends": "13:00", "place": PLAN.place, "lesson": lesson.pk}  # fmt: skip
    assert client.post(page, given).status_code == 302

    assert (Session.objects.get().lesson, Session.objects.get().kind) == (lesson, "workshop")
    assert "Смета" in client.get(f"/sessions/{session.pk}/").text


def test_a_long_timetable_asks_as_often_as_a_short_one(
    client, place, django_assert_max_num_queries
):
    add(place, weekly(THURSDAY, THURSDAY + timedelta(weeks=30)))
    client.force_login(place.head)

    with django_assert_max_num_queries(14):
        client.get(f"/cohorts/{place.cohort.pk}/timetable/")
