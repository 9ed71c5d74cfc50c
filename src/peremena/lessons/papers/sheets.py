"""A list of names on paper, with numbers and boxes large enough for a signature."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from peremena.kit import pdf, typography
from peremena.kit.typesetting import clean
from peremena.lessons.models import Sheet
from peremena.lessons.queries.sheets import Numbered

TEMPLATE = Path(__file__).with_name("sheet.typ")


def pdf_of(sheet: Sheet, rows: list[Numbered]) -> bytes:
    session = sheet.session
    starts = timezone.localtime(session.starts_at)
    where = ", ".join(part for part in (typography.full_moment(starts), session.place) if part)
    paper = {
        "title": clean(session.title),
        "lead": clean(where),
        "how": _("Sign in the box. Came late: write “о” beside it; left early: “у”."),
        "columns": [_("Name"), _("Signature"), _("Late or early")],
        "rows": [[str(one.number), clean(one.name), clean(one.place)] for one in rows],
        "mark": _("Paper list {number}").format(number=sheet.pk),
    }
    return pdf.write(TEMPLATE, paper)
