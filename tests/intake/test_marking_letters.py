"""Experts are asked by letter, with a day and a number, and reminded once before that day."""

from datetime import timedelta

import pytest

from peremena.intake.models import Marker
from peremena.intake.rules import Refusal
from peremena.intake.services import selection_marks as marks
from peremena.intake.words import REFUSALS
from peremena.kit import typography
from peremena.kit.refusals import Refused
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from tests.cohorts.school import staff_of
from tests.factories import NOON, somebody_with
from tests.intake.calls import call_of, handed_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
BEST = {"need": 3, "team": 3, "will": 3}
DUE = (NOON + 5 * DAY).date()


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def call(staff):
    return call_of(staff)


@pytest.fixture
def expert():
    return somebody_with(Role.EXPERT)


def letters(kind="intake.marking"):
    return list(Letter.objects.filter(kind=kind).values_list("person", flat=True))


def test_the_request_says_how_many_wait_how_long_it_takes_until_when_and_where(call, staff, expert):
    for number in range(2):
        handed_in(call, number)

    marks.ask(call, expert, due_on=DUE, by=staff, now=NOON)

    letter = Letter.objects.get(kind="intake.marking")
    assert letter.person == expert
    for words in ("2\xa0заявки ждут", "8\xa0минут", typography.day(DUE), f"/marking/{call.pk}/"):
        assert words in letter.body, letter.body


def test_asked_twice_for_one_day_is_one_letter_and_another_day_is_another(call, staff, expert):
    for due_on in (DUE, DUE, DUE + DAY):
        marks.ask(call, expert, due_on=due_on, by=staff, now=NOON)

    assert len(letters()) == 2
    assert Marker.objects.get().due_on == DUE + DAY


def test_nobody_is_asked_for_a_day_that_has_passed(call, staff, expert):
    with pytest.raises(Refused) as refused:
        marks.ask(call, expert, due_on=NOON.date() - DAY, by=staff, now=NOON)

    assert str(refused.value) == str(REFUSALS[Refusal.DAY_PASSED])
    assert letters() == []


def test_a_reminder_comes_once_two_days_before_and_only_to_who_is_not_done(call, staff, expert):
    ready, candidate = somebody_with(Role.EXPERT), handed_in(call)
    marks.ask(call, expert, due_on=DUE, by=staff, now=NOON)
    done = marks.ask(call, ready, due_on=DUE, by=staff, now=NOON)
    marks.finish(done, candidate, BEST, note="", now=NOON)

    days = [marks.remind(NOON + number * DAY) for number in (2, 3, 4, 6)]

    assert days == [0, 1, 0, 0]
    assert letters("intake.marking-reminder") == [expert.pk]


def test_whoever_was_asked_yesterday_evening_for_tomorrow_is_not_reminded_today(
    call, staff, expert
):
    handed_in(call)
    marks.ask(call, expert, due_on=(NOON + 2 * DAY).date(), by=staff, now=NOON)

    assert marks.remind(NOON + timedelta(hours=20)) == 0
    assert marks.remind(NOON + timedelta(hours=30)) == 1


def test_whoever_was_relieved_and_is_asked_again_goes_on_with_their_marks(call, staff, expert):
    candidate, other = handed_in(call), somebody_with(Role.EXPERT)
    marker = marks.ask(call, expert, by=staff, now=NOON)
    marks.ask(call, other, by=staff, now=NOON)
    marks.finish(marker, candidate, BEST, note="", now=NOON)
    marks.dismiss(marker, by=staff, now=NOON)

    again = marks.ask(call, expert, due_on=DUE, by=staff, now=NOON)

    assert (again.pk, again.until, marks.left(again)) == (marker.pk, None, 0)
    assert candidate.marks.count() == 1
