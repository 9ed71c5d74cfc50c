"""What people read on first pages: stops of the path, days left."""

from datetime import date

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from peremena.kit import typography

from .hats import Hat
from .path import Stop

STOPS = {
    Stop.PASSPORT: _("Tell about the territory"),
    Stop.TEAM: _("Get a team together"),
    Stop.PROBLEM: _("Find the problem and the goal"),
    Stop.PROJECT: _("Write the whole project"),
    Stop.EXPERT: _("Show it to an expert"),
    Stop.APPLICATION: _("Get the application ready"),
    Stop.SUBMITTED: _("Send it to the contest"),
    Stop.DECISION: _("Win the money"),
}

HATS = {
    Hat.BOARD: _("Board of the cohort"),
    Hat.PATH: _("My own project"),
    Hat.QUEUE: _("Projects that wait for my advice"),
    Hat.TOTALS: _("Totals of the programme"),
    Hat.MORE: _("Everything that is here"),
}


def days_left(days: int) -> str:
    """`days`: until the last day on which it can be done; below zero it is over."""
    if days < 0:
        return gettext("it is over")
    if days == 0:
        return gettext("today is the last day")
    if days == 1:
        return gettext("tomorrow is the last day")
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}


def silent_for(days: int) -> str:
    return ngettext("silent for %(days)d day", "silent for %(days)d days", days) % {"days": days}


def waits_for_us(number: int) -> str:
    return ngettext(
        "%(number)d question waits for us", "%(number)d questions wait for us", number
    ) % {"number": number}


STEP_OVERDUE, NO_PROJECT = _("step overdue"), _("no project yet")
HOMEWORK_LATE, HOMEWORK_WAITS = _("homework is late"), _("homework waits for our answer")


def call_on(day: date) -> str:
    return gettext("call on %(day)s") % {"day": typography.day_and_month(day)}


def missed(number: int) -> str:
    """Days in a row, up to now."""
    return ngettext("was not at the last day", "was not at the last %(number)d days", number) % {
        "number": number
    }


def until_gate(days: int) -> str:
    """`days`: until its day, not below zero."""
    return gettext("gate: {left}").format(left=days_left(days))


def and_more(number: int) -> str:
    return ngettext("and %(number)d more", "and %(number)d more", number) % {"number": number}
