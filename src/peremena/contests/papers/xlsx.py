"""The budget as a spreadsheet: sums are formulas, people's words are never formulas. Pure."""

import io
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from peremena.contests.composition.parts import Line, Paper
from peremena.contests.composition.words import table
from peremena.kit.archive import STAMP, steady
from peremena.kit.typesetting import joined

WIDTHS = {
    "number": 5, "title": 30, "category": 16, "quantity": 9, "unit": 10, "price": 13,
    "sum": 14, "source": 20, "purpose": 13, "grounds": 46,
}  # fmt: skip
COLUMNS = {code: get_column_letter(n) for n, code in enumerate(WIDTHS, 1)}
HEAD_ROW = 6
ROUBLES, KOPECKS = "#,##0", "#,##0.00"
NUMBERS = ("quantity", "price", "sum")
LONGEST = 32_000
LINE_HEIGHT, TALLEST = 13, 400
INK, FOREST, CLAY = "1B2420", "1C5D48", "A63D1F"
LINE = Side(style="thin", color="C9C4B5")
SHADE = PatternFill("solid", fgColor="F3EFE4")
WRAPPED = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
TO_THE_RIGHT = Alignment(wrap_text=True, vertical="top", horizontal="right")


class Sheet:
    """A worksheet that knows what its formulas come to, for viewers that do not calculate."""

    def __init__(self, worksheet: Worksheet, money: str) -> None:
        self.worksheet = worksheet
        self.money = money
        self.results: dict[str, Decimal] = {}

    def write(self, place: str, text: str, *, bold: bool = False, size: float = 10) -> Cell:
        """Words stay words, whatever sign they begin with."""
        cell = self._cell(place, bold=bold, size=size)
        cell.value = text[:LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
        return cell

    def count(self, place: str, value: Decimal | None, *, money: bool = True) -> None:
        cell = self._cell(place)
        cell.alignment = TO_THE_RIGHT
        cell.value = value
        cell.number_format = self.money if money else "General"

    def calculate(self, place: str, formula: str, result: Decimal, *, bold: bool = False) -> None:
        cell = self._cell(place, bold=bold)
        cell.alignment = TO_THE_RIGHT
        cell.value = f"={formula}"
        cell.number_format = self.money
        self.results[place] = result

    def finish(self, row: int) -> None:
        """A line below, and a height that shows all words: not every viewer finds it itself."""
        lines = 1
        for code, letter in COLUMNS.items():
            cell = self.worksheet[f"{letter}{row}"]
            cell.border = Border(bottom=LINE)
            if cell.data_type == "s":
                lines = max(
                    lines, *(-(-len(said) // WIDTHS[code]) for said in cell.value.split("\n"))
                )
        self.worksheet.row_dimensions[row].height = min(TALLEST, LINE_HEIGHT * lines + 4)

    def _cell(self, place: str, *, bold: bool = False, size: float = 10) -> Cell:
        cell = self.worksheet[place]
        cell.font = Font(name="Arial", size=size, bold=bold, color=FOREST if bold else INK)
        cell.alignment = WRAPPED
        return cell


def write(paper: Paper) -> bytes:
    """The bytes of an .xlsx with one sheet, ready to print."""
    book = Workbook()
    book.properties.creator, book.properties.title = paper.applicant[:250], paper.title[:250]
    book.properties.created = STAMP
    sheet = Sheet(book.active, money=_money(paper))
    sheet.worksheet.title = table("sheet")["name"]
    _head(sheet, paper)
    _lines(sheet, paper)
    _totals(sheet, paper)
    _for_print(sheet.worksheet)
    packed = io.BytesIO()
    book.save(packed)
    return steady(packed.getvalue(), results=sheet.results)


def _money(paper: Paper) -> str:
    """Kopecks are shown only where there are some."""
    exact = [value for line in paper.lines for value in (line.price, line.sum) if value is not None]
    return ROUBLES if all(value == value.to_integral_value() for value in exact) else KOPECKS


def _head(sheet: Sheet, paper: Paper) -> None:
    sheet.write("A1", paper.title or table("papers")["untitled"], bold=True, size=14)
    told = {"contest": paper.contest, "applicant": paper.applicant, "summary": paper.summary}
    for row, (code, said) in enumerate(told.items(), 2):
        sheet.write(f"A{row}", joined(table("sheet")[code], said, by=": "))
    for row in range(1, len(told) + 2):
        sheet.worksheet.merge_cells(f"A{row}:{COLUMNS['grounds']}{row}")
        lines = 1 + len(sheet.worksheet[f"A{row}"].value) // sum(WIDTHS.values())
        sheet.worksheet.row_dimensions[row].height = min(TALLEST, LINE_HEIGHT * lines + 6)
    for code, letter in COLUMNS.items():
        cell = sheet.write(f"{letter}{HEAD_ROW}", table("sheet")[code], bold=True)
        cell.fill, cell.border = SHADE, Border(top=LINE, bottom=LINE)
        cell.alignment = TO_THE_RIGHT if code in NUMBERS else WRAPPED


def _lines(sheet: Sheet, paper: Paper) -> None:
    for number, line in enumerate(paper.lines, 1):
        _line(sheet, HEAD_ROW + number, number, line)


def _line(sheet: Sheet, row: int, number: int, line: Line) -> None:
    place = {code: f"{letter}{row}" for code, letter in COLUMNS.items()}
    sheet.count(place["number"], Decimal(number), money=False)
    sheet.count(place["quantity"], line.quantity, money=False)
    sheet.count(place["price"], line.price)
    for code in ("title", "category", "unit", "source", "purpose"):
        sheet.write(place[code], getattr(line, code))
    if line.is_product and line.sum is not None:
        sheet.calculate(place["sum"], f"{place['quantity']}*{place['price']}", line.sum)
    else:
        sheet.count(place["sum"], line.sum)
    is_wrong = None not in (line.quantity, line.price, line.sum) and not line.is_product
    warning = table("phrases")["mismatch"] if is_wrong else ""
    sheet.write(place["grounds"], joined(warning, line.grounds, by=" "))
    if is_wrong:
        sheet.worksheet[place["sum"]].font = Font(name="Arial", size=10, bold=True, color=CLAY)
    sheet.finish(row)


def _totals(sheet: Sheet, paper: Paper) -> None:
    first, last = HEAD_ROW + 1, HEAD_ROW + max(1, len(paper.lines))
    sums, sources = (_span(COLUMNS[code], first, last) for code in ("sum", "source"))
    row = last + 1
    sheet.write(f"{COLUMNS['title']}{row}", table("phrases")["total"], bold=True)
    total = f"{COLUMNS['sum']}{row}"
    sheet.calculate(total, f"SUM({sums})", paper.sums.total, bold=True)
    for below, (name, given) in enumerate(paper.sums.by_source.items(), row + 2):
        label = f"{COLUMNS['title']}{below}"
        sheet.write(label, name)
        sheet.calculate(f"{COLUMNS['sum']}{below}", f"SUMIF({sources},{label},{sums})", given)


def _span(letter: str, first: int, last: int) -> str:
    return f"${letter}${first}:${letter}${last}"


def _for_print(worksheet: Worksheet) -> None:
    for code, letter in COLUMNS.items():
        worksheet.column_dimensions[letter].width = WIDTHS[code]
    worksheet.freeze_panes = f"A{HEAD_ROW + 1}"
    worksheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = worksheet.PAPERSIZE_A4
    worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
    worksheet.sheet_properties.pageSetUpPr.fitToPage = True
    worksheet.page_margins.left = worksheet.page_margins.right = 0.4
    worksheet.oddFooter.right.text = "&P / &N"
