"""Gates: who stands where, letting through, plans on the learner's own page."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from peremena.cohorts import services
from peremena.cohorts.models import PlanStep
from peremena.projects.rules import TeamRole
from tests.cohorts.school import cohort_of, enrolled, enrolled_with_project, staff_of
from tests.factories import NOON, example, member_of

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
DUE = date(2026, 12, 24)
NEXT_WEEK = (TODAY + timedelta(days=7)).isoformat()


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def cohort(staff):
    return cohort_of(staff)


@pytest.fixture
def gate(cohort, staff):
    [made] = services.gates.open_usual_gates(cohort, {1: DUE}, by=staff)
    return made


def with_team(enrolment):
    for _number in range(2):
        member_of(enrolment.project, TeamRole.WRITER)


def test_staff_open_the_three_gates_by_their_days(client, cohort, staff):
    client.force_login(staff)

    sent = {"first": "2026-12-24", "second": "2027-03-02", "third": "2027-03-25"}
    client.post(f"/cohorts/{cohort.pk}/gates/", sent)

    assert [str(gate) for gate in cohort.gates.order_by("number")] == [
        "Команда и проблема", "Заявка", "Защита",
    ]  # fmt: skip
    page = client.get(f"/cohorts/{cohort.pk}/gates/").text
    assert "паспорт заполнен на 80\xa0%" in page
    assert "в команде не меньше 3 человек" in page
    assert "защитил проект перед жюри" in page


def test_days_in_disorder_are_sent_back(client, cohort, staff):
    client.force_login(staff)

    sent = {"first": "2027-12-24", "second": "2027-03-02", "third": "2027-03-25"}
    response = client.post(f"/cohorts/{cohort.pk}/gates/", sent)

    assert response.status_code == 422
    assert not cohort.gates.exists()


def test_a_gate_says_in_plain_words_what_each_one_lacks(client, cohort, staff, gate):
    begun = enrolled_with_project(cohort, staff, example())
    with_team(begun)
    enrolled(cohort, staff)
    client.force_login(staff)

    page = client.get(gate.get_absolute_url()).text

    assert "Заполните паспорт: 14\xa0% из 80\xa0%" in page
    assert "Позовите в команду ещё 3 человек" in page
    assert "Найдите кроме главы ещё 1 активиста" in page


def test_a_learner_sees_the_gate_and_the_way_to_what_is_missing(client, cohort, staff, gate):
    learner = enrolled_with_project(cohort, staff)
    client.force_login(learner.person)

    page = client.get("/").text

    assert "Чтобы пройти, осталось" in page
    assert f'href="/projects/{learner.project_id}/people/"' in page
    assert f'href="/territories/{learner.territory_id}/passport/"' in page


def test_who_lacks_something_goes_through_only_with_a_reason(client, cohort, staff, gate):
    learner = enrolled(cohort, staff)
    address = f"/gates/{gate.pk}/{learner.pk}/"
    client.force_login(staff)

    assert client.post(address, {"note": " "}).status_code == 409
    client.post(address, {"note": "Уборка, догонит в январе"})

    [passed] = gate.passed.all()
    assert (passed.enrolment, passed.by) == (learner, staff)
    assert client.post(address, {"note": "Ещё раз"}).status_code == 409


def test_all_who_are_ready_go_through_and_nobody_else(client, cohort, staff):
    [gate] = services.gates.open_usual_gates(cohort, {2: DUE}, by=staff)
    services.gates.change_gate(gate, title="Команда", due_on=DUE, conditions=(), by=staff)
    ready = [enrolled(cohort, staff), enrolled(cohort, staff)]
    client.force_login(staff)

    client.post(f"/gates/{gate.pk}/let-through/")
    client.post(f"/gates/{gate.pk}/let-through/")

    assert {one.enrolment for one in gate.passed.all()} == set(ready)


def test_a_mistake_is_taken_back(client, cohort, staff, gate):
    learner = enrolled(cohort, staff)
    client.force_login(staff)
    client.post(f"/gates/{gate.pk}/{learner.pk}/", {"note": "Перепутали"})

    client.post(f"/gates/{gate.pk}/{learner.pk}/take-back/")

    assert not gate.passed.exists()


@time_machine.travel(NOON, tick=False)
def test_a_plan_stands_on_the_learners_page_and_is_ticked_there(client, cohort, staff, gate):
    learner = enrolled(cohort, staff)
    sent = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0",
            "form-0-text": "Позвать Ольгу", "form-0-due_on": NEXT_WEEK}  # fmt: skip
    client.force_login(staff)
    client.post(f"/gates/{gate.pk}/{learner.pk}/plan/", sent)

    client.force_login(learner.person)
    assert "Позвать Ольгу" in client.get("/").text
    step = PlanStep.objects.get()
    client.post(f"/cohorts/steps/{step.pk}/tick/")

    step.refresh_from_db()
    assert step.done_on == TODAY
    assert "Позвать Ольгу" not in client.get("/").text


def test_the_page_suggests_steps_out_of_what_is_missing(client, cohort, staff, gate):
    learner = enrolled(cohort, staff)
    client.force_login(staff)

    page = client.get(f"/gates/{gate.pk}/{learner.pk}/").text

    assert 'value="Позовите в команду ещё 3 человек"' in page
    assert 'value="Заполните паспорт на 80' in page


def test_a_change_of_conditions_keeps_whoever_is_through(client, cohort, staff, gate):
    learner = enrolled(cohort, staff)
    client.force_login(staff)
    client.post(f"/gates/{gate.pk}/{learner.pk}/", {"note": "Догонит"})

    sent = {"title": "Команда", "due_on": "2026-12-25", "form-TOTAL_FORMS": "2",
            "form-INITIAL_FORMS": "0", "form-0-kind": "section", "form-0-part": "goal",
            "form-1-kind": "section"}  # fmt: skip
    assert client.post(f"/cohorts/gates/{gate.pk}/edit/", sent).status_code == 422
    client.post(f"/cohorts/gates/{gate.pk}/edit/", sent | {"form-1-kind": ""})

    gate.refresh_from_db()
    assert gate.conditions == [{"kind": "section", "least": 1, "part": "goal", "words": ""}]
    assert gate.passed.count() == 1


def test_a_gate_asks_the_database_as_often_for_three_as_for_one(client, cohort, staff, gate):
    enrolled_with_project(cohort, staff)
    client.force_login(staff)

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(gate.get_absolute_url())
        return len(queries)

    asked()
    one = asked()
    for _number in range(2):
        enrolled_with_project(cohort, staff)

    assert asked() == one
    assert one <= 25
