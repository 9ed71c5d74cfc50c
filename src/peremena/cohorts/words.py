"""What people read: parts, statuses, refusals."""

from django.utils.translation import gettext_lazy as _

from .rules import Part, Refusal, Status

PARTS = {Part.LEARNER: _("learner"), Part.MENTOR: _("mentor")}

STATUSES = {
    Status.LEARNING: _("is learning"),
    Status.PAUSED: _("on a pause"),
    Status.LEFT: _("has left"),
    Status.GRADUATED: _("has graduated"),
}

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
