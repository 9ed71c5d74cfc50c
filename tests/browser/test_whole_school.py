"""A whole school at speed, from the call to the certificates: the clock moves on between steps.

Most applicants are made by the same deeds as pages use; what is special happens in browsers. After
each step the letters that went out are read: to the right people, saying what has happened.
"""

from collections import Counter
from types import SimpleNamespace

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
from peremena.lessons.services import homework
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.people.services import consents
from tests.browser.conftest import DESKTOP
from tests.browser.looking import sideways
from tests.browser.whole_school import (
    MADE,
    PLACES,
    STATES,
    WAIT,
    Clock,
    Post,
    ask_to_mark,
    decide_for_everybody,
    give_up_and_take,
    hand_in_and_back,
    hold_the_seminar,
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
    assert all("Семинар" in one.body for one in letters["intake.received"])


def the_seminar(school):
    school.call.refresh_from_db()
    seminar.invite(school.call, list(to_invite(school.call)), by=school.staff)
    invited = school.post.since()["intake.invitation"]
    school.now = school.clock.to(21)
    hold_the_seminar(school)

    assert Counter(one.state for one in invited) == {"sent": MADE, "to_tell": 3}
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
    give_up_and_take(school.open_browser, loser, school.winner)
    letters = school.post.since()

    assert [one.person_id for one in letters["intake.offer"]] == [school.winner.person_id]
    assert school.winner.token in letters["intake.offer"][0].body
    assert [one.person_id for one in letters["intake.welcome"]] == [school.winner.person_id]
    assert offers.expire(school.clock.to(27)) == 0
    assert learning().count() == PLACES
    assert learning().filter(person=school.winner.person).exists()
    assert Offer.objects.count() == 1


def six_lessons_and_homework(school):
    school.now = school.clock.to(27, hour=11)
    lesson = six_lessons(school)
    school.head = learning().get(person=school.winner.person)
    with_a_project(school.head, school.now)
    given = homework.Given("Напишите цель", "section", "goal", due_on=school.clock.day(38))
    task = homework.give(lesson, given, by=school.staff)
    made = school.post.since()["lessons.made"]
    school.now = school.clock.to(36)
    hand_in_and_back(school, task)
    letters = school.post.since()

    assert len(made) == PLACES
    assert all(one.body.count("Омск, зал школы") == 6 for one in made)
    assert {f"lessons.homework.{state}" for state in STATES} <= set(letters)
    assert all("кому станет лучше" in one.body for one in letters["lessons.homework.returned"])


def learning():
    known = Enrolment.objects.select_related("cohort", "territory", "person")
    return known.filter(status="learning")


def sign_in_again(school):
    """After weeks a session is over."""
    school.page = school.open_browser(school.staff, viewport=DESKTOP)
    return school.page


def the_first_gate(school):
    """Nobody is shut out by a machine: what is missing is said, and staff let through."""
    school.now, page = school.clock.to(63), sign_in_again(school)
    days = {1: school.clock.day(64)}
    [gate] = cohorts.gates.open_usual_gates(school.cohort, days, by=school.staff)
    page.goto(f"/gates/{gate.pk}/{school.head.pk}/")
    expect(page.get_by_text("Заполните паспорт").first).to_be_visible()
    page.locator("[name=note]").fill("Паспорт заполнит в январе, после отчёта.")
    press(page, "Засчитать рубеж")
    for one in learning().exclude(pk=school.head.pk):
        note = "Догонит в январе."
        cohorts.gates.let_through(gate, one, (), note=note, by=school.staff, now=school.now)

    assert gate.passed.count() == PLACES


def certificates(school):
    school.now, page = school.clock.to(128), sign_in_again(school)
    page.goto(f"/cohorts/{school.cohort.pk}/certificates/")
    page.locator("[name=series]").fill("ШЛ-2027")
    for field in page.locator("main form input[name^=hours]").all():
        field.fill("24")
    press(page, "Сделать сертификаты")
    page.get_by_text("Все в одном файле").wait_for()
    anybody = school.open_browser()
    anybody.goto(f"/check/{Certificate.objects.first().key}/")

    assert "ШЛ-2027" in anybody.locator("main").inner_text()
    assert Certificate.objects.valid().count() == PLACES


STEPS = (
    the_call_and_thirty_applications,
    the_seminar,
    blind_marks,
    decisions_are_sent_together,
    one_declines_and_the_next_comes,
    six_lessons_and_homework,
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

    for page in (school.page, school.phone, school.expert_page):
        assert page.complaints == []
        assert sideways(page) <= 0
