"""What people read where the code says Source, Problem, Refusal and Verb."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .history import Source
from .values import Problem
from .writing import Refusal

SOURCES = {
    Source.WEB: _("Written on the site"),
    Source.OFFLINE: _("Written without a network"),
    Source.IMPORT: _("Brought in from a file"),
    Source.RESTORE: _("Brought back from an earlier version"),
    Source.PHONE: _("Heard by phone"),
    Source.PAPER: _("Copied from paper"),
    Source.BESIDE: _("Written sitting side by side"),
}

PROBLEMS = {
    Problem.NOT_A_NUMBER: _("Write a number in figures, such as 1,250 or 12.5."),
    Problem.NOT_WHOLE: _("A whole number is needed here, without a fraction."),
    Problem.TOO_SMALL: _("This number is too small for this field."),
    Problem.TOO_LARGE: _("This number is too large for this field."),
    Problem.PARTS_OF_KOPECK: _("A sum has at most two digits of kopecks."),
    Problem.NOT_A_DAY: _("Write a day, such as 31.05.2028 or 31 May 2028."),
    Problem.NOT_A_YEAR: _("Write a year, such as 2025, or a day, such as 31.12.2025."),
    Problem.NO_SUCH_DAY: _("There is no such day in the calendar."),
    Problem.NOT_OFFERED: _("Pick one of the offered answers."),
    Problem.TOO_LONG: _(
        "This is longer than the limit. Nothing is lost, but it must be shortened."
    ),
}

REFUSALS = {
    Refusal.NO_SUCH_FIELD: _("There is no such field on this page any more. Reload the page."),
    Refusal.TOO_MANY_ROWS: _("There are already 200 rows here; more do not fit."),
    Refusal.FAR_TOO_LONG: _("More than 20,000 characters do not fit into one field."),
}

FULL = _("This page holds as much text as it can. Shorten something, or put it into an attachment.")
UNREADABLE = _("The page sent something that could not be read. Reload it and try again.")
EMPTY_COMMENT = _("Write what you want to say.")
LONG_COMMENT = _("A comment has at most 4,000 characters. Please shorten it.")
NO_SUCH_TALK = _("This comment is not here any more. Reload the page.")


def saved(at: datetime) -> str:
    return gettext("Saved at %(time)s") % {"time": date_format(localtime(at), "H:i")}
