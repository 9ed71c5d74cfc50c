"""What people read: kinds of lessons and sessions, presence, states of homework, refusals."""

from django.utils.translation import gettext_lazy as _

from .numbers import Slip
from .questions import Hidden, Kind
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

SLIPS = {
    Slip.UNREADABLE: _("“{piece}” is no number of this list."),
    Slip.NO_SUCH_NUMBER: _("“{piece}”: the numbers go from 1 to {most}."),
    Slip.BACKWARDS: _("“{piece}” goes backwards: write the smaller number first."),
    Slip.TWICE: _("“{piece}” says something else than you have typed before it."),
}
NOBODY = _("Nobody of this name is on the list.")
SEVERAL = _("Several people are called so.")

QUESTION_KINDS = {
    Kind.SCALE: _("from one to five"),
    Kind.CHOICE: _("one of several"),
    Kind.WORDS: _("in one’s own words"),
}
SCALE = {
    5: _("5 — very much"),
    4: _("4 — rather yes"),
    3: _("3 — half and half"),
    2: _("2 — rather not"),
    1: _("1 — not at all"),
}
USUAL_QUESTIONS = (
    (Kind.SCALE, _("Was it useful for your project?"), ()),
    (Kind.SCALE, _("Was it clear?"), ()),
    (Kind.CHOICE, _("How was the pace?"), (_("too slow"), _("just right"), _("too fast"))),
    (Kind.WORDS, _("What was missing, or what would you do otherwise?"), ()),
)
HIDDEN = {
    Hidden.NONE: (_("Nobody has answered yet"), _("Answers stand here as soon as there are some.")),
    Hidden.OPEN: (
        _("Answers open once it is closed"),
        _("Nobody reads them one by one, so that nobody guesses whose they are."),
    ),
    Hidden.FEW: (
        _("Too few answers to show"),
        _("With fewer than five somebody could guess whose they are. They stay hidden for good."),
    ),
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
    Refusal.ASKED_ALREADY: _("This day has a questionnaire already."),
    Refusal.NO_QUESTIONS: _("Ask at least one question."),
    Refusal.SURVEY_OVER: _("This questionnaire is closed"),
    Refusal.ANSWERED: _("You have answered already, thank you."),
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
    Refusal.THERE_ALREADY: _("These days stand in the timetable already."),
    Refusal.NO_DAYS: _("No day is left: look at the dates once more."),
    Refusal.FULL: _("A lesson holds twelve materials at most. Remove one first."),
}
