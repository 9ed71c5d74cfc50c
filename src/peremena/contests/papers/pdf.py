"""The application as a PDF: tagged, with page numbers. Pure.

People's words reach the typesetter as data, never as markup, so nothing they type is a command.
"""

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from peremena.contests.composition.parts import Missing, Paper, Part
from peremena.contests.composition.typesetting import day
from peremena.contests.composition.words import phrase, table
from peremena.projects import texts

TEMPLATE = Path(__file__).with_name("application.typ")
LONG_WORD = re.compile(r"\S{30}(?=\S)")
BREAK_HERE = "\u200b"


def write(paper: Paper) -> bytes:
    """The bytes of a PDF, set in the fonts that the typesetter carries."""
    content = json.dumps(_breakable(_content(paper)), ensure_ascii=False)
    return typst.compile(
        TEMPLATE, sys_inputs={"paper": content}, ignore_system_fonts=True, format="pdf"
    )


def _content(paper: Paper) -> dict[str, Any]:
    words = table("papers")
    return {
        "words": words,
        "contest": paper.contest,
        "title": paper.title or words["untitled"],
        "applicant": paper.applicant,
        "head": [asdict(pair) for pair in paper.head if pair.code != "title"],
        "made": phrase("made", day=day(paper.made)) if paper.made else "",
        "sections": [
            {"title": section.title, "parts": [_part(part) for part in section.parts]}
            for section in paper.sections
        ],
        "missing": [_gap(gap) for gap in paper.missing],
    }


def _part(part: Part) -> dict[str, Any]:
    return {"kind": type(part).__name__.lower()} | asdict(part)


def _gap(gap: Missing) -> dict[str, str]:
    return {"chapter": texts.section(gap.chapter, "ru").title, "text": gap.text.ru}


def _breakable(value: Any) -> Any:
    """Words of absurd length get places where a line may end."""
    if isinstance(value, str):
        return LONG_WORD.sub(lambda word: word[0] + BREAK_HERE, value)
    if isinstance(value, dict):
        return {key: _breakable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_breakable(inner) for inner in value]
    return value
