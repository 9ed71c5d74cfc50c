"""What people read: kinds of lessons and sessions, presence, states of homework, refusals."""

from django.utils.translation import gettext_lazy as _

from .rules import CasePart, Content, HandedState, Presence, Refusal, SessionKind, Target, Way

CONTENTS = {
    Content.SUPPORT: _("how the state supports"),
    Content.METHOD: _("how a project is made"),
    Content.EXPERIENCE: _("how neighbours did it"),
}

CASE_PARTS = {
    CasePart.PROBLEM: _("What was wrong"),
    CasePart.WAY: _("What they did"),
    CasePart.MONEY: _("What it cost and who paid"),
    CasePart.RESULT: _("What came of it"),
    CasePart.CONTACT: _("Whom to ask"),
    CasePart.SOURCE: _("Where this is known from"),
}

SESSION_KINDS = {
    SessionKind.LESSON: _("lesson"),
    SessionKind.WORKSHOP: _("workshop"),
    SessionKind.SEMINAR: _("seminar"),
    SessionKind.COWORKING: _("coworking"),
    SessionKind.DEFENCE: _("defence"),
}

PRESENCES = {
    Presence.ABSENT: _("was not there"),
    Presence.EXCUSED: _("was excused"),
    Presence.ONLINE: _("was there online"),
    Presence.LEFT_EARLY: _("left early"),
    Presence.LATE: _("came late"),
    Presence.PRESENT: _("was there"),
}
PRESENCE_TONES = {
    Presence.ABSENT: "late",
    Presence.EXCUSED: "plain",
    Presence.ONLINE: "good",
    Presence.LEFT_EARLY: "soon",
    Presence.LATE: "soon",
    Presence.PRESENT: "good",
}

WAYS = {
    Way.LIST: _("ticked off a list"),
    Way.CODE: _("by the code on the wall"),
    Way.NAME: _("gave the name at the code on the wall"),
    Way.PAPER: _("copied from paper"),
    Way.FILE: _("brought in from a file"),
}

TARGETS = {
    Target.SECTION: _("a section of the project"),
    Target.BLOCK: _("a page of the passport"),
    Target.RESOURCES: _("the map of resources"),
}

HANDED_STATES = {
    HandedState.HANDED_IN: _("handed in, waits for an answer"),
    HandedState.RETURNED: _("to be improved"),
    HandedState.ACCEPTED: _("accepted"),
}
NOT_HANDED_IN, OVERDUE = _("not handed in yet"), _("overdue")
HANDED_TONES = {
    HandedState.HANDED_IN: "soon",
    HandedState.RETURNED: "late",
    HandedState.ACCEPTED: "good",
}

REFUSALS = {
    Refusal.CANCELLED: _("This day has been cancelled."),
    Refusal.NOT_ENROLLED: _("This person is not in the cohort."),
    Refusal.CODE_OVER: _(
        "This code is over: look at the wall again, it changes every half minute."
    ),
    Refusal.TOO_EARLY: _("It has not begun yet."),
    Refusal.OVER: _("This day is over. If you were there, tell the school’s staff."),
    Refusal.NO_SUCH_NAME: _("Nobody of this name is on the list. Tell the school’s staff."),
    Refusal.TWO_OF_A_NAME: _("There are several of this name. Tell the school’s staff."),
    Refusal.NO_PROJECT: _("There is nothing to hand in from: first begin a project."),
    Refusal.NOTHING_WRITTEN: _("Nothing is written there yet."),
    Refusal.HANDED_IN_ALREADY: _("Your team has handed this in already."),
    Refusal.NOT_HANDED_IN: _("This has not been handed in, or somebody has answered already."),
    Refusal.WORDS_NEEDED: _("Write what to change: without that nobody knows how to go on."),
    Refusal.NOT_YOURS: _("This is a matter of the school’s staff."),
    Refusal.NAME_TAKEN: _("There is one of this name already."),
    Refusal.NOTHING_TO_READ: _("The lesson has no text yet: there is nothing to read."),
    Refusal.HANDED_IN_HERE: _("Teams have handed this in already; it can only be changed."),
    Refusal.NOTHING_TO_COPY: _("There is nothing to copy there that is not here already."),
    Refusal.NO_DAYS: _("No day is left: look at the dates once more."),
    Refusal.FULL: _("A lesson holds twelve materials at most. Remove one first."),
}
