"""What one's own copy holds of marks and decisions, and what stays of an expert who is erased."""

import pytest

from peremena.desk.queries import personal
from peremena.desk.services.erasure import erase
from peremena.intake.models import Candidate, Conflict, Mark
from peremena.intake.rules import Interest, Verdict
from peremena.intake.services import selection_decisions as decisions
from peremena.intake.services import selection_marks as marks
from peremena.intake.services import selection_sending as sending
from peremena.people.abilities import Role
from tests.cohorts.school import staff_of
from tests.factories import NOON, somebody_with
from tests.intake.calls import call_of, handed_in

pytestmark = pytest.mark.django_db
BEST = {"need": 3, "team": 3, "will": 3}


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def call(staff):
    return call_of(staff)


def expert_for(call, staff):
    return marks.ask(call, somebody_with(Role.EXPERT), by=staff, now=NOON)


def own_copy(person):
    found = {table.label: list(table.rows) for table in personal.tables(person)}
    return {label: rows for label, rows in found.items() if label.startswith("intake.")}


def test_an_expert_takes_along_the_points_and_words_of_their_marks(call, staff):
    marker, other = expert_for(call, staff), expert_for(call, staff)
    candidate = handed_in(call)
    marks.finish(marker, candidate, BEST, note="Сильная команда.", now=NOON)
    marks.finish(other, candidate, dict.fromkeys(BEST, 0), note="Сомневаюсь.", now=NOON)

    copy = own_copy(marker.person)

    [mark] = copy["intake.mark"]
    assert (mark["points"], mark["note"]) == (BEST, "Сильная команда.")
    assert "Сомневаюсь" not in str(copy)
    assert candidate.person.phone not in str(copy)


def test_an_applicant_takes_along_the_decision_once_it_was_told_and_no_marks(call, staff):
    candidate, marker = handed_in(call), expert_for(call, staff)
    neighbour = handed_in(call, 1)
    marks.declare(marker, neighbour, Interest.RELATIVE, now=NOON)
    marks.finish(marker, candidate, BEST, note="Сильная команда.", now=NOON)
    told = {"alternative": "cases", "by": staff, "now": NOON}
    for one in (candidate, neighbour):
        decisions.decide(one, Verdict.NOT_TAKEN, reason="Мест меньше, чем заявок.", **told)

    before = own_copy(candidate.person)
    sending.send(call, by=staff, now=NOON)
    after = own_copy(candidate.person)

    assert set(before) == {"intake.candidate"}
    assert set(after) == {"intake.candidate", "intake.decision", "intake.standing"}
    assert after["intake.decision"][0]["reason"] == "Мест меньше, чем заявок."
    assert set(own_copy(neighbour.person)) == {"intake.candidate", "intake.decision"}
    assert marker.person.surname not in str(after)


def test_the_points_of_an_erased_expert_stay_and_words_and_ties_go(call, staff):
    marker = expert_for(call, staff)
    candidate, neighbour = handed_in(call), handed_in(call, 1)
    marks.finish(marker, candidate, BEST, note="Мы с ней из одной Ключевки.", now=NOON)
    marks.declare(marker, neighbour, Interest.RELATIVE, now=NOON)

    erase(marker.person, now=NOON)

    mark = Mark.objects.get()
    assert (mark.points, mark.note) == (BEST, "")
    assert str(mark.marker.person) == "Удалено"
    assert Candidate.objects.get(pk=candidate.pk).standing.mean == 100
    assert not Conflict.objects.exists()


def test_nobody_waits_for_an_expert_who_is_erased(call, staff):
    gone, other, candidate = expert_for(call, staff), expert_for(call, staff), handed_in(call)
    marks.finish(other, candidate, BEST, note="", now=NOON)
    marks.mark(gone, candidate, {"need": "1"}, note="ещё думаю", now=NOON)

    erase(gone.person, now=NOON)

    assert Candidate.objects.get(pk=candidate.pk).standing.count == 1
    assert not gone.marks.exists()


def test_with_an_applicant_who_is_erased_marks_and_decisions_go(call, staff):
    candidate, marker = handed_in(call), expert_for(call, staff)
    marks.finish(marker, candidate, BEST, note="Сильная команда.", now=NOON)
    decisions.decide(candidate, Verdict.TAKEN, reason="Да.", by=staff, now=NOON)

    erase(candidate.person, now=NOON)

    assert not Candidate.objects.exists()
    assert not Mark.objects.exists()
