"""What is done, by whom, what comes of it and what remains: the sections with tables. Pure."""

from collections.abc import Sequence

from peremena.kit.typesetting import clean, day, joined, number, period, roubles
from peremena.projects.brief import Brief
from peremena.projects.brief.people import Member, Partner, Telling
from peremena.projects.brief.work import Activity, Result, Risk

from .parts import Cell, Column, Pair, Pairs, Part, Table
from .words import phrase, table

Row = tuple[Cell, ...]
SAME_WORD = 4


def plan(brief: Brief) -> list[Part]:
    rows = [_activity(n, activity, brief) for n, activity in enumerate(brief.plan, 1)]
    columns = [("number", 5), ("activity", 33), ("when", 18), ("responsible", 17), ("people", 9)]
    return _table("", [*columns, ("outcome", 18)], rows, right=("people",))


def results(brief: Brief) -> list[Part]:
    kinds = {"outcomes": "outcome", "outputs": "output", "results": None}
    columns = [("result", 40), ("base", 11), ("target", 11), ("by", 18), ("evidence", 20)]
    return [
        part
        for lead, kind in kinds.items()
        for part in _table(
            table("leads")[lead],
            columns,
            [_result(result) for result in brief.results if result.kind == kind],
            right=("base", "target"),
        )
    ]


def team(brief: Brief) -> list[Part]:
    columns = [("person", 30), ("function", 47), ("load", 23)]
    return _table("", columns, [_member(member) for member in brief.team])


def partners(brief: Brief) -> list[Part]:
    columns = [("org", 30), ("contribution", 30), ("money", 17), ("letter", 23)]
    rows = [_partner(partner) for partner in brief.partners]
    return _table("", columns, rows, right=("money",))


def risks(brief: Brief) -> list[Part]:
    people = names(brief)
    columns = [("risk", 33), ("probability", 15), ("impact", 12), ("measure", 40)]
    believed = _table(
        table("leads")["assumptions"],
        [("belief", 50), ("check", 50)],
        [(Cell(clean(row.text)), Cell(clean(row.check))) for row in brief.assumptions],
    )
    return [*_table("", columns, [_risk(risk, people) for risk in brief.risks]), *believed]


def afterwards(brief: Brief) -> list[Part]:
    later, labels = brief.afterwards, table("labels")
    told = {code: clean(getattr(later, code)) for code in ("who", "money", "how", "holder")}
    told["upkeep"] = roubles(later.upkeep)
    rows = tuple(Pair(code, labels[code], said) for code, said in told.items() if said)
    return [Pairs(rows)] if rows else []


def telling(brief: Brief) -> list[Part]:
    people = names(brief)
    groups = {group.id: clean(group.who) for group in brief.groups}
    columns = [("when", 20), ("channel", 34), ("responsible", 23), ("audience", 23)]
    rows = [_telling(message, people, groups) for message in brief.telling]
    return _table("", columns, rows)


def names(brief: Brief) -> dict[str, str]:
    """Who each id of the team is: the name, else the role."""
    return {member.id: clean(member.person) or clean(member.role) for member in brief.team}


def _table(
    lead: str, columns: Sequence[tuple[str, int]], rows: list[Row], right: Sequence[str] = ()
) -> list[Part]:
    titles = table("columns")
    shown = tuple(
        Column(titles[code], share, "right" if code in right else "left") for code, share in columns
    )
    return [Table(lead, shown, tuple(rows))] if rows else []


def _activity(place_in_plan: int, activity: Activity, brief: Brief) -> Row:
    told = (task for task in brief.tasks if clean(task.text))
    tasks = {task.id: n for n, task in enumerate(told, 1)}
    outcomes = {result.id: _promise(result) for result in brief.results}
    task = phrase("task", number=tasks[activity.task]) if activity.task in tasks else ""
    free = clean(activity.free_because)
    note = joined(task, clean(activity.place), phrase("free", reason=free) if free else "", by=". ")
    return (
        Cell(str(place_in_plan)),
        Cell(clean(activity.title), note),
        Cell(period(activity.start, activity.end)),
        Cell(names(brief).get(activity.responsible or "", "")),
        Cell(number(activity.people)),
        Cell(joined(*(outcomes.get(id_, "") for id_ in activity.results), by="; ")),
    )


def _result(result: Result) -> Row:
    measured = _measured(clean(result.indicator), clean(result.unit))
    return (
        Cell(clean(result.text) or measured, measured if clean(result.text) else ""),
        Cell(number(result.base)),
        Cell(number(result.target)),
        Cell(day(result.date)),
        Cell(clean(result.evidence)),
    )


def _promise(result: Result) -> str:
    return joined(clean(result.indicator or result.text), number(result.target), by=" — ")


def _measured(indicator: str, unit: str) -> str:
    """The unit stands in brackets, unless the indicator says it already."""
    if not indicator or not unit:
        return indicator or unit
    said = unit.lower()[:SAME_WORD] in indicator.lower()
    return indicator if said else f"{indicator} ({unit})"


def _member(member: Member) -> Row:
    past, contact = clean(member.past), clean(member.contact)
    load = phrase("load", number=member.load) if member.load is not None else ""
    role = joined(
        clean(member.role), phrase("contact", contact=contact) if contact else "", by=". "
    )
    return (
        Cell(clean(member.person), role),
        Cell(clean(member.function), phrase("past", past=past) if past else ""),
        Cell(joined(clean(member.employment), load)),
    )


def _partner(partner: Partner) -> Row:
    letter = partner.letter
    written = phrase("letter", day=day(letter.date)) if letter and letter.date else ""
    differs = letter is not None and letter.sum is not None and letter.sum != partner.money
    note = phrase("letter_sum", sum=roubles(letter.sum)) if letter and differs else ""
    return (
        Cell(clean(partner.org)),
        Cell(clean(partner.contribution)),
        Cell(roubles(partner.money)),
        Cell(written, note),
    )


def _risk(risk: Risk, people: dict[str, str]) -> Row:
    return (
        Cell(clean(risk.text)),
        Cell(clean(risk.probability)),
        Cell(clean(risk.impact)),
        Cell(clean(risk.measure), people.get(risk.owner or "", "")),
    )


def _telling(message: Telling, people: dict[str, str], groups: dict[str, str]) -> Row:
    reached = joined(*(groups.get(id_, "") for id_ in message.groups))
    report = table("phrases")["field_report"] if message.field_report else ""
    return (
        Cell(day(message.date)),
        Cell(clean(message.channel), report),
        Cell(people.get(message.responsible or "", "")),
        Cell(reached),
    )
