"""What people read about consents and requests."""

from django.utils.translation import gettext_lazy as _

from .consenting import Refusal
from .rules import Purpose

MEANINGS = {
    Purpose.APPLYING: _("The school reads your application and tells you what was decided."),
    Purpose.LEARNING: _(
        "The school keeps your name, your contacts and what you write, so that you can learn "
        "here and staff can help."
    ),
    Purpose.PUBLIC: _(
        "Your name, your words and photos of you may stand on public pages of the school."
    ),
    Purpose.CONTACTS: _("Others at the school may be given your phone and e-mail."),
    Purpose.LETTERS: _("You get letters about new contests, lessons and meetings."),
}

REFUSALS = {
    Refusal.TEXT_CHANGED: _("The text has changed meanwhile. Read the new one and decide anew."),
    Refusal.NO_SCAN: _("Add a scan or a photo of the signed paper."),
    Refusal.NOT_GIVEN: _("There is no such consent, so there is nothing to withdraw."),
    Refusal.ASKED_ALREADY: _("This has been asked already and waits for an answer."),
    Refusal.ANSWERED: _("This request has been answered already."),
    Refusal.NO_REASON: _("Say why: the person will read it."),
    Refusal.ONESELF: _("A colleague answers your own request, not you."),
}
