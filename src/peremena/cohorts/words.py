"""What people read: parts, statuses, refusals."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from . import gates
from .gates import Kind
from .rules import Milestone, Part, Refusal, Sign, Status

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

GATES = {
    1: _("The team and the problem"),
    2: _("The application"),
    3: _("The defence"),
}

DEFENCE = _("has defended the project before the jury")

CONDITIONS = {
    Kind.TEAM: _("people in the team, at least"),
    Kind.ACTIVISTS: _("of them activists who head no territory, at least"),
    Kind.PASSPORT: _("per cent of the passport, at least"),
    Kind.SECTION: _("a section of the project, full and without errors"),
    Kind.PROJECT: _("per cent of the project, at least"),
    Kind.SHOWN: _("the project is shown to experts"),
    Kind.APPLICATIONS: _("applications made for a contest, at least"),
    Kind.WORD: _("the word of the staff"),
}

GATE_REFUSALS = {
    gates.Refusal.PASSED_ALREADY: _("This person has been let through already."),
    gates.Refusal.NOTE_NEEDED: _("Something is still missing: write why it is enough."),
    gates.Refusal.NOTHING_TO_PLAN: _("Write at least one step."),
    gates.Refusal.DAY_OVER: _("One of the days has passed already. Look at the dates."),
}


DEADLINES = {
    Milestone.PASSPORT: _("the passport is filled in"),
    Milestone.TEAM: _("the team is together"),
    Milestone.PROBLEM: _("problem and goal are without errors"),
    Milestone.PROJECT: _("the project is written to the end"),
    Milestone.EXPERT: _("the project is shown to an expert"),
    Milestone.APPLICATION: _("the application is made"),
    Milestone.SUBMITTED: _("the application is sent"),
}


def asked(kind: Kind, least: int) -> str:
    """What a gate asks for, counted."""
    return {
        Kind.TEAM: lambda: ngettext(
            "a team of at least %(least)d person", "a team of at least %(least)d people", least
        ),
        Kind.ACTIVISTS: lambda: ngettext(
            "at least %(least)d activist besides the head",
            "at least %(least)d activists besides the head",
            least,
        ),
        Kind.PASSPORT: lambda: gettext("%(least)d %% of the passport"),
        Kind.PROJECT: lambda: gettext("%(least)d %% of the project"),
        Kind.SHOWN: lambda: gettext("the project is shown to experts"),
        Kind.APPLICATIONS: lambda: ngettext(
            "%(least)d application made for a contest",
            "%(least)d applications made for a contest",
            least,
        ),
    }[kind]() % {"least": least}


def lacks(kind: Kind, *, there: int, least: int) -> str:
    """What to do about it."""
    more = least - there
    return {
        Kind.TEAM: lambda: ngettext(
            "Bring %(more)d more person into the team",
            "Bring %(more)d more people into the team",
            more,
        ),
        Kind.ACTIVISTS: lambda: ngettext(
            "Find %(more)d more activist besides the head",
            "Find %(more)d more activists besides the head",
            more,
        ),
        Kind.PASSPORT: lambda: gettext("Fill in the passport: %(there)d %% of %(least)d %%"),
        Kind.PROJECT: lambda: gettext("Fill in the project: %(there)d %% of %(least)d %%"),
        Kind.SHOWN: lambda: gettext("Show the project to experts"),
        Kind.APPLICATIONS: lambda: gettext("Choose a contest and make the application"),
    }[kind]() % {"more": more, "there": there, "least": least}


def to_plan(kind: Kind, *, there: int, least: int) -> str:
    """The same as a step of a plan: how much is there today is not written into it."""
    lasting = {
        Kind.PASSPORT: _("Fill in %(least)d %% of the passport"),
        Kind.PROJECT: _("Fill in %(least)d %% of the project"),
    }
    if kind in lasting:
        return str(lasting[kind]) % {"least": least}
    return lacks(kind, there=there, least=least)


def section_asked(title: str) -> str:
    return gettext("“%(section)s” is full and without errors") % {"section": title}


def section_to_plan(title: str) -> str:
    return gettext("Bring “%(section)s” to the end, without errors") % {"section": title}


def section_lacks(title: str, percent: int, errors: int) -> str:
    if percent < 100:
        return gettext("Fill in “%(section)s”: %(percent)d %% are there") % {
            "section": title,
            "percent": percent,
        }
    return ngettext(
        "Mend %(errors)d error in “%(section)s”", "Mend %(errors)d errors in “%(section)s”", errors
    ) % {"section": title, "errors": errors}


def people_through(number: int) -> str:
    return ngettext("%(number)d person is through.", "%(number)d people are through.", number) % {
        "number": number
    }


def certificates_made(number: int) -> str:
    return ngettext(
        "%(number)d certificate is made.", "%(number)d certificates are made.", number
    ) % {"number": number}
