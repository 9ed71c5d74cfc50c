"""Tables that people take away open in Excel, run nothing, and come back as they went."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st

from peremena.kit.tables_in import read
from peremena.kit.tables_out import csv_response, letters, xlsx_response

HEADER = ["Село", "Сумма", "День"]
ROW = ["Ключи; Лесная", Decimal("1250.50"), date(2026, 11, 23)]
words = st.text("абв =+-@'\";,1", max_size=12).map(lambda said: " ".join(said.split()))


def content(response):
    return b"".join(response.streaming_content)


def test_csv_opens_in_excel_with_russian_letters_and_commas():
    response = csv_response("Сёла", HEADER, [ROW])

    assert content(response).decode() == (
        '\ufeffСело;Сумма;День\r\n"Ключи; Лесная";1250,50;2026-11-23\r\n'
    )
    assert "attachment" in response["Content-Disposition"]


def test_words_that_look_like_a_formula_stay_words():
    sent = content(csv_response("x", ["Село"], [['=HYPERLINK("x")'], ["+7 905"], ["-5"], [-5]]))

    lines = sent.decode().splitlines()[1:]
    assert lines == ['"\'=HYPERLINK(""x"")"', "'+7 905", "-5", "-5"]


def test_a_workbook_comes_back_as_it_went():
    moment = datetime(2026, 11, 23, 6, tzinfo=UTC)

    found = read(ContentFile(content(xlsx_response("x", [*HEADER, "Час"], [[*ROW, moment]]))))

    assert found.header == ("Село", "Сумма", "День", "Час")
    assert found.rows == [("Ключи; Лесная", "1250.5", "2026-11-23", "2026-11-23 12:00")]


def test_rows_are_taken_one_after_another():
    """A long table is not put together in memory first."""
    taken = []
    rows = (taken.append(number) or [number] for number in range(1000))

    lines = iter(csv_response("x", ["№"], rows).streaming_content)
    next(lines)
    next(lines)

    assert len(taken) == 1


def test_columns_are_lettered_as_in_excel():
    assert [letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@given(st.lists(st.tuples(words, words), max_size=5))
def test_what_went_out_comes_in_again(rows):
    header, kept = ("Село", "Источник"), [row for row in rows if any(row)]

    for response in (csv_response("x", header, rows), xlsx_response("x", header, rows)):
        found = read(ContentFile(content(response)))
        assert (found.header, found.rows) == (header, [unguarded(row) for row in kept])


def unguarded(row):
    """Words that begin like a guarded formula lose their apostrophe; nobody writes such words."""
    return tuple(
        word[1:] if word[:1] == "'" and word[1:2] in tuple("=+-@") else word for word in row
    )
