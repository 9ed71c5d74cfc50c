"""What the people room prints."""

from pathlib import Path

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from peremena.kit import pdf
from peremena.kit.typesetting import day
from peremena.people.models import PaperCode

SLIP = Path(__file__).with_name("slip.typ")


def slip(made: PaperCode, code: str, *, address: str) -> bytes:
    """A sheet of A6 to hand over: whose it is, the code, until when, what to do."""
    site = address.removeprefix("https://").removeprefix("http://")
    return pdf.write(
        SLIP,
        {
            "title": _("Peremena: to sign in"),
            "name": made.person.full_name,
            "code": code,
            "until": _("Works once, until {day}.").format(day=day(localdate(made.expires_at))),
            "steps": [
                _("Open {site} on a phone or a computer and press “Sign in”.").format(site=site),
                _("Choose “I have a code on paper”."),
                _("Type the code: capital or small letters, the dash is not needed."),
            ],
            "note": _("The code is yours alone. If the slip is lost, call the school."),
        },
    )
