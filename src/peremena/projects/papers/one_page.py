"""«Наш проект сейчас»: one page of A4 for whoever has two minutes."""

from pathlib import Path
from typing import Any

from peremena.kit import pdf, typesetting
from peremena.projects.brief import Brief, sums

from .telling import dated, leader, measured, said, short, term, title, worth

TEMPLATE = Path(__file__).with_name("one_page.typ")
LONG, LINE, WORD = 300, 130, 60  # letters
EMPTY = "пока не написано"


def write(brief: Brief) -> bytes:
    """The bytes of a PDF of one page: long words are cut, what is left out is counted."""
    return pdf.write(TEMPLATE, content(brief))


def content(brief: Brief) -> dict[str, Any]:
    return {
        "title": short(title(brief), 110),
        "place": short(typesetting.joined(said(brief.passport.place), term(brief), by=" · "), 110),
        "summary": short(brief.project.summary, LONG),
        "problem": short(brief.problem.core, LONG) or EMPTY,
        "goal": short(brief.goal.text, LONG) or EMPTY,
        "groups": some([group(one.who, one.size) for one in brief.groups], 3),
        "tasks": some([said(one.text) for one in brief.tasks], 5),
        "plan": some([dated(one) for one in brief.plan], 8),
        "results": some([measured(one) for one in outcomes_first(brief)], 5),
        "money": money(brief),
        "team": some([person(one.person, one.role) for one in brief.team], 5),
        "partners": some(
            [person(one.org, typesetting.roubles(worth(one, brief))) for one in brief.partners], 4
        ),
        "after": short(brief.afterwards.how or brief.afterwards.who, LONG) or EMPTY,
        "contact": contact(brief),
    }


def some(lines: list[str], most: int) -> list[str]:
    """Few enough for the page; the last line says how many more there are."""
    there = [short(line, LINE) for line in lines if line]
    if len(there) <= most:
        return there or [EMPTY]
    return [*there[: most - 1], f"и ещё {len(there) - most + 1}"]


def group(who: str | None, size: int | None) -> str:
    number = f"{typesetting.number(size)}{typesetting.NBSP}чел." if size is not None else ""
    return typesetting.joined(said(who), number, by=" — ")


def person(name: str | None, role: str | None) -> str:
    return typesetting.joined(said(name), said(role), by=" — ")


def outcomes_first(brief: Brief) -> list[Any]:
    return sorted(brief.results, key=lambda one: one.kind != "outcome")


def money(brief: Brief) -> list[str]:
    if not brief.budget:
        return [EMPTY]
    whole, asked = sums.total(brief.budget), sums.asked(brief)
    return [
        f"всего {typesetting.roubles(whole)}",
        f"просим {typesetting.roubles(asked)}",
        f"своё и помощь {typesetting.roubles(sums.added(brief))}",
    ]


def contact(brief: Brief) -> str:
    head = leader(brief)
    return short(typesetting.joined(said(head.person), said(head.contact)), LINE) if head else ""
