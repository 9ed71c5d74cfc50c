"""Certificates as PDF, a page each, with a code that leads to the public check."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from peremena.cohorts.models import Certificate
from peremena.kit import pdf, qr
from peremena.kit.typesetting import clean, day, number

TEMPLATE = Path(__file__).with_name("certificate.typ")


def pdf_of(certificates: Sequence[tuple[Certificate, str]]) -> bytes:
    """Each certificate with the address of its public page; the same bytes for the same."""
    return pdf.write(TEMPLATE, {"pages": [page(one, url) for one, url in certificates]})


def page(certificate: Certificate, url: str) -> dict[str, Any]:
    project = clean(certificate.project)
    return {
        "kind": _("Certificate"),
        "number": str(certificate),
        "centre": clean(certificate.centre),
        "lead": _("Participant of the school"),
        "name": clean(certificate.name),
        "did": _("has completed the programme"),
        "programme": clean(certificate.programme),
        "hours": _("of {number} academic hours").format(number=number(certificate.hours)),
        "project": _("Project of the team: “{project}”").format(project=project) if project else "",
        "day": day(certificate.issued_on),
        "sign": _("Head of the centre"),
        "check": _("Check: {address}, code {key}").format(address=place(url), key=certificate.key),
        "url": url,
        "code": qr.modules(url),
    }


def place(url: str) -> str:
    """Where the code is typed by those whose phone does not read the square one."""
    return url.partition("://")[2].rstrip("/").rpartition("/")[0]
