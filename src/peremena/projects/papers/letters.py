"""A letter of support for each partner, filled with what the project says; and all in a ZIP.

A letter says only what stands in the brief. What is missing is a line to be written by hand.
"""

import io
import zipfile

from docx import Document
from docx.document import Document as WordDocument

from peremena.kit import typesetting
from peremena.kit.archive import LONG_AGO, STAMP, steady
from peremena.kit.docx_styles import dress
from peremena.projects.brief import Brief
from peremena.projects.brief.people import Partner

from .telling import leader, said, term, title, worth

LINE = "_" * 24
FACTS = (
    ("Проект", "title"),
    ("Заявитель", "applicant"),
    ("Руководитель проекта", "leader"),
    ("Срок", "term"),
    ("Кто мы в проекте", "role"),
    ("Чем помогаем", "contribution"),
    ("Сколько это стоит", "sum"),
)


def write(brief: Brief, partner: Partner) -> bytes:
    """The bytes of a .docx, the same for the same words."""
    document = Document()
    describe(document, brief, partner)
    dress(document, footer=f"Письмо о поддержке: {title(brief)}"[:70])
    told = facts(brief, partner)
    document.add_paragraph("На бланке организации, если он есть", style="Note")
    document.add_paragraph(said(partner.org) or LINE, style="Overline")
    document.add_paragraph("Письмо о поддержке проекта", style="Title")
    document.add_paragraph(
        f"Мы знаем о проекте «{title(brief)}», поддерживаем его и подтверждаем своё участие."
    )
    for label, name in FACTS:
        if name == "role" and not told[name]:
            continue
        paragraph = document.add_paragraph(f"{label}: ")
        paragraph.add_run(told[name] or LINE).bold = True
    document.add_paragraph(f"{said(partner.signatory) or LINE}    Подпись {LINE}", style="Normal")
    document.add_paragraph(f"Дата {LINE}    М. П.", style="Normal")
    packed = io.BytesIO()
    document.save(packed)
    return steady(packed.getvalue())


def describe(document: WordDocument, brief: Brief, partner: Partner) -> None:
    properties = document.core_properties
    properties.title = f"Письмо о поддержке: {title(brief)}"[:250]
    properties.author = said(partner.org)[:250]
    properties.last_modified_by = properties.comments = ""
    properties.language = "ru-RU"
    properties.created = properties.modified = STAMP
    properties.revision = 1


def facts(brief: Brief, partner: Partner) -> dict[str, str]:
    """By name; "" where the brief does not say."""
    head = leader(brief)
    return {
        "title": said(brief.project.title),
        "applicant": said(brief.applicant.name),
        "leader": said(head.person) if head else "",
        "term": term(brief),
        "role": said(partner.role),
        "contribution": said(partner.contribution),
        "sum": typesetting.roubles(worth(partner, brief)),
    }


def missing(brief: Brief, partner: Partner) -> tuple[str, ...]:
    """What the letter leaves to be written by hand, by the names of `FACTS`."""
    told = facts(brief, partner)
    return tuple(name for _label, name in FACTS if name != "role" and not told[name])


def all_of(brief: Brief) -> bytes:
    """A ZIP with a letter for every partner, numbered in their order."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, partner in enumerate(brief.partners, 1):
            entry = zipfile.ZipInfo(file_name(number, partner), LONG_AGO)
            archive.writestr(entry, write(brief, partner))
    return packed.getvalue()


def file_name(number: int, partner: Partner) -> str:
    """Without signs that a disk would not take."""
    kept = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in said(partner.org))
    return f"{number:02d} {' '.join(kept.split())[:60] or 'партнёр'}.docx"
