"""TE: the team. A leader one can call, roles one can explain, and not only the authorities."""

import re

from peremena.projects.brief import Section

from . import phrases, text
from .remarks import Finding, Severity
from .rows import gaps
from .rule import Case, Findings, Rule

E, W, H = Severity
SHORTEST_FUNCTION = 15
FEWEST, MOST = 3, 10
MOST_ROLES = 3
ROLES_APART = re.compile(r"[,;/+]")
ROLE_AND_ROLE = re.compile(r"\w+ и \w+")


def leader_is_known(case: Case) -> Findings:
    """TE-01: somebody leads, can be reached and has done something before."""
    leaders = [member for member in case.brief.team if text.found(phrases.LEADS, member.role)]
    if not leaders:
        yield Finding("team", variant="nobody")
        return
    leader, missing = min(
        ((leader, gaps(leader, "person", "contact", "past")) for leader in leaders),
        key=lambda known: len(known[1]),
    )
    if missing:
        field = f"team.{leader.id}.{missing[0]}"
        yield Finding(field, leader.person or "", "unknown", values={"missing": missing})


def roles_are_explained(case: Case) -> Findings:
    """TE-02: what a member does is said, and is not the name of the post again."""
    for member in case.brief.team:
        function = (member.function or "").strip()
        repeats = bool(function) and text.words(function) == text.words(member.role)
        if repeats or len(function) < SHORTEST_FUNCTION:
            variant = "repeats" if repeats else "short"
            place = function or member.person or ""
            yield Finding(f"team.{member.id}.function", place=place, variant=variant)


def not_only_authorities(case: Case) -> Findings:
    """TE-03: somebody is not from an authority. Silent while we do not know of everybody."""
    team = case.brief.team
    if team and all(member.kind == "authority" for member in team):
        yield Finding("team")


def nobody_has_too_many_roles(case: Case) -> Findings:
    """TE-04: three roles at most, whether in one row or in several."""
    roles: dict[tuple[str, ...], int] = {}
    for member in case.brief.team:
        name = tuple(sorted(text.words(member.person)))
        if not name:
            continue
        roles[name] = roles.get(name, 0) + _count(member.role)
        if roles[name] > MOST_ROLES:
            values = {"count": roles[name]}
            yield Finding(f"team.{member.id}.role", place=member.person or "", values=values)


def team_is_neither_small_nor_large(case: Case) -> Findings:
    """TE-05: from three to ten people."""
    count = len(case.brief.team)
    if count and not FEWEST <= count <= MOST:
        variant = "small" if count < FEWEST else "large"
        yield Finding("team", variant=variant, values={"count": count})


def _count(role: str | None) -> int:
    """«руководитель, бухгалтер и тренер» are three; «связь с жителями и округом» is one."""
    parts = [part for part in ROLES_APART.split(role or "") if part.strip()]
    last = parts[-1] if parts else ""
    pair = ROLE_AND_ROLE.search(last) if len(parts) > 1 else None
    return len(parts) + bool(pair)


RULES = (
    Rule("TE-01", Section.TEAM, leader_is_known, ngo=W, ib=W, sources=("K17",)),
    Rule("TE-02", Section.TEAM, roles_are_explained, ngo=W, ib=W, sources=("K5",)),
    Rule("TE-03", Section.TEAM, not_only_authorities, ngo=W, ib=W, sources=("O1", "C1", "C2")),
    Rule("TE-04", Section.TEAM, nobody_has_too_many_roles, ngo=H, ib=H),
    Rule(
        "TE-05", Section.TEAM, team_is_neither_small_nor_large, ngo=H, ib=H, sources=("C2", "L16")
    ),
)
