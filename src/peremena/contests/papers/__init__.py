"""The application as files: Word, PDF and the budget as a spreadsheet. Pure.

Each writer draws the same `composition.Paper` and gives the same bytes for the same paper.
"""

from collections.abc import Callable

from peremena.contests.composition.parts import Paper

from . import docx, pdf, xlsx

WRITERS: dict[str, Callable[[Paper], bytes]] = {
    "docx": docx.write,
    "pdf": pdf.write,
    "xlsx": xlsx.write,
}
MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
