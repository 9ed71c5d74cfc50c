"""Invitations, ticks at the door, one minute about the seminar."""

from datetime import timedelta

import pytest

from peremena.intake.checkin import Tick
from peremena.intake.models import Impression
from peremena.intake.queries import seminar as queries
from peremena.intake.services import seminar as services
from peremena.kit.refusals import Refused
from peremena.mail.models import Letter
from tests.cohorts.school import staff_of
from tests.factories import NOON
from tests.intake.calls import call_of, handed_in

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def call(staff):
    return call_of(staff)


def test_an_invitation_is_written_once_and_by_phone_to_whoever_reads_no_mail(call, staff):
    handed_in(call)

    first = services.invite(call, list(queries.to_invite(call)), by=staff)
    again = services.invite(call, list(queries.to_invite(call)), by=staff)

    assert (first, again) == (1, 0)
    letter = Letter.objects.get(kind="intake.invitation")
    assert (letter.state, letter.written_by) == ("to_tell", staff)


def test_two_phones_that_tick_late_and_twice_come_to_the_same(call, staff):
    candidate = handed_in(call)
    came = Tick(NOON - 5 * MINUTE, has_come=True)
    mistaken = Tick(NOON - 9 * MINUTE, has_come=False)

    for ticks in ([came], [mistaken], [came, mistaken]):
        services.tick(call, {candidate.pk: ticks}, by=staff, now=NOON)

    candidate.refresh_from_db()
    assert (candidate.arrived_at, candidate.ticked_at) == (came.at, came.at)


def test_a_phone_whose_clock_runs_ahead_counts_as_now(call, staff):
    candidate = handed_in(call)
    early = Tick(NOON + 600 * MINUTE, has_come=True)

    services.tick(call, {candidate.pk: [early]}, by=staff, now=NOON)
    back = Tick(NOON + MINUTE, has_come=False)
    services.tick(call, {candidate.pk: [back]}, by=staff, now=NOON + MINUTE)

    candidate.refresh_from_db()
    assert candidate.arrived_at is None


def test_somebody_of_another_call_is_not_ticked(call, staff):
    stranger = handed_in(call_of(staff, cohort=call.cohort, slug="other"))

    with pytest.raises(Refused):
        services.tick(call, {stranger.pk: [Tick(NOON, has_come=True)]}, by=staff, now=NOON)


def test_an_impression_sent_twice_counts_once_and_leads_to_nobody(call):
    said = {"useful": 5, "clear": 4, "will_go_on": True, "text": "Спасибо"}

    for _send in range(2):
        services.tell_impression(call, key="a" * 32, now=NOON, **said)

    found = queries.said(call)
    assert (found.number, found.useful, found.clear, found.going_on) == (1, 5, 4, 1)
    fields = {field.name for field in Impression._meta.get_fields()}
    assert fields == {"id", "call", "key", "on", "useful", "clear", "will_go_on", "text"}
