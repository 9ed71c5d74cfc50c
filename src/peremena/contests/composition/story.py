"""Why the project is needed, for whom and what for: the sections that tell. Pure."""

from peremena.kit.typesetting import clean, day, joined, number
from peremena.projects.brief import Brief
from peremena.projects.brief.reasons import Cause, Fact, Group, Voice

from .parts import Cell, Column, Listing, Pair, Pairs, Part, Table, Text
from .words import phrase, table, word


def summary(brief: Brief) -> list[Part]:
    return text(brief.project.summary)


def novelty(brief: Brief) -> list[Part]:
    return text(brief.project.novelty)


def place(brief: Brief) -> list[Part]:
    passport, labels = brief.passport, table("labels")
    ages = [_band(band, n) for band, n in passport.population_by_age.items() if n]
    villages = joined(clean(passport.place), *map(clean, passport.villages))
    rows = [
        ("villages", ", ".join(dict.fromkeys(villages.split(", ")))),
        ("population", number(passport.population)),
        ("by_age", ", ".join(ages)),
    ]
    pairs = tuple(Pair(code, labels[code], said) for code, said in rows if said)
    assets = listing("assets", [clean(asset.title) for asset in passport.assets])
    return ([Pairs(pairs)] if pairs else []) + assets


def problem(brief: Brief) -> list[Part]:
    told = brief.problem
    chosen = [clean(cause.text) for cause in told.causes if cause.chosen is not False]
    others = [_not_ours(cause) for cause in told.causes if cause.chosen is False]
    return [
        *text(told.core),
        *listing("causes", chosen),
        *listing("other_causes", others),
        *listing("effects", [clean(effect.text) for effect in told.effects]),
        *listing("facts", [_fact(fact) for fact in told.facts]),
        *listing("voices", [_voice(voice) for voice in told.voices]),
    ]


def groups(brief: Brief) -> list[Part]:
    columns = table("columns")
    shown = (
        Column(columns["group"], 50),
        Column(columns["group_place"], 32),
        Column(columns["group_size"], 18, "right"),
    )
    rows = tuple(_group(group) for group in brief.groups)
    return [Table("", shown, rows)] if rows else []


def goal(brief: Brief) -> list[Part]:
    deadline = phrase("deadline", day=day(brief.goal.deadline)) if brief.goal.deadline else ""
    return text(joined(clean(brief.goal.text), deadline, by="\n"))


def tasks(brief: Brief) -> list[Part]:
    told = tuple(said for task in brief.tasks if (said := clean(task.text)))
    return [Listing("", told, is_numbered=True)] if told else []


def text(said: str | None) -> list[Part]:
    cleaned = clean(said)
    return [Text(cleaned)] if cleaned else []


def listing(lead: str, items: list[str]) -> list[Part]:
    told = tuple(item for item in items if item)
    return [Listing(table("leads")[lead], told)] if told else []


def _not_ours(cause: Cause) -> str:
    said, why = clean(cause.text), clean(cause.why_not)
    return phrase("why_not", cause=said, why=why) if said and why else said


def _band(band: str, people: int) -> str:
    return phrase("band", band=clean(band).replace("-", "–"), number=number(people))


def _fact(fact: Fact) -> str:
    counted = joined(number(fact.number), clean(fact.unit), by=" ")
    said = joined(clean(fact.text), counted, by=" — ")
    source = phrase("source", source=clean(fact.source)) if clean(fact.source) else ""
    return joined(joined(said, clean(fact.place), day(fact.date)), source, by=". ")


def _voice(voice: Voice) -> str:
    head = joined(word("voices", clean(voice.kind)), day(voice.date))
    people = phrase("took_part", people=number(voice.people)) if voice.people else ""
    votes = phrase("in_favour", number=number(voice.in_favour)) if voice.in_favour else ""
    proof = phrase("evidence", evidence=clean(voice.evidence)) if clean(voice.evidence) else ""
    counted = joined(head, joined(people, votes), by=": ")
    return joined(counted, clean(voice.text), proof, by=". ")


def _group(group: Group) -> tuple[Cell, ...]:
    reached = clean(group.how_reached)
    who = joined(clean(group.who), _ages(group) if not _says_ages(group) else "")
    size = phrase("size", number=number(group.size)) if group.size is not None else ""
    note = phrase("reached", how=reached) if reached else ""
    return Cell(who, note), Cell(clean(group.place)), Cell(size)


def _says_ages(group: Group) -> bool:
    return any(str(age) in (group.who or "") for age in (group.age_from, group.age_to) if age)


def _ages(group: Group) -> str:
    start, end = group.age_from, group.age_to
    if start is not None and end is not None:
        return phrase("ages", start=start, end=end)
    if start is not None:
        return phrase("from_age", start=start)
    return phrase("to_age", end=end) if end is not None else ""
