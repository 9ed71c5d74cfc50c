"""What people read where the code says TeamRole and Refusal."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .rules import Refusal, TeamRole

TEAM_ROLES = {
    TeamRole.LEADER: _("leader of the project"),
    TeamRole.WRITER: _("writes"),
    TeamRole.READER: _("reads"),
}

TEAM_ROLE_SENTENCES = {
    TeamRole.LEADER: _("Writes, invites people and answers for the project."),
    TeamRole.WRITER: _("Fills in the sections together with you."),
    TeamRole.READER: _("Sees everything and leaves notes, but changes nothing."),
}

REFUSALS = {
    Refusal.INVITATION_OVER: _("This invitation has run out. Ask the team for a new one."),
    Refusal.ALREADY_IN: _("You are in this team already."),
    Refusal.LAST_LEADER: _("A team needs a leader. Make somebody else the leader first."),
    Refusal.NOT_LEADER: _("Only the leader of the project can do this."),
    Refusal.READS_ONLY: _("You can read this project, but not change it. Ask its leader."),
    Refusal.REASON_NEEDED: _("Write in a few words why this remark does not fit here."),
}

DONE = _("done")
EMPTY = _("empty")


def to_mend(number: int) -> str:
    return ngettext("%(number)d thing to mend", "%(number)d things to mend", number) % {
        "number": number
    }


SEVERITIES = {
    "E": _("mend this"),
    "W": _("weak spot"),
    "H": _("advice"),
}
SEVERITY_TONES = {"E": "late", "W": "soon", "H": "plain"}
