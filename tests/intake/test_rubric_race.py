"""Staff change the rubric while an expert marks, and two experts finish at one moment."""

from functools import partial

import pytest

from peremena.intake.models import Call, Candidate, Mark, Marker, Standing
from peremena.intake.services import calls
from peremena.intake.services import selection_marks as marks
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from peremena.people.models import Person
from tests.cohorts.school import cohort_of, staff_of
from tests.factories import NOON, somebody_with
from tests.intake.calls import call_of, handed_in
from tests.intake.two_connections import at_one_moment, threads

pytestmark = [pytest.mark.engine, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
OTHER = [{"key": "need", "title": "Иное", "weight": 9, "top": 9, "descriptors": []}]
GIVEN = {"need": "3", "team": "2", "will": "1"}
WHOLE = {"need": 3, "team": 2, "will": 1}


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    with threads(tmp_path, monkeypatch) as begin:
        yield begin


def three_calls():
    """In each an application and two who mark; everything by number, as threads share no rows."""
    staff = staff_of()
    cohort = cohort_of(staff)
    experts = [somebody_with(Role.EXPERT) for _ in range(2)]
    found = []
    for number in range(3):
        call = call_of(staff, cohort=cohort, slug=f"call-{number}")
        markers = [marks.ask(call, one, by=staff, now=NOON).pk for one in experts]
        found.append((call.pk, handed_in(call).pk, markers))
    return staff.pk, found


def change(staff, call):
    try:
        by = Person.objects.get(pk=staff)
        calls.change_part(Call.objects.get(pk=call), "rubric", OTHER, by=by)
    except Refused:
        return "refused"
    return "changed"


def finish(marker, candidate):
    one, other = Marker.objects.get(pk=marker), Candidate.objects.get(pk=candidate)
    return marks.finish(one, other, GIVEN, note="", now=NOON)


def kept(call):
    points = Mark.objects.filter(candidate__call=call).order_by("pk").values_list("points")
    lines = len(Call.objects.get(pk=call).rubric)
    counts = Standing.objects.filter(candidate__call=call).values_list("count")
    return lines, [one for (one,) in points], [one for (one,) in counts]


def test_marks_are_never_given_by_another_measure_than_stands(elsewhere):
    staff, (one, other, third) = elsewhere(three_calls).result()

    changed = at_one_moment(
        elsewhere, partial(change, staff, one[0]), partial(finish, one[2][0], one[1])
    )
    marked = at_one_moment(
        elsewhere, partial(finish, other[2][0], other[1]), partial(change, staff, other[0])
    )
    both = at_one_moment(
        elsewhere, partial(finish, third[2][0], third[1]), partial(finish, third[2][1], third[1])
    )

    found = [elsewhere(kept, call).result() for call, _candidate, _markers in (one, other, third)]
    assert (changed, marked, both) == (("changed", True), (True, "refused"), (True, True))
    assert found == [(1, [{"need": 3}], []), (3, [WHOLE], []), (3, [WHOLE, WHOLE], [2])]
