"""What people read: states, channels, verdicts, interests, refusals."""

from django.utils.translation import gettext_lazy as _

from .rules import Alternative, Answer, Channel, Interest, Refusal, State, Verdict

STATES = {
    State.BEGUN: _("not finished"),
    State.HANDED_IN: _("handed in"),
    State.WITHDRAWN: _("taken back by its author"),
}
STATE_TONES = {State.BEGUN: "soon", State.HANDED_IN: "good", State.WITHDRAWN: "plain"}

CHANNELS = {
    Channel.WEB: _("filled in on the site"),
    Channel.PHONE: _("dictated by phone"),
    Channel.PAPER: _("copied from paper"),
}

VERDICTS = {
    Verdict.TAKEN: _("taken into the school"),
    Verdict.WAITING: _("on the waiting list"),
    Verdict.NOT_TAKEN: _("not taken this time"),
}
VERDICT_TONES = {Verdict.TAKEN: "good", Verdict.WAITING: "soon", Verdict.NOT_TAKEN: "plain"}

ALTERNATIVES = {
    Alternative.NEXT_INTAKE: _("an invitation to the next intake"),
    Alternative.CASES: _("the library of cases, open at once"),
    Alternative.OTHER_SCHOOL: _("another course that fits better"),
}

ANSWERS = {
    Answer.ACCEPTED: _("accepted"),
    Answer.DECLINED: _("declined"),
    Answer.EXPIRED: _("no answer in time"),
}

INTERESTS = {
    Interest.SAME_ORGANISATION: _("works in the same organisation"),
    Interest.SAME_TERRITORY: _("is of the same territory"),
    Interest.RELATIVE: _("is a relative, by their own word"),
    Interest.OWN_WORD: _("has said that they are too close"),
}

REFUSALS = {
    Refusal.NOT_PUBLISHED: _("This call has not been published yet."),
    Refusal.NOT_YET_OPEN: _("Applications are not taken yet. Look at the day of the opening."),
    Refusal.CLOSED: _("Applications are closed. Ring the school, sometimes there is a way."),
    Refusal.NOT_BEGUN: _("This application has been handed in or taken back already."),
    Refusal.NOT_WHOLE: _("Answer the questions that are marked first."),
    Refusal.NO_CONSENT: _("Without the consent we may not keep your application."),
    Refusal.NOT_ELIGIBLE: _("This call is for others. Below is what you can do instead."),
    Refusal.NOT_HANDED_IN: _("This application has not been handed in."),
    Refusal.NOT_YOURS: _("You do not mark applications of this call."),
    Refusal.INTERESTED: _("You are too close to this application, so others mark it."),
    Refusal.MARKS_MISSING: _("Give a mark for each line first."),
    Refusal.WORDS_NEEDED: _("Write in one sentence why: the applicant will hear it."),
    Refusal.SENT_ALREADY: _("The decisions of this call have been sent."),
    Refusal.BEING_SENT: _("Letters of this call are being written right now. Wait a minute."),
    Refusal.REASON_NEEDED: _("Write a reason: everybody has to hear one."),
    Refusal.ALTERNATIVE_NEEDED: _("Choose what to offer instead: nobody leaves with nothing."),
    Refusal.UNDECIDED_LEFT: _("Some applications have no decision yet."),
    Refusal.TOO_MANY_TAKEN: _("More are taken than there are places."),
    Refusal.NOT_OFFERED: _("No place is offered here now."),
    Refusal.OFFER_OVER: _("The time to answer is over, and the place has passed on."),
    Refusal.NO_QUESTIONS: _("Choose at least one question first."),
    Refusal.OVER_ALREADY: _("The last day has passed already. Move it, then publish."),
    Refusal.TWICE: _("You have an application in this call already."),
    Refusal.SETTLED: _("This application has its territory already."),
    Refusal.NOT_THERE: _("This application is not in the seminar of this call."),
    Refusal.MARKED_BY_ALL: _("Everybody has marked this application, so marks stand."),
    Refusal.NO_TERRITORY: _("Somebody who is taken has no territory of the list. Add it first."),
    Refusal.NOTHING_TO_SEND: _("There is no decision that has not been sent."),
    Refusal.NOT_TAKEN: _("There is no place here that could be given up."),
    Refusal.DAY_PASSED: _("This day has passed already. Choose another."),
    Refusal.RUBRIC_STANDS: _(
        "Experts have begun to mark by these lines, so the lines stand: marks by two measures"
        " cannot be compared."
    ),
}

SAME_TERRITORY = _("the same territory twice")
SAME_PHONE = _("the same phone twice")
LATE = _("after the last day")
NEWCOMER = _("for the first time")

SPECIAL = {
    "late": _("only late ones"),
    "newcomer": _("only for the first time"),
    "invited": _("only those who are expected"),
}

QUOTAS = {
    "districts": _("so many different districts"),
    "district": _("so many from one district"),
    "newcomers": _("so many who are in a school for the first time"),
}

OWN_KINDS = {
    "lines": _("own question: a few lines"),
    "line": _("own question: one line"),
    "choice": _("own question: one of several"),
    "number": _("own question: a number"),
    "tick": _("own question: a tick"),
}
