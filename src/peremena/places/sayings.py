"""What people read about resources and questionnaires: refusals and answers about photos."""

from django.utils.translation import gettext_lazy as _

from .showing import Faces, Refusal

REFUSALS = {
    Refusal.TOO_LATE_TO_PUT_BACK: _("This was removed more than a month ago and is gone for good."),
    Refusal.LINK_IS_OLD: _("This link is too old to answer by. Ask for a new one."),
    Refusal.NOTHING_SAID: _("There is no answer to this question to put on the map."),
    Refusal.ON_THE_MAP: _("This answer is on the map already."),
}

FACES = {
    Faces.AGREED: _("Yes, and they agreed that all may see the photo"),
    Faces.NOT_YET: _("Yes, but I have not asked them yet: the photo stays among us"),
    Faces.NOBODY: _("Nobody can be recognised"),
}
