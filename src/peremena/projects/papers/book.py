"""The whole brief as a Word file: every section, every field that says something."""

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from docx import Document
from docx.document import Document as WordDocument

from peremena.drafts.marks import Bands, Choice, Day, Mark, Money, Names, Number, Ref, Refs, Yes
from peremena.drafts.outline import Group, Node, Rows, outline
from peremena.drafts.paths import Content, find, join
from peremena.kit import typesetting
from peremena.kit.archive import STAMP, steady
from peremena.kit.docx_styles import GREY, dress
from peremena.projects import texts
from peremena.projects.brief import Brief, Section
from peremena.projects.workshop import in_order, model_of, split

from .telling import said, term, title

NAMED_BY = ("text", "who", "title", "person", "org", "channel")
SHORT = 60  # letters of a question and its answer that share a line with others
NOTHING = "Пока ничего не написано."
SPELT: Mapping[type[Mark], Callable[[Any], str]] = {
    Day: lambda value: typesetting.day(date.fromisoformat(value)),
    Money: lambda value: typesetting.roubles(Decimal(value)),
    Number: lambda value: typesetting.number(Decimal(value)),
    Yes: lambda value: "да" if value else "нет",
}


def write(brief: Brief) -> bytes:
    """The bytes of a .docx, the same for the same brief."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = title(brief)[:250], said(brief.applicant.name)[:250]
    properties.last_modified_by = properties.comments = ""
    properties.language = "ru-RU"
    properties.created = properties.modified = STAMP
    dress(document, footer=title(brief)[:70])
    document.add_paragraph("Проект целиком", style="Overline")
    document.add_paragraph(title(brief), style="Title")
    document.add_paragraph(
        typesetting.joined(said(brief.passport.place), term(brief), by=" · "), style="Note"
    )
    pages = split(brief)
    for section in Section:
        Chapter(document, section, pages).write()
    packed = io.BytesIO()
    document.save(packed)
    return steady(packed.getvalue())


class Chapter:
    """One section being written into the document. `short`: answers that share the next line."""

    def __init__(
        self, document: WordDocument, section: Section, pages: Mapping[Section, Content]
    ) -> None:
        self.document = document
        self.words = texts.section(section, "ru")
        self.pages = pages
        self.content = pages[section]
        self.section = section
        self.short: list[tuple[str, str]] = []

    def write(self) -> None:
        self.document.add_heading(self.words.title, level=1)
        before = len(self.document.paragraphs)
        self.group(outline(model_of(self.section)), self.content, "")
        self.end_line()
        if len(self.document.paragraphs) == before:
            self.document.add_paragraph(NOTHING, style="Note")

    def group(self, group: Group, value: Any, path: str) -> None:
        there = value if isinstance(value, dict) else {}
        for name, node in group.fields.items():
            self.node(node, there.get(name), join(path, name))

    def node(self, node: Node, value: Any, key: str) -> None:
        match node:
            case Group():
                self.group(node, value, key)
            case Rows(row):
                self.rows(row, value or [], key)
            case _:
                self.field(node, value, key)

    def rows(self, row: Group, rows: list[Content], key: str) -> None:
        self.end_line()
        if rows:
            self.document.add_heading(self.words.rows[key].title, level=2)
        for number, one in enumerate(rows, 1):
            named_by = next((name for name in NAMED_BY if said(one.get(name))), None)
            line = self.document.add_paragraph(style="Row")
            line.add_run(f"{self.words.rows[key].one} {number}".capitalize()).bold = True
            if named_by:
                line.add_run(f". {said(one[named_by])}")
            self.group(row, {name: one[name] for name in one if name != named_by}, key)
            self.end_line()

    def field(self, mark: Mark, value: Any, key: str) -> None:
        text = "; ".join(self.spelt(mark, value, key))
        if not text:
            return
        label = self.words.fields[key].label
        if len(label) + len(text) > SHORT:
            self.end_line()
        self.short.append((label, text))
        if len(label) + len(text) > SHORT:
            self.end_line()

    def end_line(self) -> None:
        """Short answers stand side by side, a long one by itself."""
        if not self.short:
            return
        paragraph = self.document.add_paragraph(style="Fact")
        for place, (label, text) in enumerate(self.short):
            paragraph.add_run(f"{' · ' if place else ''}{label}: ").font.color.rgb = GREY
            paragraph.add_run(text)
        self.short.clear()

    def spelt(self, mark: Mark, value: Any, key: str) -> Iterator[str]:
        if value in (None, "", [], {}):
            return
        match mark:
            case Choice():
                yield texts.word(key, value, "ru")
            case Ref(to):
                yield self.named(to, value)
            case Refs(to):
                yield from (self.named(to, one) for one in value)
            case Bands(keys):
                yield from (
                    f"{band.replace('-', '–')}: {value[band]}" for band in in_order(keys, value)
                )
            case Names():
                yield from map(typesetting.clean, value)
            case _:
                yield SPELT.get(type(mark), typesetting.clean)(value)

    def named(self, to: str, row_id: str) -> str:
        """A row by the words that name it; what was removed is named so."""
        for page in self.pages.values():
            for row in find(page, to) or []:
                if row["id"] == row_id:
                    words = (said(row.get(name)) for name in NAMED_BY)
                    return next(filter(None, words), "без названия")
        return "строка убрана"
