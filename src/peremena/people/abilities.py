"""Which role may do what, each with the sentence that people read."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    STAFF = "staff"
    EXPERT = "expert"
    ADMINISTRATOR = "administrator"


class Ability(StrEnum):
    SEE_PROJECTS = "see-projects"
    ADVISE_PROJECTS = "advise-projects"
    WRITE_FOR_TEAMS = "write-for-teams"
    GIVE_ROLES = "give-roles"


ROLES: Mapping[Role, str | Promise] = {
    Role.STAFF: _("Leads the teams from the first lesson to the decision."),
    Role.EXPERT: _("Reads projects and says what would make them stronger."),
    Role.ADMINISTRATOR: _("Keeps the installation and gives roles."),
}

ABILITIES: Mapping[Ability, str | Promise] = {
    Ability.SEE_PROJECTS: _("Sees the projects of all teams."),
    Ability.ADVISE_PROJECTS: _("Reads projects that teams show to experts, and advises."),
    Ability.WRITE_FOR_TEAMS: _("Writes in a project on behalf of its team; each change says so."),
    Ability.GIVE_ROLES: _("Gives roles and takes them back."),
}

OF_ROLE: Mapping[Role, frozenset[Ability]] = {
    Role.STAFF: frozenset({Ability.SEE_PROJECTS, Ability.ADVISE_PROJECTS, Ability.WRITE_FOR_TEAMS}),
    Role.EXPERT: frozenset({Ability.ADVISE_PROJECTS}),
    Role.ADMINISTRATOR: frozenset({Ability.GIVE_ROLES}),
}


def of_roles(roles: Iterable[str]) -> frozenset[Ability]:
    """What somebody with all these roles may do; no roles, no abilities."""
    return frozenset[Ability]().union(*(OF_ROLE[Role(role)] for role in roles))
