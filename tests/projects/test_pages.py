"""Pages of the projects room: beginning, taking along, the team, versions, notes."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from peremena.drafts.models import Comment
from peremena.people.abilities import Role
from peremena.places import services as places
from peremena.projects import cases
from peremena.projects.brief import export
from peremena.projects.models import Invitation, Project
from peremena.projects.queries import brief_of
from peremena.projects.rules import TeamRole
from peremena.projects.services import projects, teams
from tests.factories import (
    NOON,
    DistrictFactory,
    PersonFactory,
    TerritoryFactory,
    example,
    member_of,
    project_of,
    somebody_with,
)

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def leader(client):
    client.force_login(person := PersonFactory())
    return person


@pytest.fixture
def project(leader):
    return project_of(leader, brief=example())


def address(project, name, *more):
    return reverse(f"projects:{name}", args=[project.pk, *more])


def invitation_to(project, leader, now=None):
    return teams.invite(project, role=TeamRole.WRITER, by=leader, now=now or timezone.now())


def file_of(text):
    return SimpleUploadedFile("brief.json", text.encode(), "application/json")


def test_a_project_begins_with_a_name_and_a_village(client, leader):
    sent = {"title": "Каток", "village": "Ключи", "district": DistrictFactory().pk}

    response = client.post(reverse("projects:begin"), sent | {"profile": "ib"})

    project = Project.objects.get()
    assert response.headers["Location"] == project.get_absolute_url()
    assert (project.title, project.profile, project.territory.centre) == ("Каток", "ib", "Ключи")


def test_whoever_keeps_a_passport_does_not_type_the_village_again(client, leader):
    territory = TerritoryFactory(centre="Ключи")
    places.admit(territory, leader, now=NOON, by=leader)

    page = client.get(reverse("projects:begin")).text

    assert 'value="Ключи"' in page
    assert f'<option value="{territory.district_id}" selected>' in page


def test_what_is_not_said_is_asked_again_and_nothing_begins(client, leader):
    response = client.post(reverse("projects:begin"), {"title": "Каток", "profile": "other"})

    assert response.status_code == 422
    assert "Каток" in response.text
    assert Project.objects.count() == 0


def test_a_project_taken_along_comes_back_as_the_same_project(client, project):
    taken = client.get(address(project, "to_file"))
    place = {"village": "Ключи", "district": DistrictFactory().pk}

    client.post(reverse("projects:from_file"), place | {"file": file_of(taken.text)})

    newest = Project.objects.latest("pk")
    assert taken.headers["Content-Disposition"].startswith("attachment;")
    assert newest != project
    assert export(brief_of(newest)) == taken.text == export(example())


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "other"}', "x" * 500_001])
def test_a_file_that_is_no_brief_is_refused_in_words(client, leader, text):
    place = {"village": "Ключи", "district": DistrictFactory().pk}

    response = client.post(reverse("projects:from_file"), place | {"file": file_of(text)})

    assert response.status_code == 422
    assert Project.objects.count() == 0


def test_a_case_becomes_a_project_of_ones_own(client, leader):
    card = next(iter(cases.all_cards()))
    place = {"village": "Ключи", "district": DistrictFactory().pk}

    client.post(reverse("projects:open_case", args=[card.id]), place)

    project = Project.objects.get()
    assert (project.case, project.title) == (card.id, cases.as_brief(card).project.title)
    assert project.memberships.get().person == leader


def test_six_digits_lead_to_the_invitation_however_they_are_written(client, leader):
    invitation = invitation_to(project_of(other := PersonFactory()), other)
    spaced = f" {invitation.code[:3]} {invitation.code[3:]}"

    response = client.post(reverse("projects:enter_code"), {"code": spaced})

    assert response.headers["Location"] == invitation.get_absolute_url()


def test_a_wrong_code_opens_nothing(client, leader):
    invitation = invitation_to(project_of(other := PersonFactory()), other)
    wrong = "000000" if invitation.code != "000000" else "000001"

    response = client.post(reverse("projects:enter_code"), {"code": wrong})

    assert response.status_code == 422


def test_an_invitation_that_is_over_is_not_there_any_more(client, leader):
    week_ago = timezone.now() - timedelta(days=7)
    invitation = invitation_to(project_of(other := PersonFactory()), other, now=week_ago)

    assert client.get(invitation.get_absolute_url()).status_code == 404
    assert client.post(invitation.get_absolute_url()).status_code == 404


def test_only_leaders_see_how_to_come_in(client, project, leader):
    invitation = invitation_to(project, leader)
    shown_to_leader = client.get(address(project, "team")).text
    client.force_login(member_of(project, TeamRole.WRITER))
    shown_to_writer = client.get(address(project, "team")).text

    assert invitation.token in shown_to_leader
    assert invitation.token not in shown_to_writer
    assert invitation.code not in shown_to_writer


def test_an_invitation_of_another_project_is_not_withdrawn_here(client, project):
    invitation = invitation_to(project_of(other := PersonFactory()), other)

    response = client.post(address(project, "withdraw", invitation.pk))

    assert response.status_code == 404
    assert Invitation.objects.get().withdrawn_at is None


def test_a_member_of_another_team_is_not_taken_out_here(client, project):
    membership = project_of(PersonFactory()).memberships.get()

    responses = [
        client.post(address(project, name, membership.pk)) for name in ("leave", "change_role")
    ]

    membership.refresh_from_db()
    assert [response.status_code for response in responses] == [404, 404]
    assert membership.left_at is None


def test_a_version_of_another_page_is_not_brought_back_here(client, project):
    goal = project.sections.get(name="goal").draft.revisions.get()

    response = client.post(address(project, "restore", "tasks", goal.pk))

    assert response.status_code == 404
    assert export(brief_of(project)) == export(example())


def test_an_earlier_version_is_shown_with_what_changed_and_comes_back(client, project):
    page = address(project, "section", "goal")
    first = project.sections.get(name="goal").draft.revisions.get()
    client.post(page, {"operation": "operation-1", "base": "1", "goal.text": "Вернуть вечера"})

    shown = client.get(address(project, "versions", "goal")).text
    client.post(address(project, "restore", "goal", first.pk))

    assert "вечера" in shown
    assert brief_of(project).goal.text == example().goal.text


def test_an_expert_leaves_a_note_and_changes_no_word(client, project, leader):
    projects.show_to_experts(project, shown=True, by=leader)
    client.force_login(expert := somebody_with(Role.EXPERT))

    said = {"do": "say:goal.text", "say:goal.text": f"Кто это проверит? {HOSTILE}"}
    client.post(address(project, "comment", "goal"), said)
    page = client.get(address(project, "section", "goal")).text
    sent = {"operation": "operation-1", "base": "1", "goal.text": "Слова эксперта"}
    refused = client.post(address(project, "section", "goal"), sent)

    assert (Comment.objects.get().author, refused.status_code) == (expert, 409)
    assert "Кто это проверит?" in page
    assert HOSTILE not in page
    assert brief_of(project).goal.text == example().goal.text


def test_a_note_of_another_page_is_not_settled_from_here(client, project, leader):
    other = project_of(other_leader := PersonFactory())
    client.force_login(other_leader)
    said = {"do": "say:goal.text", "say:goal.text": "Наше дело"}
    client.post(address(other, "comment", "goal"), said)
    client.force_login(leader)

    response = client.post(
        address(project, "comment", "goal"), {"do": f"close:{Comment.objects.get().pk}"}
    )

    assert response.status_code == 409
    assert Comment.objects.get().closed_at is None


def test_an_expert_no_longer_sees_what_the_team_hides_again(client, project, leader):
    projects.show_to_experts(project, shown=True, by=leader)
    client.post(address(project, "show"), {"shown": "no"})
    client.force_login(somebody_with(Role.EXPERT))

    names = ["team", "remarks", "to_file"]
    assert [client.get(address(project, name)).status_code for name in names] == [404] * 3
