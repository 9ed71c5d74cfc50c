"""Applications go when their time is over, with the cards that nothing else holds on to."""

from datetime import timedelta

import pytest

from peremena.cohorts import services as cohorts
from peremena.desk.services import retention
from peremena.drafts.models import Draft
from peremena.intake.models import Candidate
from peremena.intake.services import candidates
from peremena.people.models import Person
from tests.cohorts.school import staff_of
from tests.factories import NOON
from tests.intake.calls import begun, call_of, handed_in

pytestmark = pytest.mark.django_db
CLOSED = NOON + timedelta(days=10)


def days(number):
    return CLOSED + timedelta(days=number)


@pytest.fixture
def call():
    return call_of(staff_of())


def test_an_unfinished_application_goes_thirty_days_after_the_last_day_with_its_card(call):
    unfinished = begun(call, 1)

    early = retention.sweep(days(29)).destroyed
    late = retention.sweep(days(31)).destroyed

    assert (early, late) == ({}, {"unfinished_applications": 1})
    assert not Candidate.objects.exists()
    assert not Draft.objects.filter(pk=unfinished.draft_id).exists()
    shell = Person.objects.get(pk=unfinished.person_id)
    assert (shell.surname, shell.phone) == ("", "")


def test_what_was_taken_back_goes_thirty_days_later(call):
    candidates.withdraw(handed_in(call), now=NOON)

    assert retention.sweep(NOON + timedelta(days=31)).destroyed == {"withdrawn_applications": 1}
    assert not Candidate.objects.exists()


def test_of_those_handed_in_only_whoever_learns_stays_after_a_year(call):
    taken, other = handed_in(call, 1), handed_in(call, 2)
    cohorts.enrol(
        call.cohort, person=taken.person, territory=taken.territory, by=staff_of(), now=NOON
    )

    early = retention.sweep(days(364)).destroyed
    late = retention.sweep(days(366)).destroyed

    assert "old_applications" not in early
    assert late["old_applications"] == 1
    assert list(Candidate.objects.all()) == [taken]
    assert Person.objects.get(pk=other.person_id).surname == ""
    assert Person.objects.get(pk=taken.person_id).surname == "Ветрова-1"
