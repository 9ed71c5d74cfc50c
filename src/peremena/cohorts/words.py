"""What people read: parts, statuses, refusals."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from .rules import Part, Refusal, Sign, Status

PARTS = {Part.LEARNER: _("learner"), Part.MENTOR: _("mentor")}

STATUSES = {
    Status.LEARNING: _("is learning"),
    Status.PAUSED: _("on a pause"),
    Status.LEFT: _("has left"),
    Status.GRADUATED: _("has graduated"),
}

STATUS_TONES = {
    Status.LEARNING: "good",
    Status.PAUSED: "soon",
    Status.LEFT: "late",
    Status.GRADUATED: "good",
}

SIGNS = {
    Sign.PROJECT: _("wrote in the project"),
    Sign.PASSPORT: _("wrote in the passport"),
    Sign.VISIT: _("looked in"),
    Sign.CALL: _("talked to us"),
}

ENROLLED = _("enrolled, nothing since")


def days_ago(days: int) -> str:
    if days == 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    return ngettext("%(days)d day ago", "%(days)d days ago", days) % {"days": days}


REFUSALS = {
    Refusal.NO_PLACE: _("All places of this cohort are taken."),
    Refusal.ALREADY_IN: _("This person is in the cohort already."),
    Refusal.HAS_LEFT: _("This person has left the cohort: open their page and bring them back."),
    Refusal.TERRITORY_TAKEN: _("Somebody of this territory is in the cohort already."),
    Refusal.OTHER_CENTRE: _("This project belongs to another centre."),
    Refusal.OTHER_TEAM: _("This person is not in the team of the project."),
    Refusal.PROJECT_TAKEN: _("This project is in the cohort already."),
    Refusal.REASON_NEEDED: _("Write in a few words why."),
    Refusal.SAME_STATUS: _("It is so already."),
}
