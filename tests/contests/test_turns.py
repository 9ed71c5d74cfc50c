"""What happens to an application after it was frozen."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connection, transaction

from peremena.contests import services
from peremena.contests.models import Application, Life, Turn
from peremena.contests.services import erasure
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
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

MILLION = Decimal(1_000_000)
TODAY = date(2026, 11, 23)
PDF = b"%PDF-1.7 a receipt"


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def application(leader):
    return services.freeze(project_of(leader, brief=example()), "fpg", by=leader, now=NOON)


@pytest.fixture
def staff(application):
    return somebody_with(Role.STAFF, centre=application.project.centre)


def life(application):
    found = Life.objects.get(application=application)
    return found.state, found.since, found.awarded, found.contracted, found.paid


def test_a_life_from_the_submission_to_the_payments(application, staff):
    deed = {"by": staff, "now": NOON}

    services.submit(application, at=NOON - timedelta(days=9), number="26-2-001", **deed)
    services.admit(application, on=TODAY - timedelta(days=7), **deed)
    services.win(application, amount=MILLION, on=TODAY - timedelta(days=5), **deed)
    services.contract(
        application, number="17-Г", on=TODAY - timedelta(days=3), amount=MILLION, **deed
    )
    services.pay(application, amount=MILLION / 4, on=TODAY - timedelta(days=1), **deed)
    services.pay(application, amount=MILLION / 2, on=TODAY, **deed)

    expected = ("contracted", TODAY - timedelta(days=3), MILLION, MILLION, MILLION * 3 / 4)
    assert life(application) == expected
    kinds = ["submitted", "admitted", "won", "contracted", "paid", "paid"]
    assert [turn.kind for turn in application.turns.in_order()] == kinds
    deeds = Entry.objects.about(application).exclude(deed="contests.application.frozen")
    assert {entry.deed for entry in deeds} == {"contests.turn.recorded"}
    assert {entry.on_behalf_of for entry in deeds} == {application.by}


def test_a_submission_keeps_its_paper_and_its_moment_to_the_minute(application, leader):
    at = datetime(2026, 11, 22, 23, 10, tzinfo=ZoneInfo("Europe/Moscow"))

    turn = services.submit(
        application,
        at=at,
        zone="Europe/Moscow",
        number="26-2-001",
        file=SimpleUploadedFile("receipt.pdf", PDF),
        by=leader,
        now=NOON,
    )

    turn.refresh_from_db()
    assert (turn.at, turn.on, turn.zone) == (at, TODAY, "Europe/Moscow")
    assert (turn.file.read(), len(turn.sha256)) == (PDF, 64)
    assert (turn.entered_by, turn.on_behalf_of) == (leader, None)


def test_the_leader_records_nothing_but_the_submission(application, leader):
    services.submit(application, at=NOON, by=leader, now=NOON)

    with pytest.raises(Refused):
        services.win(application, amount=MILLION, on=TODAY, by=leader, now=NOON)

    assert life(application)[0] == "submitted"


def test_others_record_nothing(application):
    writer = member_of(application.project)
    foreign = somebody_with(Role.STAFF, centre=another_centre())
    observer = somebody_with(Role.OBSERVER, centre=application.project.centre)

    for person in (writer, foreign, observer):
        with pytest.raises(Refused):
            services.submit(application, at=NOON, by=person, now=NOON)

    assert not Turn.objects.exists()


def test_a_correction_keeps_the_old_words_with_the_reason(application, staff):
    old = services.submit(application, at=NOON, number="26-2-0001", by=staff, now=NOON)

    new = services.correct(old, number="26-2-001", why="Лишний ноль", by=staff, now=NOON)

    old.refresh_from_db()
    assert (old.number, old.closed_why, old.replaced_by) == ("26-2-0001", "Лишний ноль", new)
    assert (new.number, new.at, new.is_current) == ("26-2-001", NOON, True)
    assert life(application)[0] == "submitted"
    with pytest.raises(Refused):
        services.correct(old, number="1", why="Ещё раз", by=staff, now=NOON)


def test_what_was_taken_back_has_not_happened(application, staff):
    deed = {"by": staff, "now": NOON}
    services.submit(application, at=NOON - timedelta(days=2), **deed)
    lost = services.lose(application, on=TODAY, reason="Мало баллов", **deed)

    services.take_back(lost, why="Перепутали заявки", **deed)

    assert life(application)[:2] == ("submitted", TODAY - timedelta(days=2))
    services.win(application, amount=MILLION, on=TODAY, **deed)
    assert life(application)[0] == "won"


def test_a_step_in_the_middle_stays(application, staff):
    deed = {"by": staff, "now": NOON}
    submitted = services.submit(application, at=NOON, **deed)
    services.refuse(application, reason="Нет подписи", on=TODAY, **deed)

    with pytest.raises(Refused):
        services.take_back(submitted, why="Не подавали", **deed)

    assert life(application)[0] == "refused"


def test_after_the_reserve_list_comes_a_win(application, staff):
    deed = {"by": staff, "now": NOON}
    services.submit(application, at=NOON, **deed)
    services.reserve(application, on=TODAY, **deed)
    services.win(application, amount=MILLION, on=TODAY, **deed)

    assert life(application)[:3] == ("won", TODAY, MILLION)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "won", "amount": None},
        {"kind": "won", "amount": 0},
        {"kind": "refused", "reason": ""},
        {"kind": "submitted", "at": None},
        {"kind": "lost", "closed_why": "x"},
        {"kind": "lost", "sha256": "0"},
    ],
)
def test_the_database_refuses_half_a_step(application, leader, wrong):
    step = {"application": application, "on": TODAY, "entered_by": leader, "entered_at": NOON}

    with pytest.raises(IntegrityError), transaction.atomic():
        Turn.objects.create(**step | wrong)


def test_the_database_refuses_a_second_outcome(application, leader):
    step = {"application": application, "on": TODAY, "entered_by": leader, "entered_at": NOON}
    Turn.objects.create(kind="won", amount=1, **step)

    for second in ({"kind": "won", "amount": 1}, {"kind": "lost"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Turn.objects.create(**step | second)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "won", "since": TODAY},
        {"state": "lost", "since": TODAY, "awarded": 1},
        {"state": "submitted", "since": None},
        {"state": "submitted", "since": TODAY, "paid": 1},
        {"state": "won", "since": TODAY, "awarded": 1, "contracted": 1},
    ],
)
def test_the_database_refuses_a_state_that_cannot_be(application, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Life.objects.create(application=application, **wrong)


@pytest.mark.parametrize(
    "change", [lambda rows: rows.update(name="x"), lambda rows: rows.all().delete()]
)
def test_the_database_refuses_to_change_or_delete_an_application(application, change):
    add_triggers()

    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        change(Application.objects.all())


def test_a_person_can_be_taken_out_of_what_was_frozen(application, leader, staff):
    add_triggers()
    services.submit(application, at=NOON, by=staff, now=NOON)
    services.refuse(application, reason="Подпись Пимокатова", on=TODAY, by=staff, now=NOON)
    word = application.frozen_brief.project.title.split()[0]

    done = erasure.erase(leader, [word, "Пимокатова"], now=NOON)

    application.refresh_from_db()
    assert done == {"applications": 1, "turns": 1}
    assert word not in application.brief
    assert application.redacted_at == NOON
    assert application.frozen_brief
    assert application.turns.get(kind="refused").reason == "Подпись …"


def add_triggers():
    """Tests run without migrations, so the one that guards applications is applied here."""
    migration = import_module("peremena.contests.migrations.0003_applications_never_change")
    with connection.cursor() as cursor:
        for statement in migration.STATEMENTS[connection.vendor]:
            cursor.execute(statement)
