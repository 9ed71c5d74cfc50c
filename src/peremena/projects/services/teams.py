"""Coming into a team, inviting, changing roles, leaving."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.places import services as places
from peremena.projects import rules, words
from peremena.projects.models import Invitation, Membership, Project
from peremena.projects.rules import Refusal, TeamRole

INVITATION_LASTS = timedelta(days=7)


@transaction.atomic
def invite(project: Project, *, role: TeamRole, by: Person, now: datetime) -> Invitation:
    """A link and six digits that let people in for a week."""
    demand_leader(project, by)
    Invitation.objects.filter(withdrawn_at=None, expires_at__lte=now).update(withdrawn_at=now)
    invitation = Invitation.objects.create(
        project=project,
        role=role,
        token=secrets.token_urlsafe(32),
        code=free_code(),
        made_by=by,
        made_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    record(by, "projects.team.invited", project, role=role)
    return invitation


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Person, now: datetime) -> None:
    demand_leader(invitation.project, by)
    invitation.withdrawn_at = now
    invitation.save(update_fields=["withdrawn_at"])
    record(by, "projects.team.invitation-withdrawn", invitation.project)


@transaction.atomic
def join(invitation: Invitation, *, person: Person, now: datetime) -> Membership:
    project = Project.objects.select_for_update().get(pk=invitation.project_id)
    invitation.refresh_from_db()
    refusal = rules.why_not_join(
        invitation.expires_at,
        now,
        is_withdrawn=invitation.withdrawn_at is not None,
        already_in=project.memberships.role_of(person) is not None,
    )
    if refusal:
        raise Refused(words.REFUSALS[refusal])
    membership = Membership.objects.create(
        project=project, person=person, role=invitation.role, joined_at=now
    )
    if membership.role != TeamRole.READER:
        places.admit(project.territory, person, now=now, by=person)
    record(person, "projects.team.joined", project, role=invitation.role)
    return membership


@transaction.atomic
def change_role(membership: Membership, *, role: TeamRole, by: Person) -> None:
    project = Project.objects.select_for_update().get(pk=membership.project_id)
    demand_leader(project, by)
    membership.refresh_from_db()
    if role is not TeamRole.LEADER:
        demand_another_leader(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    record(by, "projects.team.role-changed", project, person=membership.person_id, role=role)


@transaction.atomic
def hand_over(membership: Membership, *, by: Person) -> None:
    """The lead passes to the other in one step; whoever led goes on writing."""
    project = Project.objects.select_for_update().get(pk=membership.project_id)
    demand_leader(project, by)
    membership.refresh_from_db()
    if membership.left_at:
        raise Refused(words.REFUSALS[Refusal.GONE])
    if refusal := rules.why_not_take_over(TeamRole(membership.role)):
        raise Refused(words.REFUSALS[refusal])
    membership.role = TeamRole.LEADER
    membership.save(update_fields=["role"])
    project.memberships.of(by).update(role=TeamRole.WRITER)
    record(by, "projects.team.handed-over", project, person=membership.person_id)


@transaction.atomic
def leave(membership: Membership, *, by: Person, now: datetime) -> None:
    """Of one's own will, or taken out by the leader; what the person wrote stays."""
    project = Project.objects.select_for_update().get(pk=membership.project_id)
    membership.refresh_from_db()
    if membership.left_at:
        return
    if membership.person_id != by.pk:
        demand_leader(project, by)
    demand_another_leader(membership)
    membership.left_at = now
    membership.save(update_fields=["left_at"])
    record(by, "projects.team.left", project, person=membership.person_id)


def demand_leader(project: Project, person: Person) -> None:
    if refusal := rules.why_not_lead(project.memberships.role_of(person)):
        raise Refused(words.REFUSALS[refusal])


def demand_another_leader(membership: Membership) -> None:
    current = Membership.objects.current().filter(project=membership.project_id)
    leaders = current.filter(role=TeamRole.LEADER).count()
    if refusal := rules.why_not_step_down(TeamRole(membership.role), leaders):
        raise Refused(words.REFUSALS[refusal])


def free_code() -> str:
    """Six digits that no open invitation has; a million codes serve a few dozen teams."""
    taken = set(Invitation.objects.filter(withdrawn_at=None).values_list("code", flat=True))
    while (code := f"{secrets.randbelow(1_000_000):06}") in taken:
        continue
    return code
