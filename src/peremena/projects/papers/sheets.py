"""The logframe, the calendar and the budget as sheets of one workbook. Words are never formulas."""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from peremena.kit import typesetting
from peremena.kit.archive import STAMP, steady
from peremena.projects import texts
from peremena.projects.brief import Brief, sums
from peremena.projects.pictures import calendar, logframe
from peremena.projects.pictures.calendar import Stretch
from peremena.projects.pictures.logframe import Step

from .telling import measured, said, title

HEAD = PatternFill("solid", fgColor="F3EFE4")
BAR = PatternFill("solid", fgColor="1C5D48")
TOP = Alignment(wrap_text=True, vertical="top")
MONEY = "#,##0.00"
MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
LEVELS = {"goal": "Цель", "outcomes": "Перемены", "outputs": "Сделанное", "activities": "Дела"}
LONGEST = 32_000
LINE, TALLEST = 13.5, 409.0  # points; a taller row no program of tables shows
IN_A_LINE = 0.9  # words break before a line is full
Value = str | int | Decimal | date | None


def write(brief: Brief) -> bytes:
    """The bytes of an .xlsx, the same for the same brief."""
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    lay_logframe(book.create_sheet("Логика проекта"), brief)
    lay_calendar(book.create_sheet("Календарь"), brief)
    results = lay_budget(book.create_sheet("Смета"), brief)
    book.properties.title = title(brief)[:250]
    book.properties.creator = said(brief.applicant.name)[:250]
    book.properties.created = book.properties.modified = STAMP
    packed = io.BytesIO()
    book.save(packed)
    return steady(packed.getvalue(), results)


def lay_logframe(sheet: Worksheet, brief: Brief) -> None:
    head(sheet, ["Ступень", "Чего хотим", "Чем измерим", "Чем подтвердим", "На что рассчитываем"])
    for step in logframe.logframe(brief):
        row(sheet, [LEVELS[step.level], *map("\n".join, cells(step))])
    dress(sheet, [14, 44, 36, 36, 36])


def cells(step: Step) -> Sequence[Sequence[str]]:
    measures = [measured(one.result) for one in step.measures]
    works = [f"дел в плане: {len(step.works)}"] if step.works else []
    cost = [f"смета: {typesetting.roubles(step.cost)}"] if step.cost is not None else []
    return (step.meant, works or measures, cost or step.evidence, step.assumptions)


def lay_calendar(sheet: Worksheet, brief: Brief) -> None:
    stretches = [Stretch(one.id, one.title or "", one.start, one.end) for one in brief.plan]
    span = calendar.months(stretches, brief.project.start, brief.project.end)
    months = list(span or ())
    names = [f"{MONTHS[month - 1]} {year}" for year, month in months]
    head(sheet, ["Дело", "Первый день", "Последний день", "Где", "Кто отвечает", *names])
    people = {one.id: said(one.person) for one in brief.team}
    for activity in brief.plan:
        who = people.get(activity.responsible or "", "")
        row(sheet, [said(activity.title), activity.start, activity.end, said(activity.place), who])
        start, end = activity.start or activity.end, activity.end or activity.start
        for column, (year, month) in enumerate(months, 6):
            if (
                start
                and end
                and (start.year, start.month) <= (year, month) <= (end.year, end.month)
            ):
                sheet.cell(sheet.max_row, column).fill = BAR
    dress(sheet, [44, 15, 17, 24, 24, *[9] * len(months)])


def lay_budget(sheet: Worksheet, brief: Brief) -> dict[str, Decimal]:
    """What its formulas come to, by cell."""
    head(
        sheet,
        ["№", "На что", "Вид", "Сколько", "Чего", "Цена", "Сумма", "Кто платит", "Дело", "Расчёт"],
    )
    deeds = {one.id: said(one.title) for one in brief.plan}
    for number, line in enumerate(brief.budget, 1):
        row(sheet, [
            number, said(line.title), texts.word("budget.category", line.category or "", "ru"),
            line.qty, said(line.unit), line.price, sums.known(line),
            texts.word("budget.source", line.source or "", "ru"),
            deeds.get(line.activity or "", ""), said(line.comment),
        ])  # fmt: skip
        for column in (6, 7):
            sheet.cell(sheet.max_row, column).number_format = MONEY
    dress(sheet, [5, 34, 18, 10, 10, 14, 16, 18, 34, 50])
    if not brief.budget:
        return {}
    last = len(brief.budget) + 1
    place = f"G{last + 1}"
    sheet[place], sheet[f"B{last + 1}"] = f"=SUM(G2:G{last})", "Всего"
    sheet[place].number_format = MONEY
    sheet[place].font = sheet[f"B{last + 1}"].font = Font(name="Arial", size=10, bold=True)
    return {place: sums.total(brief.budget)}


def head(sheet: Worksheet, names: Sequence[str]) -> None:
    sheet.append(list(names))
    for cell in sheet[1]:
        cell.font, cell.fill = Font(name="Arial", size=10, bold=True), HEAD
        cell.alignment = TOP


def row(sheet: Worksheet, values: Sequence[Value]) -> None:
    at = sheet.max_row + 1
    for column, value in enumerate(values, 1):
        cell = sheet.cell(at, column)
        cell.font, cell.alignment = Font(name="Arial", size=10), TOP
        if isinstance(value, str):
            cell.value = typesetting.clean(value)[:LONGEST]
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        else:
            cell.value = value
        if isinstance(value, date):
            cell.number_format = "DD.MM.YYYY"


def dress(sheet: Worksheet, widths: Sequence[int]) -> None:
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        tall = max(lines(str(one or ""), width) for one, width in zip(cells, widths, strict=False))
        sheet.row_dimensions[number].height = min(tall * LINE, TALLEST)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def lines(text: str, width: int) -> int:
    """How many lines a text takes in a column so many characters wide; one when it is empty.

    Rows get their height from us: not every program finds it by itself.
    """
    return sum(max(1, ceil(len(part) / (width * IN_A_LINE))) for part in text.split("\n"))
