"""What people read where the code says Answer, Phase, kinds of applicants and of turns."""

from django.utils.translation import gettext_lazy as _

from .records import Answer, Phase
from .rules import Kind, Refusal, State

KINDS = {
    "ngo": _("NGO"),
    "tos": _("residents' self-government (TOS)"),
    "municipal_body": _("administration"),
    "municipal_institution": _("school, club, library"),
    "business": _("business"),
    "person": _("resident"),
}

ANSWERS = {
    Answer.MAY: _("may apply"),
    Answer.UNKNOWN: _("the rules do not say"),
    Answer.MAY_NOT: _("may not apply"),
}
ANSWER_TONES = {Answer.MAY: "good", Answer.UNKNOWN: "soon", Answer.MAY_NOT: "late"}

LEVELS = {
    "regional": _("Omsk Region"),
    "federal": _("all of Russia"),
    "foundation": _("private foundation"),
}

PHASES = {
    Phase.OPEN: _("open now"),
    Phase.UPCOMING: _("opens soon"),
    Phase.PAST: _("over"),
}
PHASE_TONES = {Phase.OPEN: "good", Phase.UPCOMING: "soon", Phase.PAST: "plain"}

PAPERS = {
    "docx": _("Word file"),
    "pdf": _("PDF"),
    "xlsx": _("Budget as a table"),
}

ZONES = {
    "Europe/Moscow": _("Moscow time"),
    "Asia/Omsk": _("Omsk time"),
}

KINDS_OF_TURN = {
    Kind.SUBMITTED: _("Submitted"),
    Kind.ADMITTED: _("Admitted to the contest"),
    Kind.REFUSED: _("Not admitted"),
    Kind.RESERVED: _("On the reserve list"),
    Kind.WON: _("Won"),
    Kind.LOST: _("Not won"),
    Kind.CONTRACTED: _("Contract signed"),
    Kind.PAID: _("Money paid"),
}

STOPS = {
    Kind.SUBMITTED: _("Submit it"),
    Kind.ADMITTED: _("Is it admitted?"),
    Kind.WON: _("Decision of the contest"),
    Kind.CONTRACTED: _("Contract"),
    Kind.PAID: _("Money"),
}
TOTAL_MARK = _("All marks together")

STATES = {
    State.FROZEN: _("made, not submitted yet"),
    State.SUBMITTED: _("submitted"),
    State.ADMITTED: _("admitted to the contest"),
    State.REFUSED: _("not admitted"),
    State.RESERVED: _("on the reserve list"),
    State.WON: _("won"),
    State.LOST: _("not won"),
    State.CONTRACTED: _("contract signed"),
}
STATE_TONES = {
    State.FROZEN: "plain",
    State.SUBMITTED: "soon",
    State.ADMITTED: "soon",
    State.REFUSED: "late",
    State.RESERVED: "soon",
    State.WON: "good",
    State.LOST: "late",
    State.CONTRACTED: "good",
}

REFUSALS = {
    Refusal.NOT_SUBMITTED: _("First write down when the application was submitted."),
    Refusal.ALREADY: _("This has been written down already. If it is wrong, correct it there."),
    Refusal.NOT_WON: _("There is no money before the application has won."),
    Refusal.OVER: _("This contest is over for the application. If that is wrong, take it back."),
    Refusal.IN_FUTURE: _("This day has not come yet. Look at the date."),
    Refusal.TOO_EARLY: _("This day is before the step that went before. Look at the date."),
    Refusal.TOO_LATE: _("This day is after the step that came next. Look at the date."),
    Refusal.REASON_NEEDED: _("Write why: the team has to know what to mend."),
    Refusal.SUM_NEEDED: _("Write the sum: it is more than nothing."),
    Refusal.ABOVE_AWARD: _("A contract is not for more than was won. Look at the sum."),
    Refusal.ABOVE_CONTRACT: _("Together with earlier payments this is more than was promised."),
    Refusal.BELOW_PAID: _("More than this has been promised or paid already. Look at the sum."),
    Refusal.PAID_ALREADY: _(
        "A payment of this day and sum is written down already. If it is another one, write the"
        " number of its payment order."
    ),
    Refusal.NO_LONGER: _("Somebody has corrected this already. Open the application again."),
    Refusal.NOT_LAST: _("Something has followed this step. Take back the last step first."),
    Refusal.WHY_NEEDED: _("Write in a few words why you change it: the old words stay beside it."),
    Refusal.NOT_YOURS: _("Staff of the school write this down. Tell them, or ask them to."),
}
