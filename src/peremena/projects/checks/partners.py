"""PA: partners and our own share. A promise counts when its sum can be counted."""

from collections.abc import Iterator
from decimal import Decimal

from peremena.projects.brief import Section
from peremena.projects.brief.people import Letter, Partner
from peremena.projects.brief.sums import added, total

from . import phrases, pledges, shares, text
from .begun import filled
from .remarks import Finding, Severity
from .rule import Case, Findings, Rule

E, W, H = Severity
NO_LETTER = Letter()
FIELDS = {
    "title": "letter.title", "other_title": "letter.title", "leader": "letter.leader",
    "sum": "letter.sum", "contribution": "contribution",
}  # fmt: skip


def others_pay_a_part(case: Case) -> Findings:
    """PA-01: the grant is not the only money; where the contest names a share, that share."""
    contest, own, whole = case.circumstances.contest, added(case.brief), total(case.brief.budget)
    if not whole or any(line.source is None for line in case.brief.budget):
        return
    least = contest.own_share if contest else None
    if contest and least and own / whole < least:
        values = {"contest": contest.title, "share": own / whole, "least": least}
        yield Finding("budget", variant="share", severity=E, values=values)
    elif not own and not any(partner.money for partner in case.brief.partners):
        yield Finding("budget", variant="nothing")


def letters_can_be_counted(case: Case) -> Findings:
    """PA-02: a letter names this project, its leader and the sum, and says what is given."""
    for partner in case.brief.partners:
        path, letter = f"partners.{partner.id}", partner.letter or NO_LETTER
        missing = list(_missing(letter, partner, case)) if filled(letter) else []
        if not _is_counted_on(partner, case):
            if _promises_nothing(partner) and letter.sum is None:
                said = partner.contribution or ""
                yield Finding(f"{path}.contribution", said, "promise", W)
        elif missing:
            field = f"{path}.{FIELDS[missing[0]]}"
            yield Finding(field, partner.org or "", "letter", values={"missing": missing})


def sums_agree(case: Case) -> Findings:
    """PA-03: the letter, the promise and the budget name one sum."""
    for partner in case.brief.partners:
        written = partner.letter.sum if partner.letter else None
        budget = shares.counted(partner, case.brief)
        if _differ(written, budget):
            yield _apart(partner, "letter", one=written, other=budget)
        elif _differ(partner.money, budget):
            yield _apart(partner, "promise", one=partner.money, other=budget)
        elif _differ(written, partner.money):
            yield _apart(partner, "card", one=written, other=partner.money)


def promises_are_on_paper(case: Case) -> Findings:
    """PA-05: whoever is counted on has written a letter."""
    for partner in case.brief.partners:
        if _is_counted_on(partner, case) and not filled(partner.letter):
            yield Finding(f"partners.{partner.id}.letter.date", place=partner.org or "")


def _missing(letter: Letter, partner: Partner, case: Case) -> Iterator[str]:
    title = text.words(case.brief.project.title)
    if not filled(letter.title):
        yield "title"
    elif title and text.words(letter.title) != title:
        yield "other_title"
    if not filled(letter.leader):
        yield "leader"
    if letter.sum is None:
        yield "sum"
    if _promises_nothing(partner):
        yield "contribution"


def _differ(one: Decimal | None, other: Decimal | None) -> bool:
    return one is not None and other is not None and one != other


def _apart(partner: Partner, variant: str, **sums: Decimal | None) -> Finding:
    field = "money" if variant == "promise" else "letter.sum"
    return Finding(f"partners.{partner.id}.{field}", partner.org or "", variant, values=sums)


def _is_counted_on(partner: Partner, case: Case) -> bool:
    return bool(partner.money) or bool(shares.of_partner(partner, case.brief))


def _promises_nothing(partner: Partner) -> bool:
    said = partner.contribution or ""
    return not any(sign.isdigit() for sign in said) and bool(
        text.found(phrases.EMPTY_PROMISE, said)
    )


RULES = (
    Rule(
        "PA-01", Section.PARTNERS, others_pay_a_part,
        ngo=W, ib=W, needs=(Section.BUDGET,), sources=("Q1", "U10"),
    ),
    Rule("PA-02", Section.PARTNERS, letters_can_be_counted, ngo=E, ib=E, sources=("M9", "M11")),
    Rule(
        "PA-03", Section.PARTNERS, sums_agree,
        ngo=E, ib=E, needs=(Section.BUDGET,), sources=("M7", "M9"),
    ),
    Rule(
        "PA-04", Section.PARTNERS, pledges.partners_have_a_part,
        ngo=H, ib=H, needs=(Section.PLAN, Section.BUDGET), sources=("M7",),
    ),
    Rule("PA-05", Section.PARTNERS, promises_are_on_paper, ngo=W, ib=W, sources=("K6",)),
    Rule(
        "PA-06", Section.BUDGET, pledges.pledges_are_written_down,
        ib=W, sources=("I5",),
    ),
)  # fmt: skip
