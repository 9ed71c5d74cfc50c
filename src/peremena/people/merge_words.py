"""What people read where two cards become one."""

from django.utils.translation import gettext_lazy as _

from .rules import MergeRefusal, Part

PARTS = {
    Part.NAME: _("Name"),
    Part.PHONE: _("Telephone"),
    Part.ABOUT: _("About the person"),
    Part.CHANNEL: _("Best way to reach them"),
    Part.SIGN_IN: _("E-mail, by which they sign in"),
}

REFUSALS = {
    MergeRefusal.SAME_CARD: _("This is one and the same card."),
    MergeRefusal.MERGED_ALREADY: _("One of these cards has been merged already."),
    MergeRefusal.KEEPS_PEOPLE: _(
        "One of the two is staff or an administrator. Let the administrator take that role first."
    ),
    MergeRefusal.KNOWN_ELSEWHERE: _(
        "Another centre knows one of the two as well. Its people are not yours to change."
    ),
    MergeRefusal.ASKED_TO_BE_ERASED: _(
        "One of the two has asked to be erased. Answer that request first."
    ),
    MergeRefusal.DEMONSTRATION: _("One of the two is invented, for the demonstration."),
    MergeRefusal.COLLEAGUE_NEEDED: _("A colleague must confirm it: you asked for it yourself."),
    MergeRefusal.OVER: _("This has been decided already."),
}
