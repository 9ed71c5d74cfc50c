"""What a programme promised: counted out of the records or by hand, down to rows and proofs."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from peremena.cohorts import services as cohorts
from peremena.cohorts.models import PlannedIndicator
from peremena.cohorts.rules import Status
from peremena.cohorts.services.programmes import Indicator, plan_indicators
from peremena.impact import indicator_words as words
from peremena.impact.indicators import (
    Code,
    Group,
    Refusal,
    State,
    group_of,
    state_of,
    why_not_add,
)
from peremena.impact.models import CountedBy, Fact
from peremena.impact.queries import indicators as queries
from peremena.impact.queries.countings import COUNTINGS, numbers
from peremena.impact.services import indicators as services
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from tests.cohorts.school import cohort_of, enrolled, enrolled_with_project, staff_of
from tests.factories import NOON, example, member_of, somebody_with

TODAY = date(2026, 11, 23)


def test_every_indicator_has_a_name_a_way_and_rows():
    assert set(words.CODES) == set(words.HOW) == set(COUNTINGS) == set(Code)
    assert {group_of(code) for code in Code} == set(Group)


@pytest.mark.parametrize(
    ("fact", "due_on", "expected"),
    [
        (12, None, State.REACHED),
        (11, None, State.AHEAD),
        (11, TODAY, State.AHEAD),
        (11, TODAY - timedelta(days=1), State.MISSED),
        (13, TODAY - timedelta(days=1), State.REACHED),
    ],
)
def test_how_a_promise_stands(fact, due_on, expected):
    assert state_of(Decimal(12), Decimal(fact), due_on, TODAY) is expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"counts_itself": True}, Refusal.COUNTS_ITSELF),
        ({"amount": Decimal()}, Refusal.NOTHING_COUNTED),
        ({"on": TODAY + timedelta(days=1)}, Refusal.NOT_YET),
        ({"has_proof": False}, Refusal.NO_PROOF),
    ],
)
def test_why_not_add(change, expected):
    said = {"counts_itself": False, "amount": Decimal(1), "on": TODAY, "has_proof": True}
    assert why_not_add(**said | change, today=TODAY) == expected


@pytest.fixture
def staff(db):
    return staff_of()


@pytest.fixture
def programme(staff):
    return cohort_of(staff).programme


def promised(programme, staff, *names):
    plan_indicators(programme, [Indicator(name, Decimal(12)) for name in names], by=staff)
    return list(programme.indicators.order_by("pk"))


def fact(promise, staff, **more):
    said = {"amount": Decimal(3), "on": TODAY, "said": "Акт № 5"} | more
    return services.add_fact(promise, by=staff, now=NOON, **said)


def test_numbers_come_out_of_the_records(programme, staff):
    cohort = programme.cohorts.get()
    enrolment = enrolled_with_project(cohort, staff, brief=example())
    member_of(enrolment.project)
    member_of(enrolment.project)
    cohorts.change_status(enrolled(cohort, staff), Status.LEFT, reason="Уехал", by=staff, now=NOON)
    cohorts.note_contact(enrolment, has_answered=True, minutes=30, by=staff, now=NOON)

    found = {code: int(number) for code, number in numbers(programme, NOON).items() if number}

    assert found == {
        Code.ENROLLED: 2, Code.LEFT: 1, Code.CONSULTATIONS: 1, Code.CONSULTATION_MINUTES: 30,
        Code.TERRITORIES: 1, Code.PROJECTS: 1, Code.TEAMS: 1, Code.TEAM_PEOPLE: 3,
    }  # fmt: skip
    for code in Code:
        rows = queries.rows(programme, code, NOON)
        number = sum(one.amount if rows.adds else 1 for one in rows.told)
        assert number == found.get(code, 0) == rows.line.fact, code


def test_a_promise_counts_itself_or_by_hand(programme, staff):
    itself, by_hand = promised(programme, staff, "Обучено", "Публикации")
    enrolled(programme.cohorts.get(), staff)
    services.count_by(itself, Code.ENROLLED, by=staff)
    fact(by_hand, staff)
    fact(by_hand, staff)  # the same, sent twice
    fact(by_hand, staff, amount=Decimal(2))

    one, two = queries.report(programme, NOON).promises

    assert (one.fact, two.fact, two.last) == (1, 5, TODAY)
    with pytest.raises(Refused):
        fact(itself, staff)


def test_a_wrong_fact_is_taken_back_with_a_reason(programme, staff):
    [promise] = promised(programme, staff, "Публикации")
    wrong = fact(promise, staff)

    with pytest.raises(Refused):
        services.take_back_fact(wrong, why=" ", by=staff, now=NOON)
    services.take_back_fact(wrong, why="Не та программа", by=staff, now=NOON)

    assert queries.promise(promise, NOON).fact == 0
    assert Fact.objects.get().why_taken_back == "Не та программа"


def test_a_new_name_is_no_new_promise_and_proof_is_not_thrown_away(programme, staff):
    one, two = promised(programme, staff, "Обучено", "Публикации")
    services.count_by(one, Code.ENROLLED, by=staff)
    fact(two, staff)

    swapped = [
        Indicator("Публикации", Decimal(12), pk=one.pk),
        Indicator("Обучено", Decimal(9), pk=two.pk),
    ]
    plan_indicators(programme, swapped, by=staff)
    with pytest.raises(Refused):
        plan_indicators(programme, swapped[:1], by=staff)

    assert CountedBy.objects.get().promise.name == "Публикации"
    assert Fact.objects.get().promise.name == "Обучено"
    assert PlannedIndicator.objects.count() == 2


def test_an_observer_sees_numbers_and_no_persons(client, programme, staff):
    enrolment = enrolled(programme.cohorts.get(), staff)
    [promise] = promised(programme, staff, "Публикации")
    fact(promise, staff)
    client.force_login(somebody_with(Role.OBSERVER, centre=programme.centre))

    pages = [
        client.get(f"/programmes/{programme.pk}/indicators/{code}").text
        for code in ("", "enrolled/", "left/")
    ] + [client.get(f"/promises/{promise.pk}/").text]

    assert all(enrolment.person.surname not in page for page in pages)
    assert all(staff.surname not in page for page in pages)
    assert str(enrolment.territory) in pages[1]
    assert "Акт № 5" in pages[3]
    assert "<form" not in pages[3].partition("<main")[2].partition("</main")[0]


def test_what_cannot_be_taken_is_said_above_the_form_and_nothing_is_lost(client, programme, staff):
    [promise] = promised(programme, staff, "Публикации")
    client.force_login(staff)
    page = f"/promises/{promise.pk}/"

    answer = client.post(page, {"amount": "3", "on": "2026-11-23", "said": ""})

    assert (answer.status_code, Fact.objects.count()) == (409, 0)
    assert "Скажите, чем это подтверждается" in answer.text
    assert 'value="3"' in answer.text


def test_the_table_for_excel_says_the_same(client, programme, staff, tmp_path):
    [promise] = promised(programme, staff, "=Публикации")
    fact(promise, staff)
    client.force_login(staff)

    answer = client.get(f"/programmes/{programme.pk}/indicators.xlsx")
    (tmp_path / "table.xlsx").write_bytes(b"".join(answer.streaming_content))
    sheet = load_workbook(tmp_path / "table.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))

    assert rows[1][0].lstrip("'").endswith("Публикации")
    assert (rows[1][2], rows[1][4]) == (12, 3)
    assert sheet["A2"].data_type == "s"
    assert len(rows) == 2 + len(Code)


def test_the_page_asks_as_often_for_many_as_for_one(
    client, programme, staff, django_assert_num_queries
):
    client.force_login(staff)
    for number in (1, 3):
        for _ in range(number):
            enrolled_with_project(programme.cohorts.get(), staff)
        promised(programme, staff, *(f"№ {place}" for place in range(number)))
        with django_assert_num_queries(QUERIES):
            client.get(f"/programmes/{programme.pk}/indicators/")


QUERIES = 24
