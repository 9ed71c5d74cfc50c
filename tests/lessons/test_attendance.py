"""Who was there: by list, by the code on the wall, on several phones, in any order."""

import json
from datetime import timedelta
from itertools import permutations

import pytest
import time_machine

from peremena.cohorts.rules import Status
from peremena.cohorts.services import change_status
from peremena.journal.models import Entry
from peremena.lessons import wall
from peremena.lessons.models import Session, Sign
from peremena.lessons.queries import attended, roll, troubles
from peremena.lessons.queries.hours import hours_of
from peremena.lessons.rules import Presence, Way
from peremena.lessons.services import attendance
from peremena.lessons.services.attendance import Told
from peremena.lessons.views.wall import key
from tests.factories import NOON, PersonFactory, known

from .school import school

MINUTE = timedelta(minutes=1)


@pytest.fixture
def place(db):
    return school()


def day_of(place, starts=NOON, **more):
    number = Session.objects.count()
    return place.cohort.sessions.create(
        title="Цель", uid=f"{number}@peremena", lesson=place.lesson,
        starts_at=starts, ends_at=starts + timedelta(hours=3), changed_at=NOON, **more
    )  # fmt: skip


def keys(place):
    return f"e{place.enrolment.pk}", f"g{place.activist.pk}"


def told(who, presence, minutes=0, key="k"):
    return Told(who, presence, NOON + minutes * MINUTE, key)


def note(session, place, *statements, way=Way.LIST, now=NOON + 600 * MINUTE):
    return attendance.note(session, statements, way=way, by=place.staff, now=now)


def send(client, session, *ticks, **more):
    page = f"/sessions/{session.pk}/attendance/tick/"
    return client.post(page, json.dumps({"ticks": ticks} | more), content_type="application/json")


def test_the_list_holds_learners_and_their_teams_by_surname(client, place):
    session = day_of(place)
    client.force_login(place.staff)

    text = client.get(f"/sessions/{session.pk}/attendance/").text

    assert sorted(one.key for one in roll.roll(session).rows) == sorted(keys(place))
    assert f'value="e{place.enrolment.pk}:present"' in text
    assert str(place.enrolment.project) in text


def test_one_tap_marks_and_one_more_says_that_it_was_a_slip(client, place):
    session = day_of(place)
    client.force_login(place.staff)
    head, _activist = keys(place)

    for tick in (f"{head}:present", f"{head}:absent"):
        answer = client.post(f"/sessions/{session.pk}/attendance/tick/", {"tick": tick})

    assert answer.url.endswith(f"#{head}")
    assert roll.standing(session) == {head: Presence.ABSENT}
    assert [one.deed for one in Entry.objects.filter(deed__contains="attendance")] == [
        "lessons.attendance.noted", "lessons.attendance.noted", "lessons.attendance.corrected",
    ]  # fmt: skip
    assert Entry.objects.last().details == {"who": head, "was": "present", "now": "absent"}
    trail = client.get(f"/sessions/{session.pk}/attendance/trail/").text
    assert trail.count("отмечено по списку") == 2
    assert "ещё 1 отметка до этого" in trail


def test_all_others_are_here_leaves_alone_whoever_is_marked(client, place):
    session = day_of(place)
    client.force_login(place.staff)
    head, activist = keys(place)
    note(session, place, told(activist, Presence.LATE))

    client.post(f"/sessions/{session.pk}/attendance/tick/", {"tick": "all"})

    assert roll.standing(session) == {head: Presence.PRESENT, activist: Presence.LATE}


def test_two_phones_and_a_sheet_come_to_the_same_in_the_database_in_any_order(place):
    head, activist = keys(place)
    one = [told(head, Presence.PRESENT, 0, "a1"), told(activist, Presence.PRESENT, 1, "a2"),
           told(head, Presence.LEFT_EARLY, 90, "a3")]  # fmt: skip
    other = [told(activist, Presence.ABSENT, 5, "b1"), told(head, Presence.ABSENT, 5, "b2"),
             told(activist, Presence.LATE, 20, "b3")]  # fmt: skip
    paper = [told(head, Presence.PRESENT, 0, "p1"), told(activist, Presence.PRESENT, 0, "p2")]
    batches = [(Way.LIST, one), (Way.LIST, other), (Way.PAPER, paper), (Way.LIST, one)]

    found = []
    for order in permutations(batches):
        session = day_of(place)
        for way, statements in order:
            note(session, place, *statements, way=way)
        hours = hours_of(place.cohort, NOON + 600 * MINUTE)[place.enrolment.pk]
        found.append((roll.standing(session), session.signs.count(), hours))
        session.delete()

    expected = {head: Presence.LEFT_EARLY, activist: Presence.LATE}
    assert found == [(expected, 8, 4)] * 24


def test_a_phone_sends_what_waited_and_hears_what_others_have_noted(client, place):
    session = day_of(place)
    client.force_login(place.staff)
    head, activist = keys(place)
    note(session, place, told(activist, Presence.PRESENT, key="other phone"))

    tick = {"who": head, "is": "late", "at": NOON.isoformat(), "key": "k1"}
    answers = [send(client, session, tick), send(client, session, tick)]

    assert [one.json() for one in answers] == [{"rows": {head: "late", activist: "present"}}] * 2
    assert Sign.objects.count() == 2


@time_machine.travel(NOON + 10 * MINUTE, tick=False)
def test_a_phone_whose_clock_is_wrong_is_put_right(client, place):
    session = day_of(place)
    client.force_login(place.staff)
    slow = (NOON - timedelta(days=400)).isoformat()

    send(client, session, {"who": keys(place)[0], "is": "late", "at": slow, "key": "k"}, clock=slow)

    assert Sign.objects.get().at == NOON + 10 * MINUTE


@pytest.mark.parametrize(
    "body",
    [
        "", "[]", "{}", '{"ticks": [1]}', '{"ticks": [{"who": "x1", "is": "late"}]}',
        '{"ticks": [{"who": "e1", "is": "dead", "at": "2026-11-12T04:00:00Z", "key": "k"}]}',
        '{"ticks": [{"who": "e1", "is": "late", "at": "yesterday", "key": "k"}]}',
        '{"ticks": [{"who": "e1", "is": "late", "at": "2026-11-12T04:00:00", "key": "k"}]}',
        '{"clock": "0001-01-01T00:00:00Z", "ticks": []}',
    ],
)  # fmt: skip
def test_what_is_no_tick_is_refused_in_words(client, place, body):
    session = day_of(place)
    client.force_login(place.staff)

    page = f"/sessions/{session.pk}/attendance/tick/"
    answer = client.post(page, body, content_type="application/json")

    assert answer.status_code in (200, 400)
    assert not Sign.objects.exists()


def test_somebody_of_another_cohort_is_left_out_and_the_rest_arrives(place):
    session = day_of(place)
    stranger = PersonFactory()

    changed = note(session, place, told(f"g{stranger.pk}", Presence.PRESENT, key="x"),
                   told(keys(place)[0], Presence.PRESENT))  # fmt: skip

    assert (changed, Sign.objects.count()) == (1, 1)


def test_whoever_has_left_since_stays_on_the_list_of_that_day(place):
    session = day_of(place)
    note(session, place, *(told(who, Presence.PRESENT, key=who) for who in keys(place)))

    change_status(place.enrolment, Status.LEFT, by=place.staff, reason="Уехал", now=NOON)
    place.enrolment.project.memberships.update(left_at=NOON)

    assert roll.roll(session).there == 2


def test_the_day_after_tomorrow_cannot_be_ticked_off_yet(client, place):
    session = day_of(place, starts=NOON + timedelta(days=900))
    client.force_login(place.staff)

    assert "не началось" in client.get(f"/sessions/{session.pk}/attendance/").text
    page = f"/sessions/{session.pk}/attendance/tick/"
    assert client.post(page, {"tick": "all"}).status_code == 409


def scan(client, session, at):
    code = wall.code(key(), session.pk, wall.step_of(at))
    return client.get(f"/here/{code}/", follow=True)


@time_machine.travel(NOON, tick=False)
def test_whoever_is_signed_in_is_marked_at_once_by_the_code_and_only_once(client, place):
    session = day_of(place)
    client.force_login(place.activist)

    texts = [scan(client, session, NOON).text for _again in range(2)]

    assert all("Вы отмечены" in text for text in texts)
    [sign] = Sign.objects.all()
    assert (sign.guest, sign.way, sign.presence) == (place.activist, "code", "present")


def test_an_old_code_a_forged_one_and_one_of_another_day_are_refused(client, place):
    session = day_of(place)
    client.force_login(place.activist)

    with time_machine.travel(NOON, tick=False):
        old = scan(client, session, NOON - 3 * MINUTE)
        forged = client.get("/here/AAAAAAAA/")
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        late = scan(client, session, NOON + timedelta(days=1))

    assert [one.status_code for one in (old, forged, late)] == [409] * 3
    assert "уже сменился" in old.text
    assert not Sign.objects.exists()


@time_machine.travel(NOON, tick=False)
def test_whoever_is_not_signed_in_gives_a_name_and_staff_see_that(client, place):
    session = day_of(place)
    place.head.surname, place.head.name = "Ключников", "Пётр"
    place.head.save()

    asked = scan(client, session, NOON)
    nobody = client.post("/here/", {"name": "Иван Грозный"})
    done = client.post("/here/", {"name": "ключников петр"})

    assert "Кто вы?" in asked.text
    assert (nobody.status_code, done.status_code) == (422, 200)
    assert "никого с таким именем" in nobody.text
    [row] = [one for one in roll.roll(session).rows if one.is_there]
    assert (row.key, row.by_name) == (keys(place)[0], True)


def test_the_code_that_was_read_holds_while_somebody_signs_in_but_not_for_ever(client, place):
    session = day_of(place)

    with time_machine.travel(NOON, tick=False):
        scan(client, session, NOON)
    with time_machine.travel(NOON + 10 * MINUTE, tick=False):
        client.force_login(place.head)
        in_time = client.get("/here/")
    with time_machine.travel(NOON + 20 * MINUTE, tick=False):
        too_late = client.get("/here/")

    assert "Вы отмечены" in in_time.text
    assert "код, который стоит под квадратом" in too_late.text


@time_machine.travel(NOON, tick=False)
def test_the_code_can_be_typed(client, place):
    session = day_of(place)
    client.force_login(place.head)
    code = wall.spaced(wall.code(key(), session.pk, wall.step_of(NOON))).lower()

    assert "Вы отмечены" in client.post("/here/", {"code": code}, follow=True).text


@time_machine.travel(NOON, tick=False)
def test_the_wall_shows_the_code_of_now(client, place):
    session = day_of(place)
    client.force_login(place.staff)

    text = client.get(f"/sessions/{session.pk}/wall/").text

    assert wall.spaced(wall.code(key(), session.pk, wall.step_of(NOON))) in text
    assert '<noscript><meta http-equiv="refresh"' in text


@time_machine.travel(NOON, tick=False)
def test_nobody_is_marked_on_a_list_where_they_do_not_stand(client, place):
    session = day_of(place)
    client.force_login(known(PersonFactory()))

    assert scan(client, session, NOON).status_code == 409
    assert not Sign.objects.exists()


LATER = NOON + timedelta(days=30)


def own(place):
    return attended.own(place.head, [place.enrolment], [place.cohort.pk], LATER)


def test_hours_and_missed_days_stand_on_the_page_of_the_learner(client, place):
    first, second = day_of(place), day_of(place, starts=NOON + timedelta(days=7))
    head, activist = keys(place)
    note(first, place, told(head, Presence.PRESENT))
    note(second, place, told(activist, Presence.PRESENT), now=LATER)
    client.force_login(place.head)

    with time_machine.travel(LATER, tick=False):
        mine = own(place)
        text = client.get(f"/cohorts/{place.cohort.pk}/attended/").text
        path = client.get("/path/").text

    assert (mine.hours, mine.of_hours, [one.session for one in mine.missed]) == (4, 8, [second])
    assert "4 из 8 академических часов" in text.replace("\xa0", " ")
    assert "Наверстать" in text
    assert "Наверстать" in path


def test_an_excuse_gives_no_hours_but_is_no_reason_to_ring(place):
    session = day_of(place)
    head, activist = keys(place)
    note(session, place, told(head, Presence.EXCUSED), told(activist, Presence.PRESENT, key="o"))

    assert hours_of(place.cohort, LATER) == {}
    assert troubles.missed(place.cohort, [place.enrolment], LATER) == {}
    assert len(own(place).missed) == 1


def test_the_board_shows_missed_days_until_somebody_has_talked_of_them(client, place):
    session = day_of(place)
    note(session, place, told(keys(place)[1], Presence.PRESENT))
    client.force_login(place.staff)

    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        before = client.get("/board/").text
        place.enrolment.notes.create(
            at=NOON + timedelta(hours=20), by=place.staff, has_answered=True, text="Наверстает"
        )
        after = client.get("/board/").text

    assert "не было на последнем занятии" in before
    assert "не было на последнем занятии" not in after


def test_attendance_is_taken_away_as_a_table_in_which_no_formula_runs(client, place):
    session = day_of(place)
    Session.objects.update(title="=cmd()")
    note(session, place, told(keys(place)[0], Presence.LATE))
    client.force_login(place.staff)
    page = f"/cohorts/{place.cohort.pk}/attendance"

    with time_machine.travel(LATER, tick=False):
        text = b"".join(client.get(f"{page}.csv").streaming_content).decode()
        answers = [client.get(f"{page}.{kind}").status_code for kind in ("xlsx", "pdf")]

    assert "опоздал" in text.lower() or "позже" in text.lower()
    assert ";=cmd" not in text
    assert answers == [200, 404]


def test_the_list_asks_as_often_for_one_as_for_many(client, place, django_assert_max_num_queries):
    session = day_of(place)
    for _number in range(5):
        place.enrolment.project.memberships.create(
            person=PersonFactory(), role="reader", joined_at=NOON
        )
    client.force_login(place.staff)

    with django_assert_max_num_queries(10):
        client.get(f"/sessions/{session.pk}/attendance/")
