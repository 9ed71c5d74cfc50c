"""The application as a PDF: tagged, with page numbers. Pure."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from peremena.contests.composition.parts import Missing, Paper, Part
from peremena.contests.composition.words import phrase, table
from peremena.kit import pdf
from peremena.kit.typesetting import day
from peremena.projects import texts

TEMPLATE = Path(__file__).with_name("application.typ")


def write(paper: Paper) -> bytes:
    """The bytes of a PDF, set in the fonts that the typesetter carries."""
    return pdf.write(TEMPLATE, _content(paper))


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
