"""Whose share of the budget a line is, where others than the contest pay."""

from decimal import Decimal

from peremena.projects.brief import Brief
from peremena.projects.brief.people import Partner
from peremena.projects.brief.sums import reckoned, total
from peremena.projects.brief.work import Line

from .rows import ids

PERHAPS_PARTNERS = frozenset({"partner", "business", "municipal", "in_kind"})


def of_partner(partner: Partner, brief: Brief) -> list[Line]:
    return [line for line in brief.budget if line.partner == partner.id and line.source != "grant"]


def of_somebody(brief: Brief) -> list[Line]:
    """Lines that may be a partner's, only nobody has said whose."""
    partners = ids(brief.partners)
    shares = (line for line in brief.budget if line.source in PERHAPS_PARTNERS)
    return [line for line in shares if line.partner not in partners]


def counted(partner: Partner, brief: Brief) -> Decimal | None:
    """The partner's share; None while the budget leaves open how much it is."""
    lines = of_partner(partner, brief)
    if any(line.sum is None and reckoned(line) is None for line in lines):
        return None
    return total(lines) if lines or (brief.budget and not of_somebody(brief)) else None
