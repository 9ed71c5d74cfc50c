"""The budget: exact sums by source and the table of its lines. Pure; no floats."""

from decimal import Decimal

from peremena.kit.typesetting import clean, day, joined, number, roubles
from peremena.projects.brief import Brief, sums
from peremena.projects.brief.work import Line as BriefLine

from .parts import Cell, Column, Line, Part, Sums, Table
from .words import phrase, source, table, word


def reckon(brief: Brief) -> Sums:
    """A line without a sum adds nothing; sources stand in the order of the words."""
    used = {line.source for line in brief.budget}
    order = [code for code in (*table("sources"), None) if code in used]
    total, requested, own = sums.total(brief.budget), sums.asked(brief), sums.added(brief)
    by_source = {
        source(code, brief.profile): sums.total(one for one in brief.budget if one.source == code)
        for code in order
    }
    return Sums(requested, own, total - requested - own, total, by_source)


def lines(brief: Brief) -> tuple[Line, ...]:
    numbers = {activity.id: n for n, activity in enumerate(brief.plan, 1)}
    return tuple(_line(line, numbers, brief.profile) for line in brief.budget)


def budget(brief: Brief) -> list[Part]:
    counted = reckon(brief)
    return [_lines_table(brief, counted), _sources_table(counted)] if brief.budget else []


def _line(line: BriefLine, numbers: dict[str, int], profile: str | None) -> Line:
    priced = clean(line.price_evidence)
    on = phrase("priced_on", day=day(line.price_date)) if line.price_date else ""
    owner = joined(clean(line.owner_after), clean(line.place_after))
    place = numbers.get(line.activity or "")
    return Line(
        title=clean(line.title),
        category=word("categories", clean(line.category)),
        quantity=line.qty,
        unit=clean(line.unit),
        price=line.price,
        sum=sums.known(line),
        source=source(line.source, profile),
        purpose=phrase("activity", number=place) if place else "",
        grounds=joined(
            clean(line.comment),
            phrase("priced", evidence=joined(priced, on)) if priced else "",
            phrase("owner_after", owner=owner) if owner else "",
            by=". ",
        ),
    )


def _lines_table(brief: Brief, counted: Sums) -> Table:
    titles, blank = table("columns"), Cell("")
    columns = (
        Column(titles["number"], 5),
        Column(titles["line"], 38),
        Column(titles["quantity"], 13, "right"),
        Column(titles["price"], 12, "right"),
        Column(titles["sum"], 13, "right"),
        Column(titles["source"], 19),
    )
    rows = tuple(_row(n, line) for n, line in enumerate(lines(brief), 1))
    label, total = Cell(table("phrases")["total"]), Cell(_bare(counted.total))
    return Table("", columns, rows, (blank, label, blank, blank, total, blank))


def _row(place: int, line: Line) -> tuple[Cell, ...]:
    quantity = joined(number(line.quantity), line.unit, by=" ")
    return (
        Cell(str(place)),
        Cell(line.title, joined(line.grounds, line.purpose, by=". ")),
        Cell(quantity),
        Cell(_bare(line.price)),
        Cell(_bare(line.sum)),
        Cell(line.source),
    )


def _sources_table(counted: Sums) -> Table:
    titles = table("columns")
    columns = (
        Column(titles["source"], 60),
        Column(titles["sum"], 22, "right"),
        Column(titles["share"], 18, "right"),
    )
    rows = tuple(
        (Cell(name), Cell(_bare(given)), Cell(_share(given, counted.total)))
        for name, given in counted.by_source.items()
    )
    total = Cell(table("phrases")["total"]), Cell(_bare(counted.total)), Cell("")
    return Table(table("leads")["by_source"], columns, rows, total)


def _bare(value: Decimal | None) -> str:
    """Roubles without their sign: the column's head has it."""
    return roubles(value)[:-2]


def _share(part: Decimal, whole: Decimal) -> str:
    percent = (part * 100 / whole).quantize(Decimal("0.1")) if whole else Decimal()
    return f"{number(percent)}\xa0%"
