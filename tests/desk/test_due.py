"""Days to keep: of a cohort, and of the contests for which something was frozen."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from peremena.cohorts import services as cohorts
from peremena.contests import catalogue
from peremena.contests import services as contests
from peremena.contests.records import Window
from peremena.desk.queries import due
from tests.cohorts.school import cohort_of, enrolled_with_project, staff_of
from tests.factories import NOON, PersonFactory, example, project_of

TODAY = date(2027, 3, 10)
MOSCOW = {"edition": "2027", "opens": "2027-02-01", "closes": "2027-03-15", "closes_at": "23:30",
          "zone": "Europe/Moscow", "sources": ["a"]}  # fmt: skip


def contest_with(**window):
    known = catalogue.get("fpg")
    said = {**MOSCOW, "sources": [next(iter(known.sources))], **window}
    return known.model_copy(update={"windows": (Window.model_validate(said),)})


def test_a_deadline_in_moscow_is_told_on_our_clock_and_counts_by_its_own_day():
    found = due.of_contest(contest_with(), TODAY)

    assert (found.day, found.days) == (date(2027, 3, 15), 5)
    assert found.here.astimezone(UTC) == datetime(2027, 3, 15, 20, 30, tzinfo=UTC)
    assert (found.here.day, found.here.hour, found.here.minute) == (16, 2, 30)
    assert "23:30" in found.there


def test_a_deadline_on_our_own_clock_is_told_once():
    found = due.of_contest(contest_with(zone="Asia/Omsk"), TODAY)

    assert (found.there, found.here.hour) == ("", 23)


@pytest.mark.parametrize("window", [{"closes_at": None}, {"zone": None}])
def test_an_hour_that_is_not_known_is_not_invented(window):
    assert due.of_contest(contest_with(**window), TODAY).here is None


def test_what_is_over_or_not_known_is_no_deadline():
    assert due.of_contest(contest_with(), date(2027, 3, 16)) is None
    assert due.of_contest(contest_with(closes=None, closes_at=None), date(2027, 1, 10)) is None


@pytest.mark.parametrize(
    ("days", "tone"), [(0, "late"), (3, "late"), (4, "soon"), (10, "soon"), (11, "plain")]
)
def test_the_nearer_the_warmer(days, tone):
    assert due.Due("Паспорт", TODAY, days).tone == tone


@pytest.mark.django_db
@time_machine.travel(NOON, tick=False)
def test_the_nearest_stands_first_and_contests_come_by_themselves(monkeypatch):
    staff = staff_of()
    cohort = cohort_of(staff)
    for title, day in [("Команда", 24), ("Вчерашнее", 22), ("Паспорт", 23)]:
        cohorts.add_deadline(cohort, title, due_on=date(2026, 11, day), by=staff)
    project = project_of(PersonFactory(), brief=example())
    frozen = contests.freeze(project, "fpg", by=project.memberships.get().person, now=NOON)
    opened = contest_with(opens="2026-11-01", closes="2026-12-01")
    monkeypatch.setattr(catalogue, "records", lambda: (opened,))

    found = due.nearest([cohort.pk], [frozen], NOON)

    assert [(one.title, one.days) for one in found] == [
        ("Паспорт", 0), ("Команда", 1), (opened.short.ru, 8)
    ]  # fmt: skip


@pytest.mark.django_db
@time_machine.travel(NOON, tick=False)
def test_whoever_has_done_what_a_deadline_asks_is_not_reminded(client):
    staff = staff_of()
    cohort = cohort_of(staff)
    head = enrolled_with_project(cohort, staff, brief=example()).person
    for title, about in (("Цель без ошибок", "problem"), ("Отправить", "submitted"), ("Сход", "")):
        cohorts.add_deadline(cohort, title, due_on=date(2026, 12, 24), about=about, by=staff)
    client.force_login(head)

    page = client.get("/path/").text

    assert [title in page for title in ("Цель без ошибок", "Отправить", "Сход")] == [
        False, True, True,
    ]  # fmt: skip
