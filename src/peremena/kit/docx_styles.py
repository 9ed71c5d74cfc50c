"""How our Word files look: page, fonts, headings, footer. Pure."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Arial"
INK, FOREST, GREY = (
    RGBColor(0x1B, 0x24, 0x20),
    RGBColor(0x1C, 0x5D, 0x48),
    RGBColor(0x59, 0x61, 0x5D),
)
TEXT_WIDTH = Cm(17)
FONT_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
# What the library's template brings along: rules under titles, spaced letters, tab stops.
TEMPLATE_TASTE = (
    f"{qn('w:pPr')}/{qn('w:pBdr')}",
    f"{qn('w:pPr')}/{qn('w:tabs')}",
    f"{qn('w:rPr')}/{qn('w:spacing')}",
    f"{qn('w:rPr')}/{qn('w:kern')}",
)
# name, size, colour, bold, space before, space after
STYLES = (
    ("Normal", 10.5, INK, False, 0, 6),
    ("Title", 22, FOREST, True, 0, 12),
    ("Subtitle", 11, GREY, False, 0, 10),
    ("Heading 1", 14, FOREST, True, 20, 6),
    ("Heading 2", 11, INK, True, 10, 4),
    ("List Bullet", 10.5, INK, False, 0, 4),
    ("List Number", 10.5, INK, False, 0, 4),
    ("Footer", 8.5, GREY, False, 0, 0),
    ("Overline", 9, FOREST, True, 0, 2),
    ("Note", 9, GREY, False, 6, 6),
    ("Row", 10.5, INK, False, 6, 2),
    ("Fact", 10, INK, False, 0, 3),
    ("Cell", 9.5, INK, False, 0, 0),
    ("Cell head", 9, FOREST, True, 0, 0),
    ("Cell note", 8.5, GREY, False, 2, 0),
    ("Gap", 4, INK, False, 0, 0),
)


PAGE = "Страница {page} из {pages}"


def dress(document: WordDocument, footer: str) -> None:
    """`footer`: what stands on each page beside its number."""
    _drop_unused(document)
    for name, size, colour, bold, before, after in STYLES:
        style = _style(document, name)
        _type(style, size, colour, bold=bold)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.15
    for name in ("Heading 1", "Heading 2", "Overline", "Subtitle", "Row", "Cell head"):
        _style(document, name).paragraph_format.keep_with_next = True
    _speak_russian(document)
    _page(document)
    _footer(document, footer)


def _drop_unused(document: WordDocument) -> None:
    """The library's template brings over a hundred styles; each paragraph would search them all."""
    wanted = {name for name, *_ in STYLES}
    for style in list(document.styles):
        if style.name not in wanted and style.element.get(qn("w:default")) is None:
            style.delete()
    for link in list(document.styles.element.iter(qn("w:link"))):
        link.getparent().remove(link)


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    if name in document.styles:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _type(style: ParagraphStyle, size: float, colour: RGBColor, *, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = (
        FONT,
        Pt(size),
        bold,
        False,
    )
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for slot in FONT_SLOTS:
        fonts.set(qn(f"w:{slot}"), FONT)
    for name in TEMPLATE_TASTE:
        for taste in style.element.findall(name):
            taste.getparent().remove(taste)


def _speak_russian(document: WordDocument) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        for slot in ("val", "eastAsia"):
            language.set(qn(f"w:{slot}"), "ru-RU")


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)


def _footer(document: WordDocument, said: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{said}\t")
    before, rest = PAGE.split("{page}")
    between, after = rest.split("{pages}")
    paragraph.add_run(before)
    _field(paragraph._p, "PAGE")
    paragraph.add_run(between)
    _field(paragraph._p, "NUMPAGES")
    paragraph.add_run(after)


def _field(paragraph: BaseOxmlElement, instruction: str) -> None:
    field, run, shown = (OxmlElement(f"w:{name}") for name in ("fldSimple", "r", "t"))
    field.set(qn("w:instr"), instruction)
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph.append(field)
