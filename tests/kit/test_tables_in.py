"""Tables that people bring are read as any program saves them, or refused in plain words."""

import io
import zipfile
from datetime import date, datetime

import pytest
from django.core.files.base import ContentFile
from openpyxl import Workbook

from peremena.kit import tables_in
from peremena.kit.refusals import Refused
from peremena.kit.tables_in import Table, read

LINES = [("Район", "Село", "Жителей"), ("Тарский район", "Ключи", "540")]
WHOLE = Table(LINES[0], [LINES[1]], [2])


def csv_of(encoding="utf-8", delimiter=";"):
    return "\r\n".join(delimiter.join(line) for line in LINES).encode(encoding)


def workbook_of(*lines):
    book, saved = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_text_is_read_in_any_of_the_usual_letters(encoding, delimiter):
    assert read(ContentFile(csv_of(encoding, delimiter))) == WHOLE


def test_a_workbook_is_read_like_text():
    sent = workbook_of(LINES[0], ("Тарский район", "Ключи", 540.0))

    assert read(ContentFile(sent)) == WHOLE


def test_days_of_a_workbook_become_iso():
    sent = workbook_of(["С"], [date(2025, 1, 1)], [datetime(2025, 3, 2)])  # noqa: DTZ001 -- as Excel knows it

    assert read(ContentFile(sent)).rows == [("2025-01-01",), ("2025-03-02",)]


def test_a_quoted_cell_may_hold_the_sign_that_parts_cells():
    sent = 'Село;"Источник; год"\n"Ключи; Лесная";перепись'.encode()

    assert read(ContentFile(sent)) == Table(
        ("Село", "Источник; год"), [("Ключи; Лесная", "перепись")], [2]
    )


def test_empty_lines_are_left_out_and_numbers_stay_those_of_the_file():
    sent = "\nСело;Жителей\n\nКлючи;540;\n;;\nЛесная\n".encode()

    found = read(ContentFile(sent))

    assert (found.header, found.rows) == (("Село", "Жителей"), [("Ключи", "540"), ("Лесная", "")])
    assert found.numbers == [4, 6]


def bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(tables_in.MOST_UNPACKED + 1))
    return packed.getvalue()


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \r\n ", id="blank"),
        pytest.param(b";;\n;", id="nothing but signs"),
        pytest.param(csv_of("cp866"), id="letters of DOS"),
        pytest.param(b"\x00\x01\x02\x03", id="not a text"),
        pytest.param(b"PK\x03\x04 and no archive", id="not an archive"),
        pytest.param(b";".join([b"a"] * 300), id="too many columns"),
        pytest.param(b"a\n" * 20_003, id="too many rows"),
    ],
)
def test_what_cannot_be_read_is_refused(sent):
    with pytest.raises(Refused):
        read(ContentFile(sent))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(tables_in, "MOST_UNPACKED", 1000)

    with pytest.raises(Refused):
        read(ContentFile(bomb()))


def test_a_document_that_is_no_table_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")

    with pytest.raises(Refused):
        read(ContentFile(packed.getvalue()))
