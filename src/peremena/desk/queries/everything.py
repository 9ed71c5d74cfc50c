"""Every place of the house that somebody may enter, in groups, each with a line what it is for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peremena.people.abilities import Ability
from peremena.people.models import Person


@dataclass(frozen=True)
class Door:
    """`ability`: whoever holds it may enter; None: everybody who has signed in."""

    name: str
    title: str | Promise
    line: str | Promise
    ability: Ability | None = None


@dataclass(frozen=True)
class Opened:
    url: str
    title: str | Promise
    line: str | Promise


@dataclass(frozen=True)
class Group:
    title: str | Promise
    doors: Sequence[Opened]


HOUSE: Sequence[tuple[str | Promise, Sequence[Door]]] = (
    (_("School"), (
        Door("desk:board", _("Board"), _("Who needs help today, how far each project is."),
             Ability.RUN_COHORTS),
        Door("cohorts:list", _("Programmes and cohorts"),
             _("What was promised to funders, who learns, deadlines."), Ability.RUN_COHORTS),
        Door("intake:calls", _("Calls for applications"),
             _("The form, who has applied, the seminar."), Ability.RUN_COHORTS),
        Door("desk:projects", _("All projects"), _("Those that you may read, the newest first."),
             Ability.ADVISE_PROJECTS),
        Door("desk:queue", _("Projects for advice"), _("What teams show to experts."),
             Ability.ADVISE_PROJECTS),
        Door("desk:totals", _("Totals"), _("What was promised and what has come of it."),
             Ability.SEE_TOTALS),
    )),
    (_("People"), (
        Door("people", _("People"), _("Whom the school knows: add, mend, give a code on paper."),
             Ability.SEE_PEOPLE),
        Door("organisations", _("Organisations"), _("Applicants, partners, funders."),
             Ability.KEEP_PEOPLE),
        Door("paper_codes", _("Codes on paper"), _("For those who have no e-mail."),
             Ability.KEEP_PEOPLE),
        Door("offices", _("Roles"), _("Who holds which, and taking them back."),
             Ability.GIVE_ROLES),
        Door("desk:requests", _("Requests about personal data"), _("A copy or erasure."),
             Ability.ERASE_PEOPLE),
    )),
    (_("Places"), (
        Door("places:mine", _("My territory"), _("Its passport, resources and traditions.")),
        Door("places:list", _("Territories"), _("Passports, resources, what a place was and is.")),
        Door("desk:map", _("Map of the region"), _("Where projects are and where money came."),
             Ability.SEE_TOTALS),
        Door("places:import", _("Territories from a file"), _("A table of many at once."),
             Ability.KEEP_PLACES),
    )),
    (_("Contests and money"), (
        Door("contests:list", _("Contests"), _("Who may apply, sums, dates.")),
        Door("contests:board", _("Applications of the centre"),
             _("What was sent and what was decided."), Ability.RUN_CONTESTS),
        Door("impact:ledger", _("Money won"), _("Each decision with its proof."),
             Ability.RUN_CONTESTS),
        Door("impact:results", _("Results"), _("The page that everybody may see.")),
        Door("projects:cases", _("Neighbours"), _("What other villages have done.")),
    )),
    (_("Letters and traces"), (
        Door("desk:outbox", _("Letters"), _("What is about to be sent: read, mend, hold back."),
             Ability.KEEP_MAIL),
        Door("desk:calls", _("Whom to ring"), _("Those who read no letters."), Ability.KEEP_MAIL),
        Door("desk:journal", _("Journal"), _("Who did what and when."), Ability.SEE_JOURNAL),
    )),
    (_("You"), (
        Door("projects:talks", _("My notes"), _("Whose question waits for you, whom you asked.")),
        Door("account", _("My sign-in and data"), _("Name, e-mail, passkeys, devices.")),
        Door("consents", _("My consents"), _("What you agreed to, and taking it back.")),
        Door("wishes", _("Letters to me"), _("At once, once a day, or none.")),
        Door("desk:helpers", _("My helpers"), _("Who may write for you.")),
        Door("desk:help", _("Help"), _("How things work here.")),
    )),
)  # fmt: skip


def everything(person: Person) -> list[Group]:
    """Doors that do not exist in this installation are skipped, and so are empty groups."""
    groups = (Group(title, list(opened(doors, person))) for title, doors in HOUSE)
    return [group for group in groups if group.doors]


def opened(doors: Sequence[Door], person: Person) -> Iterator[Opened]:
    for door in doors:
        if door.ability is None or person.can(door.ability):
            try:
                yield Opened(reverse(door.name), door.title, door.line)
            except NoReverseMatch:
                continue
