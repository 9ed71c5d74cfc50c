"""A place is accepted at the very moment its offer runs out: with two connections to the engine.

Whoever holds the call first decides; the other finds it done. Never both, never neither.
"""

from datetime import timedelta
from functools import partial
from threading import Event

import pytest
from django.db import transaction

from peremena.cohorts.models import Enrolment
from peremena.intake.models import Candidate, Offer
from peremena.intake.rules import Verdict
from peremena.intake.services import selection_decisions as decisions
from peremena.intake.services import selection_offers as offers
from peremena.intake.services import selection_sending as sending
from peremena.kit.refusals import Refused
from tests.cohorts.school import cohort_of, staff_of
from tests.factories import NOON
from tests.intake.calls import call_of, handed_in
from tests.intake.two_connections import first_then, threads

pytestmark = [pytest.mark.engine, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
OVER = NOON + timedelta(days=3)
BEFORE = OVER - timedelta(milliseconds=1)


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    with threads(tmp_path, monkeypatch) as begin:
        yield begin


def two_wait():
    """One place, given up: the first on the list has the offer, the second waits behind."""
    staff = staff_of()
    call = call_of(staff, cohort=cohort_of(staff, places=1))
    found = [handed_in(call, number) for number in range(3)]
    for candidate, verdict in zip(found, ("taken", "waiting", "waiting"), strict=True):
        decisions.decide(candidate, Verdict(verdict), reason="Да.", by=staff, now=NOON)
    sending.send(call, by=staff, now=NOON)
    offers.decline(found[0], now=NOON)
    return found[1].pk, found[2].pk


def accept(pk, now):
    try:
        offers.accept(Candidate.objects.get(pk=pk), now=now)
    except Refused:
        return "refused"
    return "accepted"


def halfway(pk, held, go):
    """Holds the call; the clock comes meanwhile; then accepts."""
    with transaction.atomic():
        offers.held(Candidate.objects.get(pk=pk).call_id)
        held.set()
        go.wait(0.3)
        return accept(pk, BEFORE)


def outcome(first, second):
    answers = dict(Offer.objects.values_list("candidate", "answer"))
    learning = set(Enrolment.objects.filter(status="learning").values_list("person", flat=True))
    people = dict(Candidate.objects.values_list("pk", "person"))
    return answers.get(first), answers.get(second), people[first] in learning, len(learning)


@pytest.mark.parametrize("who_is_first", ["the applicant", "the applicant, slowly", "the clock"])
def test_either_the_applicant_or_the_clock_never_both(elsewhere, who_is_first):
    first, second = elsewhere(two_wait).result()
    held, go = Event(), Event()
    taking, ending = partial(accept, first, BEFORE), partial(offers.expire, OVER)
    leading, following = {
        "the applicant": (partial(first_then, taking), ending),
        "the applicant, slowly": (partial(halfway, first), ending),
        "the clock": (partial(first_then, ending), taking),
    }[who_is_first]

    ahead = elsewhere(leading, held, go)
    held.wait(10)
    behind = elsewhere(following)
    results = ahead.result(), behind.result()

    found = elsewhere(outcome, first, second).result()
    if who_is_first == "the clock":
        assert (results, found) == ((1, "refused"), ("expired", "", False, 0))
    else:
        assert (results, found) == (("accepted", 0), ("accepted", None, True, 1))
