"""Which places stand in the bar of every page: what somebody is here decides."""

from collections.abc import Sequence

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peremena.people.abilities import Ability
from peremena.people.models import Person

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


def places(person: Person | AnonymousUser) -> Sequence[Place]:
    """The name of a page, what people read, its drawing. At most five fit a phone."""
    if not isinstance(person, Person):
        return VISITOR
    return STAFF if person.can(Ability.RUN_COHORTS) else LEARNER
