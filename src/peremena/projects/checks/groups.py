"""TG: for whom the project is, where they live and how many they are."""

import re
from itertools import pairwise

from peremena.projects.brief import Section
from peremena.projects.brief.reasons import Group

from . import numbers, reach, stems, text
from .remarks import Finding, Severity
from .rule import Case, Findings, Rule

E, W, H = Severity
OLDEST = 200
BAND = re.compile(r"(\d+)(?:-(\d+)|\+)$")


def groups_are_precise(case: Case) -> Findings:
    """TG-01: who, of what age or kind, where and how many; not a crowd."""
    if not case.brief.groups:
        yield Finding("groups", variant="none")
    for group in case.brief.groups:
        path = f"groups.{group.id}"
        if not (group.who or "").strip():
            yield Finding(f"{path}.who", variant="who")
        elif crowd := _crowd(group):
            yield Finding(f"{path}.who", place=crowd, variant="crowd")
        elif _is_anybody(group):
            yield Finding(f"{path}.who", place=group.who or "", variant="feature")
        if not group.place and not case.names_place(group.who):
            yield Finding(f"{path}.place", variant="place")
        if group.size is None and not numbers.count_people(group.who):
            yield Finding(f"{path}.size", variant="size")


def groups_fit_the_population(case: Case) -> Findings:
    """TG-02: no group is larger than its place, nor are groups of different ages together."""
    passport = case.brief.passport
    local = [group for group in case.brief.groups if _lives_here(case, group)]
    for group in local:
        residents = _residents(case, group)
        if residents is not None and group.size and group.size > residents:
            values = {"size": group.size, "residents": residents}
            yield Finding(
                f"groups.{group.id}.size", place=group.who or "", variant="one", values=values
            )
    total, everyone = sum(group.size or 0 for group in local), passport.population
    if everyone and len(local) > 1 and _ages_are_apart(local) and total > everyone:
        yield Finding("groups", variant="all", values={"size": total, "residents": everyone})


def way_to_people_is_told(case: Case) -> Findings:
    """TG-03: twenty characters on how people will be invited."""
    for group in case.brief.groups:
        told = (group.how_reached or "").strip()
        if len(told) < 20:
            yield Finding(f"groups.{group.id}.how_reached", place=told)


def _crowd(group: Group) -> str:
    """The words that mean everybody, or ""."""
    if crowd := text.found(stems.CROWD, group.who):
        return crowd
    return "" if _has_age(group) else text.found(stems.CROWD_WITHOUT_AGE, group.who)


def _has_age(group: Group) -> bool:
    return group.age_from is not None or group.age_to is not None


def _is_anybody(group: Group) -> bool:
    """One word for everyone, and no age: «жители», «дети», «взрослые»."""
    if _has_age(group):
        return False
    said = text.words(group.who)
    return len(said) == 1 and said[0] in stems.ANYBODY


def _lives_here(case: Case, group: Group) -> bool:
    """Takes part itself, and no place is named that the passport does not know."""
    if group.direct is False:
        return False
    return text.name_roots([group.place]) <= case.places


def _residents(case: Case, group: Group) -> int | None:
    """Residents of the group's age, whole bands where it cuts one; None: not known."""
    passport, span = case.brief.passport, _span(group)
    bands = {band: count for band, count in passport.population_by_age.items() if count is not None}
    ages = [BAND.match(band) for band in bands]
    if span is None or not bands or not all(ages):
        return passport.population
    return sum(
        count
        for count, age in zip(bands.values(), ages, strict=True)
        if age and int(age[1]) <= span[1] and span[0] <= int(age[2] or OLDEST)
    )


def _ages_are_apart(groups: list[Group]) -> bool:
    """Whether nobody can belong to two of the groups."""
    spans = [_span(group) for group in groups]
    known = sorted(span for span in spans if span)
    return len(known) == len(spans) and all(a[1] < b[0] for a, b in pairwise(known))


def _span(group: Group) -> tuple[int, int] | None:
    """From one age to another, open ends closed; None when neither is given."""
    if not _has_age(group):
        return None
    return group.age_from or 0, OLDEST if group.age_to is None else group.age_to


RULES = (
    Rule("TG-01", Section.GROUPS, groups_are_precise, ngo=E, ib=W, sources=("L2", "L10")),
    Rule("TG-02", Section.GROUPS, groups_fit_the_population, ngo=E, ib=E, sources=("K1",)),
    Rule("TG-03", Section.GROUPS, way_to_people_is_told, ngo=H, ib=H, sources=("K5",)),
    Rule(
        "TG-04",
        Section.GROUPS,
        reach.cost_of_a_person_is_sane,
        ngo=H,
        ib=H,
        needs=(Section.BUDGET,),
        sources=("K14", "K3"),
    ),
    Rule(
        "TG-05",
        Section.GROUPS,
        reach.nobody_is_counted_twice,
        ngo=W,
        ib=W,
        needs=(Section.PLAN,),
        sources=("L2",),
    ),
)
