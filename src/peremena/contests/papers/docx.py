"""The application as a Word file: real styles and headings, tables whose heads repeat. Pure."""

import io
from itertools import groupby

from docx import Document
from docx.document import Document as WordDocument

from peremena.contests.composition.parts import (
    Listing,
    Missing,
    Pairs,
    Paper,
    Part,
    Section,
    Text,
)
from peremena.contests.composition.words import phrase, table
from peremena.kit.archive import STAMP, steady
from peremena.kit.docx_styles import dress
from peremena.kit.typesetting import day
from peremena.projects import texts

from .docx_tables import add_pairs, add_table


def write(paper: Paper) -> bytes:
    """The bytes of a .docx that opens in Word and LibreOffice."""
    document = Document()
    _describe(document, paper)
    dress(document, footer=_short(paper.title))
    _head(document, paper)
    for section in paper.sections:
        _section(document, section)
    if paper.missing:
        _missing(document, paper.missing)
    packed = io.BytesIO()
    document.save(packed)
    return steady(packed.getvalue())


def _describe(document: WordDocument, paper: Paper) -> None:
    properties = document.core_properties
    properties.title = _short(paper.title, 250) or table("papers")["untitled"]
    properties.subject = _short(paper.contest, 250)
    properties.author = _short(paper.applicant, 250)
    properties.last_modified_by = ""
    properties.comments = ""
    properties.language = "ru-RU"
    properties.created = properties.modified = STAMP
    properties.revision = 1


def _head(document: WordDocument, paper: Paper) -> None:
    document.add_paragraph(table("papers")["kind"], style="Overline")
    document.add_paragraph(paper.contest, style="Subtitle")
    document.add_paragraph(paper.title or table("papers")["untitled"], style="Title")
    add_pairs(document, Pairs(tuple(pair for pair in paper.head if pair.code != "title")))
    if paper.made:
        document.add_paragraph(phrase("made", day=day(paper.made)), style="Note")


def _section(document: WordDocument, section: Section) -> None:
    document.add_heading(section.title, level=1)
    for part in section.parts:
        _part(document, part)


def _part(document: WordDocument, part: Part) -> None:
    match part:
        case Text():
            for paragraph in part.text.split("\n"):
                document.add_paragraph(paragraph)
        case Listing():
            _listing(document, part)
        case Pairs():
            add_pairs(document, part)
        case _:
            if part.lead:
                document.add_heading(part.lead, level=2)
            add_table(document, part)


def _listing(document: WordDocument, listing: Listing) -> None:
    if listing.lead:
        document.add_heading(listing.lead, level=2)
    style = "List Number" if listing.is_numbered else "List Bullet"
    for item in listing.items:
        document.add_paragraph(item, style=style)


def _missing(document: WordDocument, missing: tuple[Missing, ...]) -> None:
    heading = document.add_heading(table("papers")["missing"], level=1)
    heading.paragraph_format.page_break_before = True
    document.add_paragraph(table("papers")["missing_note"], style="Note")
    for chapter, gaps in groupby(missing, key=lambda gap: gap.chapter):
        document.add_heading(texts.section(chapter, "ru").title, level=2)
        for gap in gaps:
            document.add_paragraph(gap.text.ru, style="List Bullet")


def _short(text: str, limit: int = 70) -> str:
    """One line for places that hold no more; Word's properties end at 255 characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
