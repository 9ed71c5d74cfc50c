"""A file of territories: looked through first, brought in once, the same when sent again."""

import time
from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from peremena.places import tasks
from peremena.places.importing import Fault
from peremena.places.models import Import, Territory, TerritoryStatus, Village
from peremena.places.queries import imports as queries
from peremena.places.rules import ImportState, Refusal
from peremena.places.services import add_territory, imports, load_districts
from tests.factories import NOON, somebody_with
from tests.places.tables import many, row, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    load_districts()
    return somebody_with(Role.STAFF)


def read(staff, *rows, **more):
    return imports.look_through(table(*rows, **more), by=staff, now=NOON)


def brought_in(staff, file):
    found = imports.look_through(file, by=staff, now=NOON)
    tasks.begin(found, by=staff)
    found.refresh_from_db()
    return found


def counts(found):
    return tuple(found.report[name] for name in ("made", "changed", "same", "mistakes_found"))


def test_a_file_is_only_looked_through_at_first(staff):
    found = read(staff, row())

    assert (found.state, found.total, counts(found)) == (ImportState.READ, 1, (1, 0, 0, 0))
    assert not Territory.objects.exists()


def test_a_confirmed_file_is_brought_in_and_forgotten(staff):
    found = brought_in(
        staff,
        table(
            row(Население="1 140", **{"Население: год": 2021, "Статус": "другое"}),
            row(Центр="", **{"Населённый пункт": "Лесная", "Жителей": 300, "ОКТМО": "52654411"}),
        ),
    )

    territory = Territory.objects.get()
    assert (territory.name, territory.district.name) == ("Ключевская", "Тарский район")
    assert (territory.population, territory.population_year) == (1140, 2021)
    assert territory.villages == ["Ключи", "Лесная"]
    assert territory.statuses.get().status == "other"
    assert territory.codes.get().code == "52654411"
    assert (found.state, found.done, found.total) == (ImportState.DONE, 1, 1)
    assert (found.file.name, found.ended_at is not None) == ("", True)
    assert [entry.actor for entry in Entry.objects.about(territory)] == [staff]


def test_the_file_lies_on_the_disk_only_until_the_work_is_done(
    staff, django_capture_on_commit_callbacks
):
    found = read(staff, row())
    name = found.file.name
    assert default_storage.exists(name)

    with django_capture_on_commit_callbacks(execute=True):
        tasks.begin(found, by=staff)

    assert not default_storage.exists(name)


def test_the_same_file_again_changes_nothing(staff):
    brought_in(staff, many(3))

    again = imports.look_through(many(3), by=staff, now=NOON)

    assert counts(again) == (0, 0, 3, 0)
    with pytest.raises(Refused):
        tasks.begin(again, by=staff)


def test_a_file_confirmed_twice_is_brought_in_once(staff):
    found = read(staff, row())
    same = Import.objects.get(pk=found.pk)
    tasks.begin(found, by=staff)

    with pytest.raises(Refused):
        tasks.begin(same, by=staff)
    tasks.bring_in.call(found.pk)

    assert Territory.objects.count() == 1
    assert Entry.objects.filter(deed="places.import.done").count() == 1


def test_a_change_of_status_keeps_what_was_before(staff):
    since = {"Статус": "сельское поселение", "Статус: с какого дня": "01.01.2006"}
    brought_in(staff, table(row(**since)))

    becomes = {"Статус": "другое", "Статус: с какого дня": "2025-03-01"}
    found = brought_in(staff, table(row(**becomes, **{"Статус: источник": "закон"})))

    assert counts(found) == (0, 1, 0, 0)
    statuses = TerritoryStatus.objects.order_by("pk").values_list(
        "status", "since", "until", "source"
    )
    assert list(statuses) == [
        ("settlement", date(2006, 1, 1), date(2025, 3, 1), ""),
        ("other", date(2025, 3, 1), None, "закон"),
    ]


def test_a_code_that_comes_back_is_the_same_row(staff):
    for code, since in (("52654411", ""), ("52554411", "2025-01-01"), ("52654411", "2026-01-01")):
        brought_in(staff, table(row(**{"ОКТМО": code, "ОКТМО: с какого дня": since})))

    codes = Territory.objects.get().codes.order_by("pk").values_list("code", "since", "until")
    assert list(codes) == [
        ("52654411", date(2026, 1, 1), None),
        ("52554411", date(2025, 1, 1), date(2026, 1, 1)),
    ]


def test_what_is_here_and_not_in_the_file_stays(staff):
    brought_in(staff, table(row(Население=1140), row(**{"Населённый пункт": "Лесная"})))

    brought_in(staff, table(row(Жителей=540)))

    territory = Territory.objects.get()
    assert (territory.population, territory.villages) == (1140, ["Ключи", "Лесная"])
    assert Village.objects.get(name="Ключи").population == 540


def test_every_kind_of_mistake_has_its_row_and_column_and_nothing_is_brought_in(staff):
    """Twelve kinds in one file, among rows that are whole."""
    tara = brought_in(staff, table(row(Территория="Своя", ОКТМО="52654499")))
    found = read(
        staff,
        row(),
        row(Территория="", **{"Населённый пункт": "Лесная"}),
        row(Район="Тарскйи район", Территория="Вторая"),
        row(Территория="Третья", Население="много"),
        row(Территория="Четвёртая", Население="-5"),
        row(Территория="Пятая", **{"Население: год": "3025"}),
        row(Территория="Шестая", Статус="деревня"),
        row(Территория="Седьмая", **{"Статус: с какого дня": "весной"}),
        row(Территория="Восьмая", ОКТМО="526544AA"),
        row(Территория="Девятая", ОКТМО="52654499"),
        row(Территория="Десятая", Центр="Тара"),
        row(),
        row(Население=99, **{"Населённый пункт": ""}),
    )

    told = [(one["row"], one["letter"], one["fault"]) for one in found.report["mistakes"]]
    assert told == [
        (3, "B", Fault.NO_NAME),
        (4, "A", Fault.UNKNOWN_DISTRICT),
        (5, "D", Fault.NOT_A_NUMBER),
        (6, "D", Fault.NEGATIVE),
        (7, "E", Fault.BAD_YEAR),
        (8, "G", Fault.UNKNOWN_STATUS),
        (9, "H", Fault.BAD_DAY),
        (10, "J", Fault.BAD_CODE),
        (11, "J", Fault.CODE_TAKEN),
        (12, "C", Fault.CENTRE_ELSEWHERE),
        (13, "L", Fault.VILLAGE_TWICE),
        (14, "B", Fault.TERRITORY_TWICE),
    ]
    with pytest.raises(Refused):
        tasks.begin(found, by=staff)
    assert [one.name for one in Territory.objects.all()] == ["Своя"]
    assert tara.state == ImportState.DONE


def test_a_template_sent_back_untouched_is_told_to_hold_only_the_example(staff):
    found = read(staff, row(Территория="Пример: Ключевская территория"))

    assert (found.why_not, found.report["mistakes_found"]) == (Refusal.ONLY_EXAMPLES, 0)


def test_mistakes_of_one_row_are_told_from_left_to_right(staff):
    found = read(staff, row(Центр="", Население="много"))

    assert [one["letter"] for one in found.report["mistakes"]] == ["C", "D"]


def test_a_column_too_many_or_too_few_is_named(staff):
    found = read(staff, ["", ""], ["x", "y"], titles=("Территория", "Заметки"))

    assert [(one["letter"], one["fault"]) for one in found.report["mistakes"]] == [
        ("B", Fault.EXTRA_COLUMN),
        ("", Fault.NO_COLUMN),
    ]


def test_a_mistake_that_came_up_meanwhile_stops_the_work(staff):
    found = read(staff, row(ОКТМО="52654499"))
    other = add_territory(
        "Другая", district=Territory.district.get_queryset().get(name="Тарский район"),
        centre="Другая", by=staff,
    )  # fmt: skip
    other.codes.create(code="52654499")

    tasks.begin(found, by=staff)

    found.refresh_from_db()
    assert (found.state, found.report["mistakes_found"]) == (ImportState.FAILED, 1)
    assert [one.name for one in Territory.objects.all()] == ["Другая"]


def test_an_interrupted_import_goes_on_where_it_stopped(staff, monkeypatch):
    monkeypatch.setattr(imports, "BATCH", 2)
    found = imports.look_through(many(5), by=staff, now=NOON)
    imports.confirm(found, by=staff)
    whole = imports.settling.settle
    left = iter([whole, stopped])
    monkeypatch.setattr(imports.settling, "settle", next_of(left))
    with pytest.raises(RuntimeError):
        imports.carry_out(found, now=NOON)
    found.refresh_from_db()
    assert (found.state, found.done, Territory.objects.count()) == (ImportState.AT_WORK, 2, 2)

    monkeypatch.setattr(imports.settling, "settle", whole)
    imports.carry_out(found, now=NOON)

    assert (found.state, found.done, Territory.objects.count()) == (ImportState.DONE, 5, 5)


def stopped(*_a, **_k):
    raise RuntimeError


def test_a_file_set_aside_is_not_brought_in(staff):
    found = read(staff, row())
    imports.drop(found, by=staff, now=NOON)

    with pytest.raises(Refused):
        tasks.begin(found, by=staff)
    assert found.state == ImportState.DROPPED


def test_a_batch_asks_as_often_for_many_as_for_few(staff):
    asked = [queries_of(staff, 2), queries_of(staff, 60)]

    assert asked[0] == asked[1]


def queries_of(staff, number):
    found = imports.look_through(many(number), by=staff, now=NOON)
    imports.confirm(found, by=staff)
    with CaptureQueriesContext(connection) as asked:
        imports.carry_out(found, now=NOON)
    Territory.objects.all().delete()
    return len(asked)


@pytest.mark.slow
def test_two_thousand_rows_are_brought_in_well_under_twenty_seconds(staff):
    begun = time.process_time()
    found = brought_in(staff, many(1000))

    assert time.process_time() - begun < 12
    assert (found.done, Territory.objects.count(), Village.objects.count()) == (1000, 1000, 2000)


def test_what_is_here_is_told_as_it_was_brought_in(staff):
    brought_in(staff, many(3))

    told = list(queries.places(Territory.objects.order_by("pk")))

    assert [(one.name, one.code, len(one.villages)) for one in told] == [
        ("Территория 0", "52654000", 2),
        ("Территория 1", "52654001", 2),
        ("Территория 2", "52654002", 2),
    ]


def next_of(deeds):
    def deed(*things, **named):
        return next(deeds)(*things, **named)

    return deed
