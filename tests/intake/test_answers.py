"""What an applicant reads behind the link when the call is over."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from peremena.drafts import services as drafts
from peremena.intake.rules import FOR_A_LAST_LOOK, Verdict
from peremena.intake.services import selection_decisions as decisions
from peremena.intake.services import selection_sending as sending
from tests.cohorts.school import staff_of
from tests.factories import NOON
from tests.intake.calls import WHOLE, begun, call_of, handed_in

pytestmark = pytest.mark.django_db
REASON = "Идея хорошая, но делать её пока не с кем."


def read(client, candidate, now):
    with time_machine.travel(now, tick=False):
        return client.get(reverse("intake:application", args=[candidate.token])).text


def test_the_answer_stands_there_once_the_letter_may_have_gone(client):
    staff = staff_of()
    call = call_of(staff)
    candidate = handed_in(call)
    given = {"reason": REASON, "alternative": "cases", "by": staff, "now": NOON}
    decisions.decide(candidate, Verdict.NOT_TAKEN, **given)
    noted = read(client, candidate, NOON)

    sending.send(call, by=staff, now=NOON)
    soon = read(client, candidate, NOON + FOR_A_LAST_LOOK - timedelta(seconds=1))
    after = read(client, candidate, NOON + FOR_A_LAST_LOOK)

    assert [REASON in page for page in (noted, soon, after)] == [False, False, True]
    assert "Ответ школы" in after
    assert reverse("projects:cases") in after


def test_an_unfinished_application_is_read_in_words_when_the_call_is_closed(client):
    call = call_of(staff_of())
    candidate = begun(call)
    drafts.replace(candidate.draft, dict(WHOLE), by=candidate.person, now=NOON)

    page = read(client, candidate, call.closes_at)

    assert "слабая, но есть" in page
    assert "<textarea" not in page
    assert ">weak<" not in page
