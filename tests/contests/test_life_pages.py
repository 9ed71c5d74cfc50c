"""The pages on which the life of an application is written down."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from peremena.contests import services
from peremena.contests.models import Life, Turn
from peremena.people.abilities import Role
from tests.factories import (
    NOON,
    PersonFactory,
    another_centre,
    example,
    member_of,
    project_of,
    somebody_with,
)

pytestmark = pytest.mark.django_db

DAY = "2026-11-20"
SUBMITTED = {"on": DAY, "hour": "23:10", "zone": "Europe/Moscow", "number": "26-2-001"}


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def application(leader):
    return services.freeze(project_of(leader, brief=example()), "fpg", by=leader, now=NOON)


@pytest.fixture
def staff(application):
    return somebody_with(Role.STAFF, centre=application.project.centre)


@pytest.fixture
def as_staff(client, staff):
    client.force_login(staff)
    return client


@pytest.fixture
def as_leader(client, leader):
    client.force_login(leader)
    return client


def address(name, application, *more):
    return reverse(f"contests:{name}", args=[application.pk, *more])


def submitted(application, by):
    return services.submit(application, at=NOON - timedelta(days=9), by=by, now=NOON)


def state(application):
    return Life.objects.get(application=application).state


def test_the_leader_is_asked_one_thing_and_answers_on_a_phone(as_leader, application):
    page = as_leader.get(application.get_absolute_url()).text
    assert address("submit", application) in page

    receipt = SimpleUploadedFile("receipt.pdf", b"%PDF-1.7 receipt")
    response = as_leader.post(address("submit", application), SUBMITTED | {"file": receipt})

    assert response.url == application.get_absolute_url()
    assert state(application) == "submitted"


def test_the_moment_stands_by_both_clocks(as_leader, application):
    as_leader.post(address("submit", application), SUBMITTED)

    page = as_leader.get(application.get_absolute_url()).text

    assert "20\xa0ноября 2026, 23:10 по Москве" in page
    assert "21\xa0ноября 2026, 02:10 по Омску" in page


@pytest.mark.parametrize("wrong", [{"hour": "вечером"}, {"on": ""}, {"zone": "Mars"}])
def test_half_a_form_is_shown_again_with_what_is_wrong(as_leader, application, wrong):
    response = as_leader.post(address("submit", application), SUBMITTED | wrong)

    assert response.status_code == 422
    assert not Turn.objects.exists()


def test_a_moment_in_the_future_is_refused(as_leader, application):
    tomorrow = timezone.localdate() + timedelta(days=2)

    response = as_leader.post(
        address("submit", application), SUBMITTED | {"on": tomorrow.isoformat()}
    )

    assert response.status_code == 409


def test_staff_write_down_that_it_was_not_admitted(as_staff, application, staff):
    submitted(application, staff)
    said = {"kind": "refused", "on": DAY, "reason": "Нет подписи главы"}

    response = as_staff.post(address("admission", application), said)

    assert (response.status_code, state(application)) == (302, "refused")
    assert "просрочено" not in as_staff.get(application.get_absolute_url()).text
    page = as_staff.get(address("after", application)).text
    assert "Нет подписи главы" in page
    assert reverse("contests:choose", args=[application.project_id]) in page


def test_a_refusal_without_a_reason_is_not_taken(as_staff, application, staff):
    submitted(application, staff)

    response = as_staff.post(address("admission", application), {"kind": "refused", "on": DAY})

    assert (response.status_code, state(application)) == (409, "submitted")


def test_a_lost_application_leaves_its_marks_beside_the_choice_of_the_next(
    as_staff, application, staff
):
    submitted(application, staff)
    code = application.frozen_record.criteria[0].code
    said = {"kind": "lost", "on": DAY, "reason": "Мало партнёров"}

    marks = {f"mark.{code}": "6,5", "mark.total": "61"}
    response = as_staff.post(address("outcome", application), said | marks)

    assert response.url == address("after", application)
    assert Turn.objects.get(kind="lost").marks == {code: "6,5", "total": "61"}
    page = as_staff.get(reverse("contests:choose", args=[application.project_id])).text
    assert "Мало партнёров" in page
    assert "6,5" in page


def test_a_mark_is_a_number(as_staff, application, staff):
    submitted(application, staff)
    said = {"kind": "lost", "on": DAY, "mark.total": "много"}

    assert as_staff.post(address("outcome", application), said).status_code == 422


def test_the_contract_and_the_win_stand_on_the_path(as_staff, application, staff):
    submitted(application, staff)
    won = {"amount": Decimal(900_000), "on": NOON.date() - timedelta(days=4)}
    services.win(application, by=staff, now=NOON, **won)

    as_staff.post(
        address("contract", application), {"number": "17-Г", "on": DAY, "amount": "900 000"}
    )

    page = as_staff.get(application.get_absolute_url()).text
    assert state(application) == "contracted"
    assert "№ 17-Г" in page
    assert "900\xa0000\xa0₽" in as_staff.get(address("after", application)).text


def test_a_correction_keeps_the_trace_in_sight(as_staff, application, staff):
    turn = submitted(application, staff)
    page = as_staff.get(address("correct", application, turn.pk))
    assert page.status_code == 200

    new = SUBMITTED | {"number": "26-2-009", "why": "Опечатка в номере"}
    as_staff.post(address("correct", application, turn.pk), new)

    page = as_staff.get(application.get_absolute_url()).text
    assert "26-2-009" in page
    assert "Опечатка в номере" in page


@pytest.mark.parametrize("kind", ["admitted", "lost"])
def test_a_correction_never_turns_one_decision_into_another(as_staff, application, staff, kind):
    submitted(application, staff)
    deed = {"admitted": services.admit, "lost": services.lose}[kind]
    turn = deed(application, on=NOON.date(), by=staff, now=NOON)

    said = {"kind": "refused", "on": NOON.date().isoformat(), "why": "Перепутали"}
    as_staff.post(address("correct", application, turn.pk), said)

    assert state(application) == kind


def test_taking_back_leads_to_the_step_before(as_staff, application, staff):
    submitted(application, staff)
    lost = services.lose(application, on=NOON.date(), by=staff, now=NOON)

    as_staff.get(address("take_back", application, lost.pk))
    as_staff.post(address("take_back", application, lost.pk), {"why": "Это чужая заявка"})

    assert state(application) == "submitted"


def test_a_receipt_is_given_to_those_who_see_the_application_only(client, application, leader):
    turn = services.submit(
        application,
        at=NOON,
        file=SimpleUploadedFile("receipt.pdf", b"%PDF-1.7 receipt"),
        by=leader,
        now=NOON,
    )
    found = {}
    for who, person in {
        "leader": leader,
        "reader": member_of(application.project),
        "stranger": PersonFactory(),
        "foreign": somebody_with(Role.STAFF, centre=another_centre()),
    }.items():
        client.force_login(person)
        found[who] = client.get(address("file", application, turn.pk)).status_code

    assert found == {"leader": 200, "reader": 200, "stranger": 404, "foreign": 404}


def test_the_leader_corrects_an_own_submission_and_nothing_else(as_leader, application, leader):
    own = submitted(application, leader)
    staff = somebody_with(Role.STAFF, centre=application.project.centre)
    lost = services.lose(application, on=NOON.date(), by=staff, now=NOON)

    assert as_leader.get(address("correct", application, own.pk)).status_code == 200
    assert as_leader.get(address("correct", application, lost.pk)).status_code == 404


def test_before_any_decision_there_is_nothing_to_explain(as_leader, application):
    assert as_leader.get(address("after", application)).url == application.get_absolute_url()
