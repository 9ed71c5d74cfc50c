"""The notice of a call as one page of A4 for a wall: what, when, how, with a square code."""

from pathlib import Path

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from peremena.intake.models import Call
from peremena.intake.queries import calls as queries
from peremena.kit import pdf, qr, typography
from peremena.kit.typesetting import clean

TEMPLATE = Path(__file__).with_name("notice.typ")
LONGEST = 900


def ring(call: Call) -> str:
    """Nothing where there is no number to ring."""
    if not call.phone:
        return ""
    said = _("No internet? Ring {phone}: we will write down your application.")
    return clean(said.format(phone=call.phone))


def pdf_of(call: Call) -> bytes:
    """The same bytes for the same call."""
    address = queries.address_of(call, queries.PAPER)
    paper = {
        "title": clean(call.title),
        "centre": clean(str(call.cohort.programme.centre)),
        "lead": clean(call.lead),
        "text": clean(call.text[:LONGEST]),
        "until": _("Applications until {day}").format(day=typography.day(localtime(call.last_day))),
        "seminar": clean(queries.seminar_line(call)),
        "how": _("Point the phone’s camera here, or type the address:"),
        "address": queries.address_of(call).partition("://")[2],
        "ring": ring(call),
        "code": qr.modules(address),
    }
    return pdf.write(TEMPLATE, paper)
