"""What a learner reads about gates, the plan and the certificate."""

from datetime import date
from decimal import Decimal

import pytest

from peremena.cohorts import services
from peremena.cohorts.services.gates import Step
from peremena.mail.models import Letter
from tests.cohorts.school import cohort_of, enrolled, staff_of
from tests.factories import NOON

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def learner(staff):
    return enrolled(cohort_of(staff), staff)


@pytest.fixture
def gate(learner, staff):
    [made] = services.gates.open_usual_gates(learner.cohort, {1: date(2026, 12, 24)}, by=staff)
    return made


def letter():
    """The only one about the school."""
    return Letter.objects.get(kind__startswith="cohorts.")


def test_whoever_is_through_hears_it_and_not_what_staff_noted(learner, gate, staff):
    services.gates.let_through(gate, learner, (), note="Для себя", by=staff, now=NOON)

    assert (letter().person_id, letter().kind) == (learner.person_id, "cohorts.gate")
    assert f"Рубеж «{gate.title}» пройден." in letter().body
    assert "Для себя" not in letter().body


def test_a_plan_comes_with_its_days_and_empty_lines_stay_out(learner, gate, staff):
    steps = [Step("Позвать фельдшера", date(2026, 12, 5)), Step(" ", date(2026, 12, 6))]

    services.gates.plan(learner, steps, gate=gate, by=staff, today=TODAY)

    said = letter().body.replace("\xa0", " ")
    assert "— Позвать фельдшера, до 5 декабря 2026" in said
    assert len([line for line in said.splitlines() if line.startswith("— ")]) == 1


def test_a_certificate_is_told_once_and_so_is_that_it_holds_no_more(learner, staff):
    def press():
        return services.certificates.issue(
            learner.cohort, {learner.pk: Decimal("32.5")}, series="ШЛ-2027",
            new_key=lambda: "KMH27T9X10", by=staff, today=TODAY,
        )  # fmt: skip

    [made] = press()
    press()

    assert "ШЛ-2027 № 0001 готов. Академических часов: 32,5." in letter().body
    assert made.get_absolute_url() in letter().body

    Letter.objects.all().delete()
    services.certificates.revoke(made, why="Ошибка в имени", by=staff, today=TODAY)

    assert "больше не действует" in letter().body
    assert "Ошибка в имени" in letter().body
