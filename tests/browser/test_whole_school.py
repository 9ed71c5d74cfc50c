"""A whole school at speed, from the call to the certificates: the clock moves on between steps.

Most applicants are made by the same deeds as pages use; what is special happens in browsers. After
each step the letters that went out are read: to the right people, saying what has happened.
"""

import re
from collections import Counter
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from peremena.cohorts import services as cohorts
from peremena.cohorts.models import Certificate, Enrolment
from peremena.intake.models import Offer
from peremena.intake.queries.candidates import doubles_of
from peremena.intake.queries.seminar import to_invite
from peremena.intake.services import selection_marks as marks
from peremena.intake.services import selection_offers as offers
from peremena.intake.services import seminar
from peremena.lessons.queries.attended import register
from peremena.lessons.services import homework
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.people.services import consents
from tests.browser.conftest import DESKTOP, session_cookie
from tests.browser.looking import sideways
from tests.browser.whole_school import (
    MADE,
    PLACES,
    WAIT,
    Clock,
    Post,
    another_day,
    ask_to_mark,
    decide_for_everybody,
    first_day_by_list,
    give_up_and_take,
    hand_in_and_back,
    hold_the_seminar,
    let_through,
    mark_blindly,
    open_a_call,
    press,
    send_decisions,
    six_lessons,
    thirty_apply,
    with_a_project,
)
from tests.cohorts.school import cohort_of, staff_of
from tests.factories import somebody_with

PATIENCE = 25_000  # milliseconds


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=True) as traveller:
        yield Clock(traveller)


def the_call_and_thirty_applications(school):
    school.now = school.clock.to(0)
    school.call = open_a_call(school.page, school.cohort)
    school.now = school.clock.to(1)
    school.phone = thirty_apply(school.open_browser, school.page, school.call, school.now)

    letters = school.post.since()
    assert school.call.candidates.handed_in().count() == 30
    assert len(doubles_of(school.call, school.call.candidates.with_place())) == 2
    assert (len(letters["intake.way-back"]), len(letters["intake.received"])) == (MADE, MADE)
    assert all("Продолжить" in one.body for one in letters["intake.way-back"])
    assert all("Семинар" in one.body for one in letters["intake.received"])


def the_seminar(school):
    school.call.refresh_from_db()
    seminar.invite(school.call, list(to_invite(school.call)), by=school.staff)
    invited = school.post.since()["intake.invitation"]
    school.now = school.clock.to(21)
    hold_the_seminar(school)

    assert Counter(one.state for one in invited) == {"sent": MADE, "to_tell": 3}
    assert all("Омск, зал школы" in one.body for one in invited)
    assert school.call.candidates.exclude(arrived_at=None).count() == 30


def blind_marks(school):
    centre = school.cohort.programme.centre
    school.experts = [somebody_with(Role.EXPERT, centre=centre) for _ in range(3)]
    ask_to_mark(school)
    asked = school.post.since()["intake.marking"]
    school.now = school.clock.to(23, hour=11)
    marks.remind(school.now)
    reminded = school.post.since()["intake.marking-reminder"]
    school.expert_page = mark_blindly(school)

    assert {one.person_id for one in asked} == {one.pk for one in school.experts}
    assert len(reminded) == 3
    assert all("30\xa0заявок" in one.body for one in [*asked, *reminded])
    assert not school.call.candidates.handed_in().filter(standing=None).exists()


def decisions_are_sent_together(school):
    school.now = school.clock.to(26)
    school.ordered = decide_for_everybody(school)
    before = school.post.since()
    send_decisions(school.page, school.call)
    waiting = Letter.objects.filter(kind="intake.decision", state="waiting").count()
    school.now = school.clock.to(26, hour=12)
    told = school.post.since()["intake.decision"]

    assert (before, waiting) == ({}, MADE)
    assert Counter(one.subject for one in told) == {
        "Вы приняты в школу": PLACES,
        "Вы в листе ожидания школы": WAIT,
        "Ответ школы на вашу заявку": 30 - PLACES - WAIT,
    }
    assert all("Почему: " in one.body for one in told)
    assert not any(expert.surname in one.body for one in told for expert in school.experts)
    assert learning().count() == PLACES


def one_declines_and_the_next_comes(school):
    loser, school.winner = school.ordered[0], school.ordered[PLACES]
    give_up_and_take(school.phone, loser, school.winner)
    letters = school.post.since()

    assert [one.person_id for one in letters["intake.offer"]] == [school.winner.person_id]
    assert school.winner.token in letters["intake.offer"][0].body
    assert [one.person_id for one in letters["intake.welcome"]] == [school.winner.person_id]
    assert offers.expire(school.clock.to(27)) == 0
    assert learning().count() == PLACES
    assert learning().filter(person=school.winner.person).exists()
    assert Offer.objects.count() == 1


def six_lessons_in_the_timetable(school):
    school.now = school.clock.to(27, hour=11)
    school.lesson = six_lessons(school)
    school.head = learning().get(person=school.winner.person)
    with_a_project(school.head, school.now)
    made = school.post.since()["lessons.made"]

    assert len(made) == PLACES
    assert all(one.body.count("Омск, зал школы") == 6 for one in made)


def who_was_there(school):
    """The first day by thumb, the next as the page sends it; one is late, another is away once."""
    school.away = learning().exclude(pk=school.head.pk).first()
    days = list(school.cohort.sessions.order_by("starts_at"))
    for number, session in enumerate(days):
        school.now = school.clock.to(28 + 7 * number, hour=12)
        if number == 0:
            school.roll_page = first_day_by_list(school, session)
            continue
        another_day(school, session, away=[school.away] if number == 2 else [])
        if number == 1:
            homework_in_and_back(school)

    held = register(school.cohort, school.clock.to(70)).days
    assert [one.there for one in held] == [PLACES, PLACES, PLACES, PLACES - 1, PLACES, PLACES]
    read_together(school)


def read_together(school):
    """What can wait came to each as one letter a day, and being there or away brings none."""
    found = school.post.since()
    team = school.head.project.memberships.values_list("person", flat=True)

    assert set(found) == {"mail.daily"}
    told = {one.person_id: one.body for one in found["mail.daily"]}
    assert set(told) == {*team, school.staff.pk}
    for person, body in told.items():
        steps = ["Прочтите"] if person == school.staff.pk else ["сдано", "лучше", "принято"]
        places = [body.index(step) for step in steps]
        assert places == sorted(places)


def homework_in_and_back(school):
    given = homework.Given("Напишите цель", "section", "goal", due_on=school.clock.day(38))
    task = homework.give(school.lesson, given, by=school.staff)
    school.now = school.clock.to(36)
    hand_in_and_back(school, task)
    letters = school.post.since()

    words = {
        "handed-in": "ждёт ответа",
        "to-answer": str(school.head.territory),
        "returned": "кому станет лучше",
        "accepted": "принято",
    }
    assert set(letters) == {f"lessons.homework.{state}" for state in words}
    for state, word in words.items():
        assert all(word in one.body for one in letters[f"lessons.homework.{state}"]), word
        assert all("Напишите цель" in one.body for one in letters[f"lessons.homework.{state}"])


def learning():
    known = Enrolment.objects.select_related("cohort", "territory", "person")
    return known.filter(status="learning")


def sign_in_again(school):
    """After weeks a session is over."""
    page = school.page
    page.context.add_cookies([session_cookie(school.staff, urljoin(page.url, "/"))])
    return page


def the_first_gate(school):
    """Nobody is shut out by a machine: what is missing is said, and staff let through."""
    school.now, page = school.clock.to(71), sign_in_again(school)
    days = {1: school.clock.day(72)}
    [gate] = cohorts.gates.open_usual_gates(school.cohort, days, by=school.staff)
    page.goto(f"/gates/{gate.pk}/{school.head.pk}/")
    expect(page.get_by_text("Заполните паспорт").first).to_be_visible()
    page.locator("[name=note]").fill("Паспорт заполнит в январе, после отчёта.")
    press(page, "Засчитать рубеж")
    page.get_by_role("heading", name=gate.title, level=1).wait_for()
    let_through(school, gate, learning().exclude(pk=school.head.pk), "Догонит в январе.")
    told = school.post.since()["cohorts.gate"]

    assert gate.passed.count() == PLACES
    assert {one.person_id for one in told} == set(learning().values_list("person", flat=True))
    assert all(f"Рубеж «{gate.title}» пройден" in one.body for one in told)
    assert not any("январе" in one.body for one in told)  # the note is for staff


def certificates(school):
    """Hours come from who was there: six days of four, five for whoever was away once."""
    school.now, page = school.clock.to(128), sign_in_again(school)
    page.goto(f"/cohorts/{school.cohort.pk}/certificates/")
    page.locator("[name=series]").fill("ШЛ-2027")
    press(page, "Сделать сертификаты")
    page.get_by_text("Все в одном файле").wait_for()
    told = school.post.since()["cohorts.certificate"]
    anybody = school.phone
    anybody.goto(f"/check/{school.away.certificates.get().key}/")

    hours = dict(Certificate.objects.valid().values_list("enrolment", "hours"))
    assert hours == {one.pk: 20 if one == school.away else 24 for one in learning()}
    assert {"ШЛ-2027", "20"} <= set(
        re.findall(r"ШЛ-2027|\d+", anybody.locator("main").inner_text())
    )
    assert {one.person_id for one in told} == set(learning().values_list("person", flat=True))
    for one in told:
        number = 20 if one.person_id == school.away.person_id else 24
        assert f"Академических часов: {number}." in one.body


STEPS = (
    the_call_and_thirty_applications,
    the_seminar,
    blind_marks,
    decisions_are_sent_together,
    one_declines_and_the_next_comes,
    six_lessons_in_the_timetable,
    who_was_there,
    the_first_gate,
    certificates,
)


def patiently(open_browser):
    """The first page of a long test waits for everything that is read for the first time."""

    def opened(*given, **options):
        page = open_browser(*given, **options)
        page.context.set_default_timeout(PATIENCE)
        return page

    return opened


def test_from_the_call_to_the_certificates(open_browser, clock):
    consents.load_texts(now=timezone.now())
    staff = staff_of()
    school = SimpleNamespace(clock=clock, post=Post(), staff=staff)
    school.open_browser = patiently(open_browser)
    school.cohort = cohort_of(staff, places=PLACES)
    school.cohort.starts_on = clock.day(28)
    school.cohort.save()
    school.page = school.open_browser(staff, viewport=DESKTOP)

    for step in STEPS:
        step(school)

    for page in (school.page, school.phone, school.expert_page, school.roll_page):
        assert page.complaints == []
        assert sideways(page) <= 0
