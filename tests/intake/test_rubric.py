"""The rubric by which somebody has marked stands."""

import pytest
from django.urls import reverse

from peremena.intake.models import Call
from peremena.intake.services import calls
from peremena.intake.services import selection_marks as marks
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from tests.cohorts.school import staff_of
from tests.factories import NOON, somebody_with
from tests.intake.calls import call_of, handed_in

pytestmark = pytest.mark.django_db
OTHER = [{"key": "need", "title": "Иное", "weight": 9, "top": 9, "descriptors": []}]


@pytest.fixture
def staff():
    return staff_of()


def test_a_rubric_can_be_changed_until_the_first_mark_even_an_unfinished_one(staff):
    call = call_of(staff)
    marker = marks.ask(call, somebody_with(Role.EXPERT), by=staff, now=NOON)
    calls.change_part(call, "rubric", [*call.rubric, *OTHER], by=staff)
    marks.mark(marker, handed_in(call), {"need": "1"}, note="", now=NOON)

    with pytest.raises(Refused):
        calls.change_part(call, "rubric", OTHER, by=staff)

    assert len(Call.objects.get().rubric) == 4
    calls.change_part(call, "quotas", [], by=staff)


def test_the_page_shows_the_standing_rubric_and_why_it_stands(staff, client):
    call = call_of(staff)
    marker = marks.ask(call, somebody_with(Role.EXPERT), by=staff, now=NOON)
    address = reverse("intake:call_part", args=[call.pk, "rubric"])
    client.force_login(staff)
    before = client.get(address).content.decode()
    marks.mark(marker, handed_in(call), {"need": "1"}, note="", now=NOON)

    after = client.get(address).content.decode()
    sent = client.post(address, {"form-TOTAL_FORMS": "0", "form-INITIAL_FORMS": "0"})

    assert ("form-TOTAL_FORMS" in before, "form-TOTAL_FORMS" in after) == (True, False)
    assert "разным меркам" in after
    assert "есть слова жителей или цифры" in after
    assert sent.status_code == 409
