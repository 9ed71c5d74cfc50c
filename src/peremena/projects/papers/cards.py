"""Four cards of A6 on a sheet of A4, for the wall of a coworking: cut along the lines."""

from pathlib import Path
from typing import Any

from peremena.kit import pdf, typesetting
from peremena.projects.brief import Brief, sums

from .one_page import EMPTY, group, some
from .telling import dated, measured, said, short, title

TEMPLATE = Path(__file__).with_name("cards.typ")
LETTERS = 260


def write(brief: Brief) -> bytes:
    return pdf.write(TEMPLATE, content(brief))


def content(brief: Brief) -> dict[str, Any]:
    """What is wrong; what will change; what we will do; what we have and what is missing."""
    return {
        "title": short(title(brief), 70),
        "place": short(brief.passport.place, 40),
        "cards": [
            card("Что не так", brief.problem.core, causes(brief)),
            card("Что изменится", brief.goal.text, changes(brief)),
            card("Что сделаем", "", some([dated(one) for one in brief.plan], 6)),
            card("Что есть и чего не хватает", "", means(brief)),
        ],
    }


def card(name: str, lead: str | None, lines: list[str]) -> dict[str, Any]:
    told = short(lead, LETTERS)
    return {"name": name, "lead": told or ("" if lines else EMPTY), "lines": lines}


def causes(brief: Brief) -> list[str]:
    return [short(one.text, 110) for one in brief.problem.causes if one.chosen and one.text][:3]


def changes(brief: Brief) -> list[str]:
    told = [group(one.who, one.size) for one in brief.groups]
    told += [measured(one) for one in brief.results if one.kind == "outcome"]
    return [short(line, 110) for line in told if line][:4]


def means(brief: Brief) -> list[str]:
    lines = [f"есть: {short(one.title, 90)}" for one in brief.passport.assets if one.title][:3]
    lines += [f"помогает: {short(one.org, 90)}" for one in brief.partners if said(one.org)][:2]
    if brief.budget:
        lines.append(f"ищем: {typesetting.roubles(sums.asked(brief))}")
    return lines or [EMPTY]
