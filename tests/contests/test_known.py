"""What is known around an application: papers frozen before, and what the territory was in law."""

from datetime import date

import pytest

from peremena.contests import catalogue
from peremena.contests.queries import known
from peremena.contests.services import freeze
from peremena.places.models import TerritoryStatus
from peremena.projects.checks import check
from tests.cohorts.school import cohort_of, enrolled_with_project, staff_of
from tests.factories import NOON, PersonFactory, example, project_of

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 23)


@pytest.fixture
def project():
    return project_of(PersonFactory(), brief=example())


def around(project):
    reader = project.memberships.get().person
    return known.circumstances(project, catalogue.get("fpg"), DAY, reader=reader)


def copies(project):
    return [r.text for r in check(example(), around(project)) if r.rule == "EL-05"]


def test_a_paper_frozen_with_another_sum_is_noticed(project):
    freeze(project, "fpg", by=project.memberships.get().person, now=NOON)
    changed = example().model_copy(update={"budget": example().budget[1:]})

    told = [remark.field for remark in check(changed, around(project)) if remark.rule == "EL-06"]

    assert told == ["budget"]
    assert [r for r in check(example(), around(project)) if r.rule == "EL-06"] == []


def test_the_day_on_which_the_settlement_ended_is_known(project):
    assert around(project).settlement_ended is None

    ended = date(2025, 1, 1)
    TerritoryStatus.objects.create(
        territory=project.territory, status="settlement", since=None, until=ended
    )

    assert around(project).settlement_ended == ended


def test_where_nothing_was_frozen_there_is_no_paper(project):
    assert around(project).papers == ()


def test_the_same_words_in_a_neighbours_application_are_noticed(project):
    """In the same territory; the team is not told the title of what it may not open."""
    neighbour = project_of(PersonFactory(), brief=example())
    assert copies(project) == []

    freeze(neighbour, "fpg", by=neighbour.memberships.get().person, now=NOON)
    assert copies(project) == []
    neighbour.territory = project.territory
    neighbour.save()

    [said] = copies(project)
    assert example().project.title not in said


def test_ones_own_application_in_another_year_is_named(project):
    leader = project.memberships.get().person
    before = project_of(leader, brief=example())
    freeze(before, "fpg", by=leader, now=NOON)

    [said] = copies(project)

    assert example().project.title in said


def test_an_application_of_the_same_cohort_is_compared():
    staff = staff_of()
    cohort = cohort_of(staff)
    mine, neighbours = (enrolled_with_project(cohort, staff, example()).project for _ in "ab")

    freeze(neighbours, "fpg", by=neighbours.memberships.get().person, now=NOON)

    assert len(copies(mine)) == 1
