"""What people read where the code says TeamRole and Refusal."""

from datetime import timedelta

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from . import borrowing
from .rules import Refusal, TeamRole, VerdictKind

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
    Refusal.NOT_EXPERT: _("Only an expert of the school says how ready a page is."),
    Refusal.VERDICT_NEEDS_WORDS: _("Write in a sentence what to change or what to talk about."),
    Refusal.NAME_NEEDED: _("Give the milestone a name, such as “before the defence”."),
    Refusal.NAME_TAKEN: _("There is a milestone of this name already. Choose another name."),
    Refusal.TOO_MANY_MILESTONES: _("There are fifty milestones already. Remove one first."),
    Refusal.CHANGED_SINCE: _(
        "Somebody has changed this place since you opened the page. Open it anew and look."
    ),
    Refusal.THE_SAME_ALREADY: _("This stands in the project already, word for word."),
    Refusal.NOT_THERE_THEN: _("This was not in the project at that time."),
    Refusal.GONE: _("This person is not in the team any more."),
    Refusal.LEADS_ALREADY: _("This person leads the project already."),
}

VERDICTS = {
    VerdictKind.READY: _("ready"),
    VerdictKind.CHANGE: _("change this"),
    VerdictKind.TALK: _("talk to me"),
}
VERDICT_SENTENCES = {
    VerdictKind.READY: _("Ready: nothing to change"),
    VerdictKind.CHANGE: _("Change this"),
    VerdictKind.TALK: _("Talk to me: better by word of mouth"),
}
VERDICT_TONES = {
    VerdictKind.READY: "good",
    VerdictKind.CHANGE: "late",
    VerdictKind.TALK: "soon",
}

BORROWING_REFUSALS = {
    borrowing.Refusal.THERE_ALREADY: _("This is in the project already, in this very place."),
    borrowing.Refusal.DOES_NOT_FIT: _("This cannot go there: only what one can lay hands on can."),
    borrowing.Refusal.LIST_IS_FULL: _("The list is too long already. Remove a row first."),
}
USES = {
    borrowing.Use.FACT: _("Into the problem, as a fact"),
    borrowing.Use.PLAN: _("Into the plan, as a step"),
    borrowing.Use.BUDGET: _("Into the budget, as our own share"),
    borrowing.Use.ASSET: _("Into what we build on"),
}
USE_TITLES = {
    borrowing.Use.FACT: _("For the problem"),
    borrowing.Use.PLAN: _("For the plan"),
    borrowing.Use.BUDGET: _("For the budget"),
    borrowing.Use.ASSET: _("What we build on"),
}

PAPERS = {
    "page": (
        _("Our project so far"),
        _("One page for the head of the okrug or a partner, for whoever has two minutes."),
    ),
    "brief": (_("The whole project"), _("All sections in one Word file, to read and to mark.")),
    "tables": (
        _("Logframe, calendar and budget"),
        _("Three sheets of one Excel file, for the accountant and for the expert."),
    ),
    "cards": (
        _("Cards for the wall"),
        _("Four cards on a sheet, to be cut and hung up at a coworking."),
    ),
}
LETTER_GAPS = {
    "title": _("the title of the project"),
    "applicant": _("the applicant"),
    "leader": _("the leader"),
    "term": _("the term"),
    "contribution": _("what the partner helps with"),
    "sum": _("the sum"),
}

FOLDS = {
    "problem.causes": _("Its place in the tree, and how it will be"),
    "problem.effects": _("Its place in the tree, and how it will be"),
    "stakeholders": _("What they have and what they will be"),
    "goal": _("The goal by a formula"),
    "plan": _("What of our own it uses, and the direction"),
    "applicant": _("On which day and by which paper"),
    "budget": _("How it is paid"),
    "assumptions": _("What stands on it"),
}

WHO_MAY = (
    (
        _("The leader of the project"),
        (
            _("invites people, changes their roles, takes people out of the team"),
            _("hands the lead over to somebody else of the team"),
            _("and does everything that those who write do"),
        ),
    ),
    (
        _("Those who write"),
        (
            _("fill in the sections and bring earlier versions back"),
            _("keep milestones of the whole project and bring pieces of them back"),
            _("put remarks aside, show the project to experts and hide it again"),
            _("prepare the application"),
        ),
    ),
    (
        _("Those who read"),
        (
            _("see every section, its history and all notes"),
            _("leave notes, answer and settle them, but change no word of the project"),
        ),
    ),
    (
        _("The head of the territory"),
        (
            _("sees everything in the projects of the territory while in office"),
            _("leaves notes, but writes only in a team of which the head is a member"),
        ),
    ),
    (
        _("Experts of the school"),
        (
            _("see a project only while the team shows it to them"),
            _("leave notes and say how ready each page is"),
        ),
    ),
    (
        _("Staff of the school"),
        (
            _("see the projects of their centre, to help in time"),
            _("write down what a team dictates; each such change says for whom"),
        ),
    ),
    (
        _("Everybody of the team"),
        (_("may leave at any time; what was written stays, and a leader hands over first"),),
    ),
)

DONE = _("done")
EMPTY = _("empty")


def seen(name: str, ago: timedelta) -> str:
    """Whole minutes; within the last one: now."""
    minutes = int(ago.total_seconds() // 60)
    if minutes < 1:
        return gettext("%(name)s (now)") % {"name": name}
    said = ngettext(
        "%(name)s (%(minutes)d minute ago)", "%(name)s (%(minutes)d minutes ago)", minutes
    )
    return said % {"name": name, "minutes": minutes}


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


def got_better(gone: int) -> str:
    return ngettext(
        "It got better: %(number)d remark is gone.",
        "It got better: %(number)d remarks are gone.",
        gone,
    ) % {"number": gone}


def got_better_lately(gone: int) -> str:
    return ngettext(
        "It got better this week: %(number)d remark is gone.",
        "It got better this week: %(number)d remarks are gone.",
        gone,
    ) % {"number": gone}


def came(number: int) -> str:
    return ngettext("%(number)d new remark.", "%(number)d new remarks.", number) % {
        "number": number
    }
