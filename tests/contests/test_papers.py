"""Word, PDF and the spreadsheet say the same, always the same way, whatever people typed."""

import io
from datetime import date
from decimal import Decimal

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from peremena.contests.papers import MEDIA_TYPES, WRITERS, xlsx
from peremena.projects.brief import Brief
from tests.contests.papers import (
    BAD,
    GOOD,
    MEAN,
    hostile,
    paper,
    part,
    sheet_of,
    squeezed,
    words_of_docx,
    words_of_pdf,
    words_of_xlsx,
    written,
)

READERS = {"docx": words_of_docx, "pdf": words_of_pdf, "xlsx": words_of_xlsx}


@pytest.mark.parametrize("brief", ["good", "bad"])
@pytest.mark.parametrize("name", WRITERS)
def test_title_sum_and_summary_are_equal_in_all_papers(name, brief):
    told = paper({"good": GOOD, "bad": BAD}[brief])

    words = READERS[name](written(name, brief))

    for said in (told.title, told.summary, told.applicant, told.contest, str(told.sums.total)):
        assert squeezed(said) in words


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_paper_gives_the_same_bytes(name):
    told = paper(made=date(2027, 3, 12))

    assert WRITERS[name](told) == written(name, "good")
    assert name in MEDIA_TYPES


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("words", MEAN, ids=range(len(MEAN)))
@pytest.mark.slow
def test_hostile_words_come_through_as_words(name, words):
    told = paper(hostile(words))

    packed = WRITERS[name](told)

    shown = squeezed(told.title)
    letters = "".join(sign for sign in shown if sign.isalnum() and ord(sign) < 0x500)
    assert letters in "".join(sign for sign in READERS[name](packed) if sign.isalnum())


@pytest.mark.parametrize("name", WRITERS)
def test_an_empty_project_still_makes_a_paper(name):
    told = paper(Brief())

    assert squeezed("Проект без названия") in READERS[name](WRITERS[name](told))


@pytest.mark.parametrize("name", ["docx", "pdf"])
@pytest.mark.parametrize(("brief", "expected"), [("good", False), ("bad", True)])
def test_what_is_missing_stands_on_a_page_of_its_own_and_only_then(name, brief, expected):
    words = READERS[name](written(name, brief))

    assert (squeezed("Чего ещё не хватает") in words) is expected


class TestWord:
    packed = written("docx", "good")
    document = Document(io.BytesIO(packed))

    def test_headings_are_headings(self):
        headings = [p.text for p in self.document.paragraphs if p.style.name == "Heading 1"]

        assert headings[:4] == [
            "Краткое описание",
            "Что нового",
            "География проекта",
            "Обоснование социальной значимости",
        ]
        assert self.document.paragraphs[2].style.name == "Title"

    def test_the_heads_of_tables_repeat_on_each_page(self):
        tables = [table for table in self.document.tables if len(table.columns) > 2]

        assert len(tables) == 10
        for table in tables:
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None

    def test_it_is_a4_in_russian_with_a_title_and_page_numbers(self):
        page = self.document.sections[0]
        footer = part(self.packed, "word/footer1.xml")

        assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
        assert self.document.core_properties.title == "Пимокаты Ключей"
        assert self.document.core_properties.language == "ru-RU"
        assert 'w:val="ru-RU"' in part(self.packed, "word/styles.xml")
        assert 'w:instr="PAGE"' in footer
        assert 'w:instr="NUMPAGES"' in footer

    def test_sums_and_days_are_set_the_russian_way(self):
        cells = [cell.text for row in self.document.tables[0].rows for cell in row.cells]

        assert "471\xa0200\xa0₽" in cells
        assert "1\xa0июля 2027 — 31\xa0мая 2028" in cells


class TestPdf:
    packed = written("pdf", "good")
    reader = PdfReader(io.BytesIO(packed))

    def test_it_is_tagged_and_says_its_language_and_title(self):
        catalog = self.reader.trailer["/Root"]

        assert catalog["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in catalog
        assert catalog["/Lang"].startswith("ru")
        assert self.reader.metadata.title == "Пимокаты Ключей"

    def test_pages_are_numbered(self):
        last = len(self.reader.pages)

        assert f"Страница {last} из {last}" in self.reader.pages[-1].extract_text()


class TestSpreadsheet:
    def test_formulas_come_to_the_sums_of_the_application(self):
        told = paper()
        packed = xlsx.write(told)
        formulas, results = sheet_of(packed), sheet_of(packed, results=True)

        for number, line in enumerate(told.lines, 7):
            assert formulas[f"G{number}"].value == f"=D{number}*F{number}"
            assert results[f"G{number}"].value == line.sum
            assert results[f"D{number}"].value * results[f"F{number}"].value == line.sum
        assert formulas["G14"].value == "=SUM($G$7:$G$13)"
        assert results["G14"].value == told.sums.total == sum(line.sum for line in told.lines)
        by_source = {results[f"B{row}"].value: results[f"G{row}"].value for row in range(16, 19)}
        assert by_source == told.sums.by_source
        assert formulas["G16"].value == "=SUMIF($H$7:$H$13,B16,$G$7:$G$13)"

    def test_a_sum_that_is_not_a_product_stays_as_written_and_is_marked(self):
        sheet = sheet_of(xlsx.write(paper(BAD)))

        assert sheet["G8"].value == 35000
        assert sheet["J8"].value.startswith("Внимание: сумма не равна")

    @pytest.mark.parametrize("words", ["=1+1", "+7 900", "-5", "@SUM(A1)"])
    def test_words_that_look_like_formulas_are_not(self, words):
        sheet = sheet_of(xlsx.write(paper(hostile(words))))

        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f" or cell.column_letter == "G"
        assert (sheet["B7"].value, sheet["B7"].data_type) == (words, "s")
        assert sheet["B7"].quotePrefix

    def test_kopecks_are_shown_where_there_are_some(self):
        whole = sheet_of(xlsx.write(paper()))
        exact = Brief.model_validate(
            {"budget": [{"id": "b1", "sum": Decimal("294440.15"), "source": "grant"}]}
        )

        assert whole["G7"].number_format == "#,##0"
        assert sheet_of(xlsx.write(paper(exact)))["G7"].number_format == "#,##0.00"
        assert sheet_of(xlsx.write(paper(exact)), results=True)["G8"].value == 294440.15

    def test_it_prints_across_one_page_with_its_head_repeated(self):
        sheet = sheet_of(xlsx.write(paper()))

        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$6:$6"
        assert sheet.freeze_panes == "A7"
