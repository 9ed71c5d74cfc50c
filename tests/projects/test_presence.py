"""Who else is on a page, honestly and without a growing table; handing the lead over."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from peremena.kit.refusals import Refused
from peremena.projects import queries
from peremena.projects.brief import Section
from peremena.projects.models import Look
from peremena.projects.rules import TeamRole
from peremena.projects.services import looks, teams
from tests.browse import Browse
from tests.factories import NOON, PersonFactory, member_of, project_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def project(leader):
    return project_of(leader)


def here(project, person, *, after):
    return queries.presence.here(project, Section.GOAL, person, NOON + after)


def test_presence_says_how_long_ago_and_is_forgotten(project, leader):
    writer = member_of(project)
    looks.be_at(project, Section.GOAL, writer, now=NOON)

    assert here(project, leader, after=timedelta(seconds=20)) == [f"{writer} (сейчас)"]
    assert here(project, leader, after=timedelta(minutes=2)) == [f"{writer} (2 минуты назад)"]
    assert here(project, leader, after=timedelta(minutes=5)) == []
    assert here(project, writer, after=timedelta(0)) == []


def test_whoever_goes_to_another_page_is_there_and_the_table_does_not_grow(project, leader):
    writer = member_of(project)
    for minute, section in enumerate([Section.GOAL, Section.TASKS] * 10):
        looks.be_at(project, section, writer, now=NOON + timedelta(seconds=minute))

    assert here(project, leader, after=timedelta(minutes=1)) == []
    assert Look.objects.count() == 1


def test_being_on_a_page_does_not_count_as_having_read_the_project(project, leader):
    looks.look(project, leader, now=NOON)
    looks.read_all(project, leader, until=NOON, now=NOON)

    looks.be_at(project, Section.GOAL, leader, now=NOON + timedelta(hours=1))

    look = Look.objects.get()
    assert (look.at, look.read_at) == (NOON, NOON)


def test_the_line_is_small_and_never_kept(project, leader):
    writer, client = member_of(project), Browse()
    looks.be_at(project, Section.GOAL, writer, now=timezone.now())
    client.force_login(leader)

    response = client.get(reverse("projects:here", args=[project.pk, "goal"]))

    assert response.text.strip() == f"Здесь же: {writer} (сейчас)"
    assert "no-store" in response.headers["Cache-Control"]
    assert len(response.serialize()) < 1_500


def test_the_lead_passes_in_one_step(project, leader):
    other = member_of(project)
    theirs = project.memberships.get(person=other)

    teams.hand_over(theirs, by=leader)

    assert project.memberships.role_of(other) is TeamRole.LEADER
    assert project.memberships.role_of(leader) is TeamRole.WRITER
    with pytest.raises(Refused):
        teams.hand_over(project.memberships.get(person=leader), by=leader)


def test_the_lead_does_not_pass_to_somebody_who_left_or_leads_already(project, leader):
    other = member_of(project)
    theirs = project.memberships.get(person=other)
    with pytest.raises(Refused):
        teams.hand_over(project.memberships.get(person=leader), by=leader)
    teams.leave(theirs, by=other, now=NOON)

    with pytest.raises(Refused):
        teams.hand_over(theirs, by=leader)

    assert project.memberships.role_of(leader) is TeamRole.LEADER
