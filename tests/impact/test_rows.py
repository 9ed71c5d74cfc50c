"""Where a decision belongs, and when it is another one."""

from datetime import timedelta

import pytest

from peremena.cohorts import services as cohorts
from peremena.impact import services
from peremena.impact.models import Award
from peremena.kit.refusals import Refused
from tests.factories import NOON, member_of
from tests.impact.money import TODAY, gift, staff_of, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return submitted()


@pytest.fixture
def staff(application):
    return staff_of(application.project)


def test_a_number_used_again_years_later_is_another_document(application, staff):
    long_ago = TODAY - timedelta(days=700)
    gift(application.project, staff, decided_on=long_ago)

    again = gift(application.project, staff)

    assert Award.objects.counted().count() == 2
    with pytest.raises(Refused):
        services.change(again, decided_on=long_ago + timedelta(9), why="Нет", by=staff, now=NOON)


def test_a_mentors_seat_and_a_cohort_that_is_over_get_no_money(application, staff):
    project, deed = application.project, {"by": staff, "now": NOON}
    programme = cohorts.add_programme("Драйверы", centre=project.centre, by=staff)
    over, alive = (
        cohorts.add_cohort(programme, name, starts_on=TODAY - timedelta(days=days), by=staff)
        for name, days in (("Первый", 900), ("Второй", 10))
    )
    ground = {"territory": project.territory, "project": project}
    cohorts.enrol(over, person=application.by, **ground, **deed)
    cohorts.enrol(alive, person=member_of(project), part="mentor", **ground, **deed)

    award = gift(project, staff)

    assert award.cohort is None
