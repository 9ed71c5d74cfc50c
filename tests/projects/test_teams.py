"""Coming into a team, inviting, changing roles, leaving."""

from datetime import timedelta

import pytest
from django.utils import timezone

from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from peremena.projects.models import Invitation, Project
from peremena.projects.rules import TeamRole
from peremena.projects.services import projects, teams
from tests.factories import NOON, PersonFactory, member_of, project_of, somebody_with

pytestmark = pytest.mark.django_db


def deeds():
    return list(Entry.objects.order_by("pk").values_list("deed", flat=True))


def test_whoever_begins_a_project_leads_it():
    person = PersonFactory()

    project = project_of(person)

    assert project.memberships.role_of(person) is TeamRole.LEADER
    assert project.sections.count() == 14
    assert deeds()[-1] == "projects.project.begun"


def test_an_invitation_lets_one_in_once():
    project = project_of(leader := PersonFactory())
    invitation = teams.invite(project, role=TeamRole.READER, by=leader, now=NOON)
    guest = PersonFactory()

    teams.join(invitation, person=guest, now=NOON)

    assert project.memberships.role_of(guest) is TeamRole.READER
    with pytest.raises(Refused):
        teams.join(invitation, person=guest, now=NOON)


def test_an_invitation_runs_out_after_a_week():
    project = project_of(leader := PersonFactory())
    invitation = teams.invite(project, role=TeamRole.WRITER, by=leader, now=NOON)

    with pytest.raises(Refused):
        teams.join(invitation, person=PersonFactory(), now=NOON + timedelta(days=7))

    assert list(Invitation.objects.open(NOON + timedelta(days=7))) == []


def test_a_withdrawn_invitation_is_not_open():
    project = project_of(leader := PersonFactory())
    invitation = teams.invite(project, role=TeamRole.WRITER, by=leader, now=NOON)

    teams.withdraw(Invitation.objects.get(), by=leader, now=NOON)

    assert list(Invitation.objects.open(NOON)) == []
    with pytest.raises(Refused):
        teams.join(invitation, person=PersonFactory(), now=NOON)


@pytest.mark.parametrize("role", [TeamRole.WRITER, TeamRole.READER])
def test_only_the_leader_invites(role):
    project = project_of(PersonFactory())

    with pytest.raises(Refused):
        teams.invite(project, role=TeamRole.WRITER, by=member_of(project, role), now=NOON)


def test_the_last_leader_stays():
    project = project_of(leader := PersonFactory())
    membership = project.memberships.get()

    with pytest.raises(Refused):
        teams.leave(membership, by=leader, now=NOON)
    with pytest.raises(Refused):
        teams.change_role(membership, role=TeamRole.READER, by=leader)

    assert project.memberships.role_of(leader) is TeamRole.LEADER


def test_a_leader_hands_over_and_leaves():
    project = project_of(leader := PersonFactory())
    other = member_of(project)

    teams.change_role(project.memberships.get(person=other), role=TeamRole.LEADER, by=leader)
    teams.leave(project.memberships.get(person=leader), by=leader, now=NOON)

    assert project.memberships.role_of(leader) is None
    assert list(Project.objects.visible_to(leader)) == []
    assert list(Project.objects.visible_to(other)) == [project]


def test_a_member_does_not_take_out_another():
    project = project_of(PersonFactory())
    one, other = member_of(project), member_of(project)

    with pytest.raises(Refused):
        teams.leave(project.memberships.get(person=one), by=other, now=NOON)


def test_leaving_twice_at_once_is_leaving_once():
    project = project_of(PersonFactory())
    guest = member_of(project)
    seen_by_one, seen_by_other = (project.memberships.get(person=guest) for _tab in range(2))

    teams.leave(seen_by_one, by=guest, now=NOON)
    teams.leave(seen_by_other, by=guest, now=NOON + timedelta(hours=1))

    assert project.memberships.get(person=guest).left_at == NOON
    assert deeds().count("projects.team.left") == 1


def test_who_has_left_may_come_again():
    project = project_of(leader := PersonFactory())
    guest = member_of(project)
    teams.leave(project.memberships.get(person=guest), by=guest, now=NOON)
    invitation = teams.invite(project, role=TeamRole.WRITER, by=leader, now=NOON)

    teams.join(invitation, person=guest, now=NOON)

    assert project.memberships.role_of(guest) is TeamRole.WRITER


def test_strangers_see_nothing_and_experts_what_teams_show():
    project = project_of(leader := PersonFactory())
    stranger, expert, staff = PersonFactory(), somebody_with(Role.EXPERT), somebody_with(Role.STAFF)

    before = [list(Project.objects.visible_to(one)) for one in (stranger, expert, staff)]
    projects.show_to_experts(project, shown=True, by=leader)
    after = [list(Project.objects.visible_to(one)) for one in (stranger, expert, staff)]

    assert before == [[], [], [project]]
    assert after == [[], [project], [project]]


def test_readers_do_not_show_the_project():
    project = project_of(PersonFactory())

    with pytest.raises(Refused):
        projects.show_to_experts(project, shown=True, by=member_of(project, TeamRole.READER))


def test_nobody_becomes_a_leader_by_six_digits(client):
    project = project_of(leader := PersonFactory())
    invitation = teams.invite(project, role=TeamRole.LEADER, by=leader, now=timezone.now())
    client.force_login(PersonFactory(), backend="django.contrib.auth.backends.ModelBackend")

    by_code = client.post("/join/", {"code": invitation.code})
    by_link = client.get(invitation.get_absolute_url())

    assert (by_code.status_code, by_link.status_code) == (422, 200)
