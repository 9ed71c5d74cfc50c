"""Which role may do what, each with the sentence that people read."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    STAFF = "staff"
    HEAD = "head"
    ACTIVIST = "activist"
    EXPERT = "expert"
    MENTOR = "mentor"
    PARTNER = "partner"
    OBSERVER = "observer"
    ADMINISTRATOR = "administrator"


class Ability(StrEnum):
    SEE_PROJECTS = "see-projects"
    ADVISE_PROJECTS = "advise-projects"
    WRITE_FOR_TEAMS = "write-for-teams"
    SEE_PEOPLE = "see-people"
    KEEP_PEOPLE = "keep-people"
    ERASE_PEOPLE = "erase-people"
    SEE_PASSPORTS = "see-passports"
    KEEP_PLACES = "keep-places"
    RUN_COHORTS = "run-cohorts"
    RUN_CONTESTS = "run-contests"
    VERIFY_MONEY = "verify-money"
    SEE_TOTALS = "see-totals"
    KEEP_MAIL = "keep-mail"
    SEE_JOURNAL = "see-journal"
    GIVE_ROLES = "give-roles"


ROLES: Mapping[Role, str | Promise] = {
    Role.STAFF: _("Leads the teams from the first lesson to the decision."),
    Role.HEAD: _("Heads a territory and leads its project."),
    Role.ACTIVIST: _("Makes the project together with the head."),
    Role.EXPERT: _("Reads projects and says what would make them stronger."),
    Role.MENTOR: _("Has been through the school and helps those who learn now."),
    Role.PARTNER: _("Helps projects with money, things or hands."),
    Role.OBSERVER: _("Sees for the funder what the school has achieved, without names."),
    Role.ADMINISTRATOR: _("Keeps the installation and gives roles."),
}

ABILITIES: Mapping[Ability, str | Promise] = {
    Ability.SEE_PROJECTS: _("Sees the projects of all teams of the centre."),
    Ability.ADVISE_PROJECTS: _("Reads projects that teams show to experts, and advises."),
    Ability.WRITE_FOR_TEAMS: _("Writes on behalf of a team or a head; each change says so."),
    Ability.SEE_PEOPLE: _("Sees the people whom the centre knows."),
    Ability.KEEP_PEOPLE: _("Adds people, their posts, organisations and codes on paper."),
    Ability.ERASE_PEOPLE: _("Fulfils requests to erase personal data."),
    Ability.SEE_PASSPORTS: _("Reads the passports of the centre’s territories."),
    Ability.KEEP_PLACES: _("Keeps territories, their status and codes; brings them in by a file."),
    Ability.RUN_COHORTS: _("Runs programmes and cohorts: enrols, changes status, writes notes."),
    Ability.RUN_CONTESTS: _("Records submissions, decisions, contracts and payments."),
    Ability.VERIFY_MONEY: _("Confirms money that a colleague entered."),
    Ability.SEE_TOTALS: _("Sees totals of money and results."),
    Ability.KEEP_MAIL: _("Reads and mends letters before they go, keeps the call list."),
    Ability.SEE_JOURNAL: _("Sees who did what."),
    Ability.GIVE_ROLES: _("Gives roles and takes them back."),
}

OF_ROLE: Mapping[Role, frozenset[Ability]] = {
    Role.STAFF: frozenset(Ability) - {Ability.GIVE_ROLES},
    Role.HEAD: frozenset(),
    Role.ACTIVIST: frozenset(),
    Role.EXPERT: frozenset({Ability.ADVISE_PROJECTS, Ability.SEE_PASSPORTS}),
    Role.MENTOR: frozenset({Ability.ADVISE_PROJECTS, Ability.SEE_PASSPORTS}),
    Role.PARTNER: frozenset(),
    Role.OBSERVER: frozenset({Ability.SEE_TOTALS}),
    Role.ADMINISTRATOR: frozenset({Ability.GIVE_ROLES}),
}


def of_roles(roles: Iterable[str]) -> frozenset[Ability]:
    """What somebody with all these roles may do; no roles, no abilities."""
    return frozenset[Ability]().union(*(OF_ROLE[Role(role)] for role in roles))
