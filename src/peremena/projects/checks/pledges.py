"""PA: a partner has a part in the plan, and what residents and business give is on paper."""

from peremena.projects.brief.people import Partner
from peremena.projects.brief.sums import known
from peremena.projects.brief.work import Line

from . import phrases, shares, text
from .begun import filled
from .remarks import Finding
from .rule import Case, Findings

GIVEN = ("residents", "business")


def partners_have_a_part(case: Case) -> Findings:
    """PA-04: a partner is named in a deed or gives a line of the budget."""
    deeds = [text.roots(_said(deed)) for deed in case.brief.plan]
    for partner in case.brief.partners:
        if not (partner.org or "").strip() or shares.of_partner(partner, case.brief):
            continue
        roots = text.roots(partner.org) - case.places - phrases.OF_ORGANISATIONS
        if not any(roots & deed for deed in deeds):
            yield Finding(f"partners.{partner.id}.contribution", place=partner.org or "")


def pledges_are_written_down(case: Case) -> Findings:
    """PA-06: residents' and business's money stands by source, with the paper that promises it."""
    partners = {partner.id: partner for partner in case.brief.partners}
    given = [line for line in case.brief.budget if line.source in GIVEN]
    if not any(line.source == "residents" for line in given):
        yield Finding("budget", variant="residents")
    for line in given:
        if not known(line):
            yield Finding(f"budget.{line.id}.sum", place=line.title or "", variant="sum")
        elif not _is_on_paper(line, partners.get(line.partner or "")):
            yield Finding(
                f"budget.{line.id}.price_evidence", place=line.title or "", variant="paper"
            )


def _is_on_paper(line: Line, partner: Partner | None) -> bool:
    told = text.found(phrases.PAPER, f"{line.price_evidence} {line.comment} {line.title}")
    return bool(told) or bool(partner and filled(partner.letter))


def _said(deed: object) -> str:
    parts = (getattr(deed, name) for name in ("title", "place", "free_because"))
    return " ".join(part for part in parts if part)
