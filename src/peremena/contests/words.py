"""What people read where the code says Answer, Phase and kinds of applicants."""

from django.utils.translation import gettext_lazy as _

from .records import Answer, Phase

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
