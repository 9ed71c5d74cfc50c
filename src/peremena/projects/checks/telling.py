"""IN: telling people. A plan of it, and ways that reach the group."""

from peremena.projects.brief import Section
from peremena.projects.brief.people import Telling
from peremena.projects.brief.reasons import Group

from . import phrases, text
from .remarks import Finding, Severity
from .rows import gaps, ids
from .rule import Case, Findings, Rule

E, W, H = Severity
FEWEST = 3
OLD = 60


def telling_is_planned(case: Case) -> Findings:
    """IN-01: three messages with a day and a person of the team, one of them from the spot."""
    team = ids(case.brief.team)
    planned = [
        message for message in case.brief.telling
        if not gaps(message, "channel", "date") and message.responsible in team
    ]  # fmt: skip
    if len(planned) < FEWEST:
        variant = "few" if planned else "none"
        yield Finding("telling", variant=variant, values={"count": len(planned)})
    elif not any(message.field_report for message in planned):
        yield Finding("telling", variant="no_report")


def telling_reaches_the_old(case: Case) -> Findings:
    """IN-02: a group past sixty hears of the project not on the internet alone."""
    ways = case.brief.telling
    old = next((group for group in case.brief.groups if _is_old(group)), None)
    if old and ways and all(_is_on_the_internet(way) for way in ways):
        yield Finding("telling", place=old.who or "")


def _is_old(group: Group) -> bool:
    if group.age_from is not None:
        return group.age_from >= OLD
    return bool(text.found(phrases.PENSIONERS, group.who))


def _is_on_the_internet(way: Telling) -> bool:
    """Surely so; a way we do not understand may be any."""
    named = bool(text.found(phrases.INTERNET, way.channel))
    return named and not text.found(phrases.NOT_INTERNET, way.channel)


RULES = (
    Rule("IN-01", Section.TELLING, telling_is_planned, ngo=W, ib=W, sources=("K8", "F9", "O1")),
    Rule(
        "IN-02", Section.TELLING, telling_reaches_the_old,
        ngo=W, ib=W, needs=(Section.GROUPS,), sources=("N6",),
    ),
)  # fmt: skip
