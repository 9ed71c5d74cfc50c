"""What the tests of papers share: briefs, and reading a paper's words back out of its file."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache

from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from peremena.contests import catalogue
from peremena.contests.composition import compose
from peremena.contests.papers import WRITERS
from peremena.projects import examples
from peremena.projects.brief import Brief, read

FPG = catalogue.get("fpg")
GOOD = read(examples.text("good-pimokaty"))
BAD = read(examples.text("bad-ploshchadka"))
MEAN = (
    "=cmd|' /C calc'!A0",
    "+7 900",
    "-1",
    "@SUM(1)",
    "<b>жирно</b> & «кавычки» \"'",
    "#let x = 1; #x *звёзды* _черта_ $формула$ `код` @ссылка <метка> // нет /* и */ \\",
    "до\x00\x07\x0b\x1f\x7fпосле\ud800\ufffe",
    "👩‍🌾 қазақ ﷽ \u202eнаоборот",
    "слово" * 600,
    "{rows} {number} %s {{ x }}",
)


def paper(brief=GOOD, contest=FPG, made=None):
    return compose(brief, contest, made)


@cache
def written(kind: str, of: str) -> bytes:
    """One paper of the good or the bad brief; made once, because making takes a while."""
    return WRITERS[kind](paper({"good": GOOD, "bad": BAD}[of], made=date(2027, 3, 12)))


def hostile(words: str) -> Brief:
    """A brief with these words wherever people type words."""
    return Brief.model_validate(
        {
            "project": {"title": words, "summary": words, "novelty": words, "direction": words},
            "applicant": {"kind": "ngo", "name": words, "inn": words, "signatory": words},
            "passport": {"place": words, "villages": [words], "population_by_age": {words: 1}},
            "problem": {
                "core": words,
                "causes": [{"id": "c1", "text": words, "chosen": False, "why_not": words}],
                "facts": [{"text": words, "number": 1, "unit": words, "source": words}],
                "voices": [{"kind": words, "text": words, "people": 5, "for": 4}],
            },
            "groups": [{"id": "g1", "who": words, "place": words, "how_reached": words}],
            "goal": {"text": words},
            "tasks": [{"id": "t1", "text": words}],
            "plan": [{"id": "a1", "title": words, "place": words, "responsible": "p1"}],
            "results": [{"id": "r1", "kind": "output", "text": words, "unit": words}],
            "team": [{"id": "p1", "person": words, "function": words, "contact": words}],
            "budget": [
                {"id": "b1", "title": words, "comment": words, "unit": words, "sum": 1},
                {"id": "b2", "title": words, "qty": 2, "price": Decimal("3.50"), "source": "grant"},
            ],
            "partners": [{"id": "k1", "org": words, "contribution": words, "money": 5}],
            "risks": [{"id": "x1", "text": words, "measure": words}],
            "telling": [{"id": "m1", "channel": words, "groups": ["g1"]}],
        }
    )


def words_of_docx(packed: bytes) -> str:
    document = Document(io.BytesIO(packed))
    inside = document.element.body.iter()
    return squeezed(" ".join(node.text for node in inside if node.tag.endswith("}t") and node.text))


def words_of_pdf(packed: bytes) -> str:
    pages = PdfReader(io.BytesIO(packed)).pages
    return squeezed(" ".join(page.extract_text() for page in pages))


def sheet_of(packed: bytes, *, results: bool = False):
    return load_workbook(io.BytesIO(packed), data_only=results).active


def words_of_xlsx(packed: bytes) -> str:
    rows = sheet_of(packed, results=True).iter_rows(values_only=True)
    return squeezed(" ".join(str(cell) for row in rows for cell in row if cell is not None))


def squeezed(text: str) -> str:
    """Without what a line end or a break in a long word adds."""
    return re.sub(r"[\s\xa0\u200b\u00ad]", "", text)


def part(packed: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return archive.read(name).decode()
