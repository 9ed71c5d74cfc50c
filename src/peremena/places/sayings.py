"""What people read about resources and questionnaires: refusals and answers about photos."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from peremena.kit import typesetting

from .showing import Faces, Refusal
from .themes import Theme
from .twins import Kind, Reason

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

THEMES: Mapping[str, str | Promise] = {
    Theme.WATER: _("water"),
    Theme.ROADS: _("roads"),
    Theme.HEALTH: _("doctors and health"),
    Theme.ELDERLY: _("the elderly"),
    Theme.CHILDREN: _("children"),
    Theme.YOUTH: _("young people"),
    Theme.SPORT: _("sport"),
    Theme.CULTURE: _("club and leisure"),
    Theme.MEMORY: _("memory and tradition"),
    Theme.LINK: _("telephone and internet"),
    Theme.LIGHT: _("light in the streets"),
    Theme.WASTE: _("waste"),
    Theme.WORK: _("work"),
}
ALSO_THERE: Mapping[str, str | Promise] = {
    "school": _("also a school"),
    "kindergarten": _("also a kindergarten"),
    "club": _("also a club"),
    "library": _("also a library"),
    "clinic": _("also a first-aid post"),
    "post": _("also a post office"),
    "sport": _("also somewhere to do sport"),
}
ALSO_LACKING: Mapping[str, str | Promise] = {
    "school": _("also no school"),
    "kindergarten": _("also no kindergarten"),
    "club": _("also no club"),
    "library": _("also no library"),
    "clinic": _("also no first-aid post"),
    "post": _("also no post office"),
    "sport": _("also nowhere to do sport"),
}


OTHERS: Mapping[Kind, str | Promise] = {
    Kind.OLDER: _("as many elderly people: %(number)s %%"),
    Kind.YOUNGER: _("as many children and young people: %(number)s %%"),
    Kind.NEAR: _("near: about %(number)s km between the districts’ centres"),
}


def reason(found: Reason) -> str:
    """Why a territory is a twin, in plain words; "" for what has none."""
    match found.kind:
        case Kind.RESIDENTS:
            return residents(found.number)
        case Kind.HAS:
            return str(ALSO_THERE.get(found.name, ""))
        case Kind.LACKS:
            return str(ALSO_LACKING.get(found.name, ""))
        case Kind.PROBLEM:
            return now("the same worry: %(theme)s") % {"theme": THEMES[found.name]}
        case Kind.NEAR if not found.number:
            return now("in the same district")
        case kind:
            return str(OTHERS[kind]) % {"number": found.number}


def residents(number: int) -> str:
    """Rounded to tens, as people speak of a village."""
    about = round(number, -1) or number
    sentence = ngettext("also about %(number)s resident", "also about %(number)s residents", about)
    return sentence % {"number": typesetting.number(about)}
