"""What a colleague has done stands on the board of whoever may confirm it, and of nobody else."""

import pytest

from peremena.desk.queries.second import waiting
from peremena.impact import services
from peremena.impact.queries import card
from peremena.people import services as people
from peremena.people.abilities import Role
from tests.factories import (
    NOON,
    PersonFactory,
    another_centre,
    example,
    known,
    project_of,
    somebody_with,
)
from tests.impact.money import gift, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    return project_of(PersonFactory(), brief=example())


def test_a_sum_waits_for_a_colleague_until_it_is_confirmed(project):
    staff, colleague = staff_of(project), staff_of(project)
    award = gift(project, staff)

    assert [one.url for one in waiting(colleague, NOON)] == [award.get_absolute_url()]
    assert waiting(staff, NOON) == []

    services.verify(award, by=colleague, now=NOON)
    assert waiting(colleague, NOON) == []


def test_a_code_on_paper_waits_for_another_person_of_the_same_centre(project):
    staff, colleague = staff_of(project), staff_of(project)
    foreign = somebody_with(Role.STAFF, centre=another_centre())
    person = known(PersonFactory(), project.centre)

    people.paper_codes.make(person, by=staff, now=NOON)

    assert [one.about for one in waiting(colleague, NOON)] == [str(person)]
    assert [waiting(one, NOON) for one in (staff, foreign)] == [[], []]


def test_whoever_entered_a_sum_reads_who_may_confirm_it(project):
    staff, colleague = staff_of(project), staff_of(project)
    award = gift(project, staff)

    assert card(award, staff).colleagues == [colleague]
    assert card(award, colleague).colleagues == ()


def test_the_same_sum_on_the_same_day_under_another_name_is_shown_beside(project):
    staff = staff_of(project)
    first = gift(project, staff)
    second = gift(project, staff, source="Завод «Заря»", document="Договор 6")

    assert card(second, staff).alike == [first]


def test_the_fund_by_its_full_name_is_the_contest(project):
    gift(project, staff_of(project), source="Фонд президентских грантов")

    assert project.awards.get().source_key == "fpg"
