"""Tables that people take away: CSV that Excel opens by a double click, and XLSX.

Both are sent while they are made, so that a long table asks for no more memory than a short one.
"""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from .typesetting import UNPRINTABLE

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 60
Answer = TypeVar("Answer", StreamingHttpResponse, FileResponse, HttpResponse)


def csv_response(
    name: str, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> StreamingHttpResponse:
    """Parted by “;”, with the mark by which Excel knows UTF-8. `name`: without its ending."""
    response = StreamingHttpResponse(csv_lines(header, rows), content_type=CSV)
    return named(response, f"{name}.csv")


def xlsx_response(
    name: str, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> FileResponse:
    """Written row by row into a temporary file that goes away by itself."""
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for place, title in enumerate(header):
        sheet.column_dimensions[letters(place)].width = min(WIDEST, max(12, len(title) + 2))
    sheet.append(list(header))
    for row in rows:
        sheet.append([cell(value) for value in row])
    saved = tempfile.TemporaryFile()  # noqa: SIM115 -- closed when the answer has been sent
    book.save(saved)
    saved.seek(0)
    return named(FileResponse(saved, content_type=XLSX), f"{name}.xlsx")


def named(response: Answer, filename: str) -> Answer:
    disposition = content_disposition_header(as_attachment=True, filename=filename)
    response["Content-Disposition"] = disposition or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response


def named_bytes(content: bytes, kind: str, filename: str) -> HttpResponse:
    """A file that is made whole, such as a template; `filename`: with its ending."""
    return named(HttpResponse(content, content_type=kind), filename)


class Echo:
    """What csv writes into, to get the line back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    writer = csv.writer(Echo(), delimiter=";")
    yield "\ufeff" + writer.writerow([safe(title) for title in header])
    for row in rows:
        yield writer.writerow([text(value) for value in row])


def safe(words: str) -> str:
    """Words that a table program would take for a formula begin with an apostrophe."""
    is_number = words.removeprefix("-").replace(",", "", 1).replace(".", "", 1).isdigit()
    return f"'{words}" if words.startswith(FORMULA) and not is_number else words


def text(value: object) -> str:
    """Days in ISO form; a comma before kopecks, as Russian Excel reads them."""
    plain = cell(value)
    if plain is None:
        return ""
    if isinstance(plain, Decimal):
        return f"{plain:f}".replace(".", ",")
    return plain.isoformat() if isinstance(plain, date) else str(plain)


def cell(value: object) -> object:
    """Excel knows no time zones: a moment stands as the clock showed it here."""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None) if value.tzinfo else value
    if isinstance(value, str):
        return safe(UNPRINTABLE.sub("", value))
    is_plain = value is None or isinstance(value, int | float | Decimal | date)
    return value if is_plain else safe(str(value))


def letters(place: int) -> str:
    """0: A, 25: Z, 26: AA."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)
