"""Which places stand in the bar of every page: what somebody is here decides."""

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peremena.people.abilities import Role, of_roles
from peremena.people.models import Person

from .hats import Hat, hats

Place = tuple[str, str | Promise, str]

HELP: Place = ("desk:help", _("Help"), "help")
CASES: Place = ("projects:cases", _("Neighbours"), "people")
CONTESTS: Place = ("contests:list", _("Contests"), "contest")

VISITOR: Sequence[Place] = (
    ("desk:home", _("Home"), "path"),
    ("impact:results", _("Results"), "money"),
    CASES,
    CONTESTS,
    HELP,
)
LEARNER: Sequence[Place] = (
    ("desk:home", _("My path"), "path"),
    ("places:mine", _("Territory"), "place"),
    CASES,
    CONTESTS,
    HELP,
)
STAFF: Sequence[Place] = (
    ("desk:home", _("Board"), "path"),
    ("people", _("People"), "people"),
    ("places:list", _("Territories"), "place"),
    ("impact:ledger", _("Money won"), "money"),
    ("desk:more", _("More"), "more"),
)

EXPERT: Sequence[Place] = (
    ("desk:home", _("Home"), "path"),
    ("desk:projects", _("All projects"), "file"),
    CASES,
    CONTESTS,
    ("desk:more", _("More"), "more"),
)
OBSERVER: Sequence[Place] = (
    ("desk:home", _("Totals"), "path"),
    ("impact:results", _("Results"), "money"),
    ("desk:map", _("Map"), "place"),
    CONTESTS,
    ("desk:more", _("More"), "more"),
)
ADMINISTRATOR: Sequence[Place] = (
    ("desk:home", _("Home"), "path"),
    ("people", _("People"), "people"),
    CONTESTS,
    HELP,
)
TEAMS = frozenset({Role.HEAD, Role.ACTIVIST})
BY_HAT: Mapping[Hat, Sequence[Place]] = {
    Hat.BOARD: STAFF,
    Hat.PATH: LEARNER,
    Hat.QUEUE: EXPERT,
    Hat.TOTALS: OBSERVER,
    Hat.MORE: ADMINISTRATOR,
}


def places(person: Person | AnonymousUser) -> Sequence[Place]:
    """The name of a page, what people read, its drawing. At most five fit a phone."""
    if not isinstance(person, Person):
        return VISITOR
    roles = person.current_roles
    return BY_HAT[hats(of_roles(roles), learns=bool(TEAMS.intersection(roles)))[0]]
