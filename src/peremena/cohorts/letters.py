"""What we write to a learner about gates, the personal plan and the certificate."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from peremena.cohorts.models import Certificate, Enrolment, Gate, PlanStep
from peremena.kit import typography
from peremena.mail import services as mail
from peremena.mail.rules import Urgency


def passed(gate: Gate, enrolment: Enrolment) -> None:
    """Without the note: staff wrote it for themselves."""
    said = _("The gate “{gate}” is behind you.")
    where = _("What comes next stands on your first page: {address}")
    parts = [said.format(gate=gate.title), where.format(address=settings.SITE_ADDRESS)]
    tell(enrolment, _("You are through: {gate}").format(gate=gate.title), parts, "gate")


def planned(enrolment: Enrolment, steps: Iterable[PlanStep]) -> None:
    until = _("until {day}")
    lines = [f"— {one.text}, {until.format(day=typography.day(one.due_on))}" for one in steps]
    parts = [
        _("We have thought out how to get to the next gate. Step by step:"),
        "\n".join(lines),
        _("Tick what is done on your first page: {address}").format(address=settings.SITE_ADDRESS),
        _("If a day does not suit you, ring us: the plan can be changed."),
    ]
    tell(enrolment, _("Your plan, with days"), parts, "plan")


def issued(certificates: Iterable[Certificate]) -> None:
    """To everybody whose certificate has just been given out."""
    for one in certificates:
        said = _("Your certificate {number} is ready. Academic hours: {hours}.")
        parts = [
            said.format(number=one, hours=floatformat(one.hours, -1)),
            _("See it here: {address}").format(address=address(one)),
        ]
        tell(one.enrolment, _("Your certificate"), parts, "certificate")


def revoked(certificate: Certificate) -> None:
    parts = [
        _("The certificate {number} holds no more.").format(number=certificate),
        certificate.why_revoked,
        _("If this is a mistake, answer this letter or ring us."),
    ]
    tell(certificate.enrolment, _("A certificate was revoked"), parts, "revoked", Urgency.TODAY)


def address(certificate: Certificate) -> str:
    return f"{settings.SITE_ADDRESS}{certificate.get_absolute_url()}"


def tell(
    enrolment: Enrolment,
    subject: str,
    parts: Sequence[str],
    kind: str,
    urgency: Urgency = Urgency.CAN_WAIT,
) -> None:
    mail.post(
        subject=subject, body="\n\n".join(part for part in parts if part), kind=f"cohorts.{kind}",
        person=enrolment.person, urgency=urgency,
    )  # fmt: skip
