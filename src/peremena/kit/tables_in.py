"""Tables that people bring: CSV as any program saves it, and XLSX. Every cell becomes text.

A file is believed by its content, not by its name. What cannot be read, or is too large to be a
table that somebody made by hand, is refused in a sentence that says what to do.
"""

import csv
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.core.files import File
from django.utils.translation import gettext as _

from .refusals import Refused

LARGEST = 10 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 20_000, 100, 4000
MOST_UNPACKED = 120 * 1024 * 1024  # what an XLSX may grow to; a bomb grows a thousandfold
DELIMITERS = ";,\t"
RUSSIAN = re.compile(r"[а-яёА-ЯЁ]")
FOREIGN = re.compile(r"[^\x00-\x7f\s№«»„“”‘’–—…°²³€₽×·§\xa0]")
BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, IndexError,
    AttributeError, TypeError, SyntaxError,
)  # fmt: skip
"""What a workbook that was damaged or made by hand brings openpyxl to."""
GUARDED = re.compile(r"'[=+\-@]")  # as tables_out writes words that are no formula
UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True)
class Table:
    """The first line that says anything, and what stands below it.

    Rows are as long as the header and never empty; `numbers` tells where each stood in the file,
    counted from 1 as Excel does. A day is in ISO form, a whole number has no fraction.
    """

    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    numbers: Sequence[int]


def read(upload: File) -> Table:
    """Raises Refused in plain words."""
    if (upload.size or 0) > LARGEST:
        raise Refused(_("The file is larger than 10 MB. Make it smaller and send it again."))
    content: bytes = upload.read()
    upload.seek(0)
    if not content.strip():
        raise Refused(_("The file is empty. Choose it once more."))
    is_archive = content.startswith(b"PK\x03\x04")
    return table(of_workbook(content) if is_archive else of_text(content))


def table(lines: Iterable[Sequence[str]]) -> Table:
    numbered = [
        (number, tuple(line)) for number, line in enumerate(bounded(lines), start=1) if any(line)
    ]
    if not numbered:
        raise Refused(_("There is nothing in the table."))
    header = trimmed(numbered[0][1])
    if len(header) > MOST_COLUMNS:
        raise Refused(_("The table has too many columns. Take the template and fill it in."))
    rows = [(number, fitted(line, len(header))) for number, line in numbered[1:]]
    filled = [(number, row) for number, row in rows if any(row)]
    return Table(header, [row for _number, row in filled], [number for number, _row in filled])


def bounded(lines: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    for number, line in enumerate(lines):
        if number > MOST_ROWS:
            many = _("The table has more than %(rows)s rows. Send it in parts.")
            raise Refused(many % {"rows": MOST_ROWS})
        yield line


def trimmed(line: Sequence[str]) -> tuple[str, ...]:
    """Without empty cells at the end."""
    length = max(place for place, cell in enumerate(line, start=1) if cell)
    return tuple(line[:length])


def fitted(line: Sequence[str], length: int) -> tuple[str, ...]:
    return (*line[:length], *[""] * (length - len(line)))


def of_text(content: bytes) -> Iterator[list[str]]:
    text = decoded(content)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        for line in lines:
            yield [written(cell) for cell in line[: MOST_COLUMNS + 1]]
    except csv.Error:
        raise Refused(_("The table cannot be read. Save it as XLSX and send it again.")) from None


def delimiter_of(text: str) -> str:
    """The sign that parts the first line most often, outside quotes."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(DELIMITERS, key=bare.count)


def decoded(content: bytes) -> str:
    """UTF-8 with or without a mark, what Excel calls Unicode text, else Windows-1251."""
    encodings = ["utf-8-sig", "cp1251"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_readable(text):
            return text
    raise Refused(_("The letters of this file cannot be read. Save it as “CSV UTF-8” or as XLSX."))


def is_readable(text: str) -> bool:
    """No control signs, and letters that are not Latin are mostly Russian: not those of DOS."""
    foreign = len(FOREIGN.findall(text))
    return not UNREADABLE.search(text) and len(RUSSIAN.findall(text)) >= 0.9 * foreign


def of_workbook(content: bytes) -> Iterator[list[str]]:
    """The first sheet; a formula counts as the value that Excel saved with it."""
    import openpyxl  # noqa: PLC0415 -- slow import

    unreadable = _("The table cannot be opened. Save it anew as XLSX and send it again.")
    refuse_a_bomb(content, unreadable)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as that of a style it does not know
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # a sheet that lies about its size is read to its end
        for line in sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True):
            yield [written(cell) for cell in line]
    except BROKEN:
        raise Refused(unreadable) from None


def refuse_a_bomb(content: bytes, unreadable: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(one.file_size for one in archive.infolist())
    except zipfile.BadZipFile:
        raise Refused(unreadable) from None
    if unpacked > MOST_UNPACKED:
        raise Refused(_("The table is too large inside. Keep the one sheet that is needed."))


def written(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    said = " ".join(str(cell).split())[:LONGEST_CELL]
    return said[1:] if GUARDED.match(said) else said
