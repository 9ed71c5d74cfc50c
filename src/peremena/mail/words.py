"""What people read: how often to write to them, what became of a letter."""

from django.utils.translation import gettext_lazy as _

from .rules import Refusal, State, Urgency, Wish

WISHES = {
    Wish.DAILY: _("one letter a day, in the morning"),
    Wish.AT_ONCE: _("each letter at once, but not at night"),
    Wish.NONE: _("no letters, only codes to sign in"),
}

URGENCIES = {
    Urgency.NOW: _("at once"),
    Urgency.TODAY: _("today, but not at night"),
    Urgency.CAN_WAIT: _("with the letter of the next morning"),
}

STATES = {
    State.WAITING: _("waiting"),
    State.HELD: _("held back"),
    State.SENDING: _("on its way"),
    State.SENT: _("sent"),
    State.GATHERED: _("sent in the letter of the day"),
    State.FAILED: _("not sent"),
    State.CANCELLED: _("cancelled"),
    State.UNWANTED: _("the reader wants no letters"),
    State.TO_TELL: _("to be told"),
    State.TOLD: _("told"),
}

REFUSALS = {
    Refusal.GOING: _("This letter is being sent at this moment."),
    Refusal.GONE: _("This letter has gone out already."),
    Refusal.NOT_NOW: _("This cannot be done with the letter as it stands now."),
}

INTERRUPTED = _("The programme was interrupted while it was sending: perhaps it has arrived.")

ZONES = {
    "Europe/Kaliningrad": _("Kaliningrad"),
    "Europe/Moscow": _("Moscow"),
    "Europe/Samara": _("Samara"),
    "Asia/Yekaterinburg": _("Yekaterinburg"),
    "Asia/Omsk": _("Omsk"),
    "Asia/Novosibirsk": _("Novosibirsk"),
    "Asia/Irkutsk": _("Irkutsk"),
    "Asia/Yakutsk": _("Yakutsk"),
    "Asia/Vladivostok": _("Vladivostok"),
    "Asia/Kamchatka": _("Kamchatka"),
}
