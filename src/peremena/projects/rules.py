"""When a team's deeds may happen. Pure: no Django, no database, no clock."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Any


class TeamRole(StrEnum):
    LEADER = "leader"
    WRITER = "writer"
    READER = "reader"


class VerdictKind(StrEnum):
    """What an expert says of a page: it is ready, change it, talk to me."""

    READY = "ready"
    CHANGE = "change"
    TALK = "talk"


class Refusal(StrEnum):
    INVITATION_OVER = "invitation-over"
    ALREADY_IN = "already-in"
    LAST_LEADER = "last-leader"
    NOT_LEADER = "not-leader"
    READS_ONLY = "reads-only"
    REASON_NEEDED = "reason-needed"
    NOT_EXPERT = "not-expert"
    VERDICT_NEEDS_WORDS = "verdict-needs-words"
    NAME_NEEDED = "name-needed"
    NAME_TAKEN = "name-taken"
    TOO_MANY_MILESTONES = "too-many-milestones"
    CHANGED_SINCE = "changed-since"
    THE_SAME_ALREADY = "the-same-already"
    NOT_THERE_THEN = "not-there-then"
    GONE = "gone"
    LEADS_ALREADY = "leads-already"


REASON_CHARACTERS = 10
MOST_MILESTONES = 50


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


def why_not_judge(kind: VerdictKind, text: str, *, judges: bool) -> Refusal | None:
    """None when the verdict may be said; whoever asks for something says what."""
    if not judges:
        return Refusal.NOT_EXPERT
    if kind is not VerdictKind.READY and not text.strip():
        return Refusal.VERDICT_NEEDS_WORDS
    return None


def why_not_mark_milestone(name: str, taken: Collection[str]) -> Refusal | None:
    """None when the project may be kept under this name; `taken`: names it has already."""
    if not name.strip():
        return Refusal.NAME_NEEDED
    if name.strip().casefold() in {one.casefold() for one in taken}:
        return Refusal.NAME_TAKEN
    return Refusal.TOO_MANY_MILESTONES if len(taken) >= MOST_MILESTONES else None


def why_not_bring_back(then: Any, seen: Any, stands: Any) -> Refusal | None:
    """None when what stood at one place `then` may stand there again.

    `seen`: what stood there when the page that asks was made; `stands`: what stands now.
    """
    if then is None:
        return Refusal.NOT_THERE_THEN
    if seen != stands:
        return Refusal.CHANGED_SINCE
    return Refusal.THE_SAME_ALREADY if then == stands else None


def why_not_take_over(role: TeamRole) -> Refusal | None:
    """None when the lead may be handed to somebody with this role."""
    return Refusal.LEADS_ALREADY if role is TeamRole.LEADER else None
