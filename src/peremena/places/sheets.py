"""Tables of territories that people take away: what is here, and a template to fill in."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from peremena.kit.tables_out import XLSX, csv_response, letters, named_bytes, xlsx_response

from . import sheet_words, words
from .importing import Place, Told, lines
from .models import Territory
from .queries import imports as queries
from .rules import Status

WIDE = 26


@dataclass(frozen=True)
class Explained:
    """A column of the template; `letter` as in Excel."""

    letter: str
    title: str
    words: str


def titles() -> list[str]:
    return [str(title) for title in sheet_words.COLUMNS.values()]


def rows(territories: QuerySet[Territory]) -> Iterator[list[object]]:
    statuses = {status: str(text) for status, text in words.STATUSES.items()}
    for place in queries.places(territories):
        yield from lines(place, statuses)


def as_csv(territories: QuerySet[Territory]) -> HttpResponseBase:
    return csv_response(_("territories"), titles(), rows(territories))


def as_xlsx(territories: QuerySet[Territory]) -> HttpResponseBase:
    return xlsx_response(_("territories"), titles(), rows(territories))


def explained() -> list[Explained]:
    return [
        Explained(letters(place), str(title), str(sheet_words.EXPLANATIONS[column]))
        for place, (column, title) in enumerate(sheet_words.COLUMNS.items())
    ]


def examples() -> list[list[object]]:
    """Rows that the programme leaves out when the file comes back."""
    place = Place(
        district="Тарский район",
        name=_("Example: Klyuchi territory"),
        centre=_("Klyuchi"),
        population=840,
        year=2021,
        source=_("census"),
        status=Status.RURAL_SETTLEMENT,
        status_since=date(2006, 1, 1),
        villages=(Told(_("Klyuchi"), 540, 2021, _("census")), Told(_("Lesnaya"), 300, 2021)),
    )
    statuses = {status: str(text) for status, text in words.STATUSES.items()}
    return list(lines(place, statuses))


def template_csv() -> HttpResponseBase:
    return csv_response(_("template-of-territories"), titles(), examples())


def template_xlsx() -> HttpResponse:
    """A sheet to fill in and a sheet that says what each column wants."""
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import

    book, saved = Workbook(), io.BytesIO()
    sheet = book.active
    sheet.title, sheet.freeze_panes = _("Territories"), "C2"
    for line in [titles(), *examples()]:
        sheet.append(line)
    for one in explained():
        sheet.column_dimensions[one.letter].width = WIDE
    beside = book.create_sheet(_("How to fill in"))
    for line in explanations():
        beside.append(line)
    beside.column_dimensions["A"].width, beside.column_dimensions["B"].width = WIDE, 90
    book.save(saved)
    return named_bytes(saved.getvalue(), XLSX, _("template-of-territories") + ".xlsx")


def explanations() -> Iterator[list[str]]:
    yield from ([one.title, one.words] for one in explained())
    yield []
    yield [_("Statuses"), ", ".join(str(text) for text in words.STATUSES.values())]
    yield ["", _("An empty cell changes nothing.")]
    yield ["", _("Rows whose territory begins with “Example:” are left out.")]


TABLES = {"csv": as_csv, "xlsx": as_xlsx}
TEMPLATES = {"csv": template_csv, "xlsx": template_xlsx}
