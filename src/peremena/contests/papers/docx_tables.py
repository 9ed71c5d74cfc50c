"""Tables of the Word file: heads that repeat, rows that stay whole, quiet lines. Pure."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow

from peremena.contests.composition.parts import Cell, Column, Pairs, Table
from peremena.kit.docx_styles import TEXT_WIDTH

LINE, SHADE = "C9C4B5", "F3EFE4"
LABEL_SHARE = 36
# Sums are what a jury looks for first.
STRONG = {"requested", "total"}


def add_table(document: WordDocument, shown: Table) -> None:
    table = _bare(document, [column.share for column in shown.columns])
    _fill(
        table.add_row(),
        [Cell(column.title) for column in shown.columns],
        shown.columns,
        "Cell head",
    )
    _mark(table.rows[0], "tblHeader")
    for cell in table.rows[0].cells:
        _shade(cell)
    for row in shown.rows:
        _fill(table.add_row(), row, shown.columns, "Cell")
    if shown.total:
        _keep_with_next(table.rows[-1])
        _fill(table.add_row(), shown.total, shown.columns, "Cell head")
    for word_row in table.rows:
        _mark(word_row, "cantSplit")
    document.add_paragraph(style="Gap")


def add_pairs(document: WordDocument, pairs: Pairs) -> None:
    table = _bare(document, [LABEL_SHARE, 100 - LABEL_SHARE])
    columns = (Column("", LABEL_SHARE), Column("", 100 - LABEL_SHARE))
    for pair in pairs.rows:
        style = "Cell head" if pair.code in STRONG else "Cell"
        row = table.add_row()
        _fill(row, [Cell(pair.label), Cell(pair.text)], columns, style)
        _mark(row, "cantSplit")
    document.add_paragraph(style="Gap")


def _bare(document: WordDocument, shares: Sequence[int]) -> WordTable:
    table = document.add_table(rows=0, cols=len(shares))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Length(TEXT_WIDTH * share // 100)
    # The schema wants them in this order: borders, layout, margins.
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(_borders())
    layout.addnext(_margins())
    return table


def _fill(row: WordRow, cells: Sequence[Cell], columns: Sequence[Column], style: str) -> None:
    for word_cell, cell, column in zip(row.cells, cells, columns, strict=True):
        word_cell.width = Length(TEXT_WIDTH * column.share // 100)
        _write(word_cell, cell, style)
        if column.align == "right":
            for paragraph in word_cell.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _write(word_cell: WordCell, cell: Cell, style: str) -> None:
    first, *rest = cell.text.split("\n")
    paragraph = word_cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(first)
    for line in rest:
        word_cell.add_paragraph(line, style=style)
    for line in cell.note.split("\n") if cell.note else ():
        word_cell.add_paragraph(line, style="Cell note")


def _mark(row: WordRow, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _keep_with_next(row: WordRow) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _shade(cell: WordCell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _borders() -> BaseOxmlElement:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    return borders


def _margins() -> BaseOxmlElement:
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 60), ("left", 90), ("bottom", 60), ("right", 90)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins
