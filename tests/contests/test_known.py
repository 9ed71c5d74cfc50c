"""What is known around an application: papers frozen before, and what the territory was in law."""

from datetime import date

import pytest

from peremena.contests import catalogue
from peremena.contests.queries import known
from peremena.contests.services import freeze
from peremena.places.models import TerritoryStatus
from peremena.projects.checks import check
from tests.factories import NOON, PersonFactory, example, project_of

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 23)


@pytest.fixture
def project():
    return project_of(PersonFactory(), brief=example())


def around(project):
    return known.circumstances(project, catalogue.get("fpg"), DAY)


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
