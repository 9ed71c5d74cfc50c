"""When a team's deeds may happen. Pure: no Django, no database, no clock."""

from datetime import datetime
from enum import StrEnum


class TeamRole(StrEnum):
    LEADER = "leader"
    WRITER = "writer"
    READER = "reader"


class Refusal(StrEnum):
    INVITATION_OVER = "invitation-over"
    ALREADY_IN = "already-in"
    LAST_LEADER = "last-leader"
    NOT_LEADER = "not-leader"
    READS_ONLY = "reads-only"
    REASON_NEEDED = "reason-needed"


REASON_CHARACTERS = 10


def why_not_join(
    expires: datetime, now: datetime, *, is_withdrawn: bool, already_in: bool
) -> Refusal | None:
    """None when the person may come into the team by this invitation."""
    if already_in:
        return Refusal.ALREADY_IN
    if is_withdrawn or now >= expires:
        return Refusal.INVITATION_OVER
    return None


def why_not_write(role: TeamRole | None) -> Refusal | None:
    """None when somebody with this role may change the project; None as role: not in the team."""
    if role in (TeamRole.LEADER, TeamRole.WRITER):
        return None
    return Refusal.READS_ONLY


def why_not_lead(role: TeamRole | None) -> Refusal | None:
    """None when somebody with this role may invite, change roles and take people out."""
    return None if role is TeamRole.LEADER else Refusal.NOT_LEADER


def why_not_step_down(role: TeamRole, leaders: int) -> Refusal | None:
    """None when the person may leave or change the role: a team keeps at least one leader.

    `leaders`: how many the team has now, this person included.
    """
    return Refusal.LAST_LEADER if role is TeamRole.LEADER and leaders <= 1 else None


def why_not_put_aside(severity: str, reason: str) -> Refusal | None:
    """None when a remark may be put aside: an error ("E") only with a written reason."""
    if severity == "E" and len(reason.strip()) < REASON_CHARACTERS:
        return Refusal.REASON_NEEDED
    return None
