"""The staff's board: who needs help, and every project section by section."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from peremena.cohorts import services as cohorts
from peremena.cohorts.rules import Status
from peremena.desk.queries.board import board
from peremena.lessons.models import Session, Sign
from peremena.lessons.services import homework
from peremena.lessons.services.homework import Given
from peremena.projects import services
from tests.cohorts.school import cohort_of, enrolled, enrolled_with_project, staff_of
from tests.factories import NOON, another_centre, example, project_of, somebody_with
from tests.lessons.school import lesson_of

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(days=10)


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def cohort(staff):
    return cohort_of(staff)


def test_ten_days_of_silence_are_seen(staff, cohort):
    enrolled(cohort, staff)

    assert board(staff, NOON + timedelta(days=9)).needs == []
    [need] = board(staff, LATER).needs
    assert (need.life.silent, need.is_silent) == (10, True)


def test_a_step_of_a_plan_is_overdue_the_day_after(staff, cohort):
    learner, due_on = enrolled(cohort, staff), NOON.date() + timedelta(days=3)
    steps = [cohorts.gates.Step("Позвать Ольгу", due_on)]
    cohorts.gates.plan(learner, steps, gate=None, by=staff, today=NOON.date())

    assert board(staff, NOON + timedelta(days=3)).needs == []
    [need] = board(staff, NOON + timedelta(days=4)).needs
    assert ([step.text for step in need.troubles.overdue], need.rings) == (["Позвать Ольгу"], True)


@pytest.mark.parametrize("status", [Status.PAUSED, Status.GRADUATED])
def test_nobody_on_a_pause_or_with_a_certificate_is_pressed(staff, cohort, status):
    cohorts.change_status(enrolled(cohort, staff), status, by=staff, now=NOON)

    assert board(staff, LATER).needs == []


@pytest.mark.parametrize("sign", ["project", "visit", "sign-in", "call"])
def test_any_sign_of_life_ends_the_silence(staff, cohort, sign):
    enrolment = enrolled_with_project(cohort, staff)
    project, at = enrolment.project, NOON + timedelta(days=5)
    match sign:
        case "project":
            type(project).objects.update(changed_at=at)
        case "visit":
            project.looks.create(person=enrolment.person, at=at)
        case "sign-in":
            type(enrolment.person).objects.update(last_login=at)
        case "call":
            cohorts.note_contact(enrolment, has_answered=True, by=staff, now=at)

    assert board(staff, LATER).needs == []


def test_an_agreed_call_comes_first(staff, cohort):
    enrolled(cohort, staff)
    agreed = enrolled(cohort, staff)
    cohorts.note_contact(
        agreed, has_answered=True, next_on=LATER.date(), by=staff, now=NOON + timedelta(days=9)
    )

    first, second = board(staff, LATER).needs

    assert (first.life.enrolment, first.call_on) == (agreed, LATER.date())
    assert (second.is_silent, second.call_on) == (True, None)


def test_a_question_of_the_team_waits_for_the_school(staff, cohort):
    enrolment = enrolled_with_project(cohort, staff)
    page = enrolment.project.sections.get(name="goal")
    services.talks.say(page, "say:goal.text", "Так?", by=enrolment.person, now=NOON)
    [need] = board(staff, NOON).needs
    assert (need.waits, need.rings) == (1, False)

    talk = page.draft.comments.get()
    services.talks.say(page, f"answer:{talk.pk}", "Так.", by=staff, now=NOON)

    assert board(staff, NOON).needs == []


def day(cohort, title, starts, *, there):
    plan = {"title": title, "starts_at": starts, "ends_at": starts + timedelta(hours=2)}
    held = Session.objects.create(cohort=cohort, uid=title, changed_at=NOON, **plan)
    for one in there:
        Sign.objects.create(
            session=held, enrolment=one, presence="present", way="list", key=str(one.pk),
            at=starts, received_at=starts, by=one.person,
        )  # fmt: skip


def test_late_homework_and_missed_days_are_reasons_with_their_names(staff, cohort):
    one, other = enrolled(cohort, staff), enrolled(cohort, staff)
    lesson = lesson_of(cohort, staff)
    homework.give(lesson, Given("Цель", "section", "goal", due_on=NOON.date()), by=staff)
    for number in (2, 3):
        day(cohort, f"Занятие {number}", NOON + timedelta(days=number), there=[other])

    first, second = board(staff, NOON + timedelta(days=4)).needs

    assert [second.life.enrolment, first.life.enrolment] == [other, one]
    assert [(reason.text, reason.tone) for reason in first.reasons] == [
        ("Цель", "late"),
        ("Занятие 3, 26\xa0ноября", "late"),
    ]
    assert [reason.text for reason in second.reasons] == ["Цель"]


def test_a_day_on_which_nobody_was_ticked_off_is_held_against_nobody(staff, cohort):
    enrolled(cohort, staff)
    day(cohort, "Занятие", NOON + timedelta(days=2), there=[])

    assert board(staff, NOON + timedelta(days=4)).needs == []


def test_homework_that_waits_for_us_is_answered_from_the_board(staff, cohort):
    enrolment = enrolled_with_project(cohort, staff, brief=example())
    task = homework.give(lesson_of(cohort, staff), Given("Цель", "section", "goal"), by=staff)
    handed = homework.hand_in(task, enrolment, by=enrolment.person, now=NOON)

    [need] = board(staff, NOON).needs

    assert (need.rings, need.answer_url) == (False, handed.get_absolute_url())


def test_a_near_gate_says_what_is_missing(staff, cohort):
    enrolment = enrolled_with_project(cohort, staff)
    due_on = NOON.date() + timedelta(days=15)
    cohorts.gates.open_usual_gates(cohort, {1: due_on}, by=staff)
    type(enrolment.project).objects.update(changed_at=NOON + timedelta(days=6))

    assert board(staff, NOON + timedelta(days=4)).needs == []
    [need] = board(staff, NOON + timedelta(days=6)).needs
    [reason] = need.reasons
    assert "2 человек" in reason.text
    assert reason.url == f"/gates/{cohort.gates.get().pk}/{enrolment.pk}/"


def test_a_project_begun_after_enrolling_is_seen_before_anybody_attaches_it(client, staff, cohort):
    enrolment = enrolled(cohort, staff)
    project_of(enrolment.person, now=NOON + timedelta(days=8))
    client.force_login(staff)

    assert board(staff, LATER).needs == []
    assert "ещё не взят в набор" in client.get("/").text


def test_no_cohort_of_another_centre_can_be_chosen(staff, cohort):
    elsewhere = another_centre()
    foreign = cohort_of(staff, centre=elsewhere)

    assert board(staff, NOON, str(foreign.pk)).cohort == cohort
    assert board(somebody_with("staff", centre=elsewhere), NOON, str(cohort.pk)).cohort == foreign


@pytest.mark.parametrize("number", [1, 12])
def test_the_board_asks_as_often_for_twelve_as_for_one(client, staff, cohort, number):
    for _ in range(number):
        enrolment = enrolled_with_project(cohort, staff, brief=example("bad-ploshchadka"))
        cohorts.note_contact(enrolment, has_answered=False, by=staff, now=NOON)
    client.force_login(staff)

    with time_machine.travel(LATER, tick=False), CaptureQueriesContext(connection) as asked:
        page = client.get("/")

    assert page.text.count('class="strip"') == number
    assert len(asked) == QUERIES, "\n".join(query["sql"] for query in asked)


QUERIES = 25


def test_whoever_has_no_cohort_yet_is_told_what_to_begin_with(client, staff):
    client.force_login(staff)

    assert "Набора пока нет" in client.get("/").text


def test_another_cohort_is_a_press_away(client, staff, cohort):
    older = cohort_of(staff, name="Прошлый набор")
    enrolled(older, staff)
    client.force_login(staff)

    page = client.get("/board/", {"cohort": older.pk})

    assert f'href="/board/?cohort={cohort.pk}"' in page.text
    assert "<h1>Прошлый набор</h1>" in page.text
