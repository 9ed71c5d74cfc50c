"""The project on paper: one page, the whole brief, tables, cards, letters of support."""

import io
import zipfile
from datetime import datetime
from decimal import Decimal

import pytest
from docx import Document
from hypothesis import given, settings
from openpyxl import load_workbook
from pypdf import PdfReader

from peremena.projects import examples
from peremena.projects.brief import Brief, Section, read
from peremena.projects.papers import KINDS, book, cards, letters, one_page, sheets
from peremena.projects.texts import section
from tests.browse import Browse
from tests.contests.papers import hostile
from tests.factories import PersonFactory, project_of
from tests.generated_briefs import contents

GOOD = read(examples.text("good-pimokaty"))
MEAN = "=cmd|' /C calc'!A0 <b>&\" #let x = 1; *звёзды* " + "слово" * 90
BRIEFS = {"whole": GOOD, "empty": Brief(), "hostile": hostile(MEAN)}


def words(packed):
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(packed)).paragraphs)


def pages(packed):
    return [page.extract_text() for page in PdfReader(io.BytesIO(packed)).pages]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_brief_gives_the_same_bytes(kind):
    assert KINDS[kind].write(GOOD) == KINDS[kind].write(GOOD)


@pytest.mark.slow
@pytest.mark.parametrize("brief", BRIEFS.values(), ids=BRIEFS)
def test_one_page_is_one_page_and_four_cards_one_sheet(brief):
    assert [len(pages(one.write(brief))) for one in (one_page, cards)] == [1, 1]


def test_one_page_says_what_matters_in_embedded_fonts():
    packed = one_page.write(GOOD)

    (page,) = pages(packed)
    assert "Пимокаты Ключей" in page
    assert "просим 471" in page
    fonts = PdfReader(io.BytesIO(packed)).pages[0]["/Resources"]["/Font"].values()
    descendants = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts]
    assert all("/FontFile3" in font["/FontDescriptor"] for font in descendants)


def test_a_long_list_says_how_much_it_leaves_out():
    assert one_page.some(["а", "б", "в", "г"], 3) == ["а", "б", "и ещё 2"]
    assert one_page.some([], 3) == [one_page.EMPTY]


@pytest.mark.slow
def test_the_word_file_has_every_section_and_every_word():
    said = words(book.write(GOOD))

    assert [one for one in Section if section(one, "ru").title not in said] == []
    assert GOOD.problem.core in said
    assert "К какой задаче: Открыть вечернюю мастерскую" in said
    assert "Сумма в письме, ₽: 64\xa0800\xa0₽" in said


@settings(max_examples=15)
@given(contents().map(Brief.model_validate))
def test_any_brief_can_be_written_down(brief):
    assert book.write(brief)
    assert sheets.write(brief)


def test_the_workbook_has_the_logframe_the_calendar_and_the_budget():
    workbook = load_workbook(io.BytesIO(sheets.write(GOOD)))

    assert workbook.sheetnames == ["Логика проекта", "Календарь", "Смета"]
    assert workbook["Логика проекта"]["B2"].value == GOOD.goal.text
    assert workbook["Календарь"]["B2"].value == datetime(2027, 7, 5)  # noqa: DTZ001
    assert workbook["Смета"]["G9"].value == "=SUM(G2:G8)"
    assert sheets.lay_budget(workbook.create_sheet(), GOOD) == {"G9": Decimal(573500)}


def test_words_are_never_formulas():
    workbook = load_workbook(io.BytesIO(sheets.write(hostile("=1+1"))))

    assert workbook["Смета"]["B2"].data_type == "s"


def test_a_letter_names_the_project_the_leader_and_the_sum():
    said = words(letters.write(GOOD, GOOD.partners[0]))

    assert "Ключевской Дом культуры" in said
    assert "Проект: Пимокаты Ключей" in said
    assert "Руководитель проекта: Ахметова Алия" in said
    assert "Сколько это стоит: 64\xa0800\xa0₽" in said
    assert "Кто мы в проекте" not in said


def test_what_the_project_does_not_say_is_a_line_to_be_written_by_hand():
    partner = GOOD.partners[0].model_copy(update={"money": None, "id": "k9", "contribution": ""})

    assert letters.missing(GOOD, partner) == ("contribution", "sum")
    assert f"Сколько это стоит: {letters.LINE}" in words(letters.write(GOOD, partner))


def test_a_sum_is_carried_over_from_the_budget():
    partner = GOOD.partners[1].model_copy(update={"money": None})

    assert letters.facts(GOOD, partner)["sum"] == "12\xa0300\xa0₽"


def test_all_letters_are_in_one_zip():
    packed = letters.all_of(GOOD)

    assert zipfile.ZipFile(io.BytesIO(packed)).namelist() == [
        "01 Ключевской Дом культуры.docx",
        "02 КФХ Лесное.docx",
    ]
    assert packed == letters.all_of(GOOD)


@pytest.mark.django_db
@pytest.mark.slow
def test_the_page_of_papers_gives_each_of_them():
    leader = PersonFactory()
    project = project_of(leader, brief=GOOD)
    client = Browse()
    client.force_login(leader)
    here = f"/projects/{project.pk}/papers/"

    page = client.get(here)
    files = [*(f"{kind}/" for kind in KINDS), "letters.zip", "letters/k1/", "letters/k9/", "no/"]

    assert "Ключевской Дом культуры" in page.text
    assert [client.get(here + file).status_code for file in files] == [200] * 6 + [404] * 2


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("", 10, 1), ("девять бу", 10, 1), ("десять бук", 10, 2), ("a\nb", 10, 2), ("a\n\nb", 10, 3)],
)
def test_a_text_takes_so_many_lines(text, width, expected):
    assert sheets.lines(text, width) == expected


def test_rows_of_a_sheet_are_as_tall_as_their_longest_text():
    sheet = load_workbook(io.BytesIO(sheets.write(GOOD)))["Логика проекта"]
    longest = max(len(str(cell.value or "")) for cell in sheet[2])

    assert longest > 44
    assert sheet.row_dimensions[1].height < sheet.row_dimensions[2].height <= 409
