"""The project on paper: one page, the whole brief, tables, cards for a wall, letters. Pure.

Each writer takes a brief and gives the same bytes for the same brief. Papers are Russian, whatever
the language of the page from which they are taken.
"""

from collections.abc import Callable
from dataclasses import dataclass

from peremena.projects.brief import Brief

from . import book, cards, one_page, sheets

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"


@dataclass(frozen=True)
class Kind:
    """`ending`: of the file's name."""

    write: Callable[[Brief], bytes]
    ending: str
    media_type: str


KINDS = {
    "page": Kind(one_page.write, "pdf", PDF),
    "brief": Kind(book.write, "docx", WORD),
    "tables": Kind(sheets.write, "xlsx", EXCEL),
    "cards": Kind(cards.write, "pdf", PDF),
}
