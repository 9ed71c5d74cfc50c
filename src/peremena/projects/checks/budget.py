"""BU: the budget. Sums that come out, and every rouble for a deed one can picture."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from peremena.projects.brief import Section
from peremena.projects.brief.people import Partner
from peremena.projects.brief.sums import KOPECK, amount, reckoned
from peremena.projects.brief.work import Line

from . import budget_limits, budget_shape, phrases, shares, text
from .remarks import Finding, Severity
from .rows import gaps, ids
from .rule import Case, Findings, Rule

E, W, H = Severity
SHORTEST_COMMENT = 30
DEAR = Decimal(10_000)  # for cheaper things nobody is asked to show an offer
FRESH = timedelta(days=183)
BOUGHT_WITH = frozenset({"grant", "own", "municipal"})
PAID_WITH = BOUGHT_WITH | {"business"}
FIELDS = {
    "reckoning": "comment", "number": "comment",
    "evidence": "price_evidence", "day": "price_date",
}  # fmt: skip


def sums_come_out(case: Case) -> Findings:
    """BU-01: quantity by price is the sum, to the kopeck."""
    for line in case.brief.budget:
        right = reckoned(line)
        if right is not None and line.sum is not None and abs(right - line.sum) >= KOPECK:
            values = {"qty": line.qty, "price": line.price, "right": right, "sum": line.sum}
            yield Finding(f"budget.{line.id}.sum", place=line.title or "", values=values)


def roubles_go_to_deeds(case: Case) -> Findings:
    """BU-02: each line is for a deed of the plan or a person of the team."""
    plan, team = ids(case.brief.plan), ids(case.brief.team)
    for line in case.brief.budget:
        if line.activity not in plan and line.person not in team:
            yield Finding(f"budget.{line.id}.activity", place=line.title or "")


def sums_are_explained(case: Case) -> Findings:
    """BU-03: how the sum was reckoned and, for what is dear and bought, where its price is from."""
    for line in case.brief.budget:
        missing = [*_missing_in_comment(line), *_missing_in_evidence(line)]
        if missing:
            field = f"budget.{line.id}.{FIELDS[missing[0]]}"
            yield Finding(field, line.title or "", "missing", values={"missing": missing})
        elif _is_stale(line, case):
            values = {"day": line.price_date}
            yield Finding(f"budget.{line.id}.price_date", line.title or "", "stale", values=values)


def people_are_explained(case: Case) -> Findings:
    """BU-04: who is paid, for which deed, how employed and how busy."""
    plan = ids(case.brief.plan)
    team = {member.id: member for member in case.brief.team}
    for line in case.brief.budget:
        if line.category != "people" or line.source not in PAID_WITH:
            continue
        member = team.get(line.person or "")
        missing = [*gaps(member, "function", "employment", "load")] if member else ["person"]
        if line.activity not in plan:
            missing.append("activity")
        if missing:
            field = "activity" if missing == ["activity"] else "person"
            values = {"missing": missing}
            yield Finding(f"budget.{line.id}.{field}", place=line.title or "", values=values)


def partners_stand_in_the_budget(case: Case) -> Findings:
    """BU-08: a partner's line names the partner, and what a partner gives has a line."""
    nameless = shares.of_somebody(case.brief)
    for line in nameless:
        if line.source == "partner":
            yield Finding(f"budget.{line.id}.partner", place=line.title or "", variant="line")
    if nameless:
        return
    for partner in case.brief.partners:
        if _gives(partner) and not shares.of_partner(partner, case.brief):
            field = f"partners.{partner.id}.money"
            yield Finding(field, place=partner.org or "", variant="partner")


def what_is_bought_has_an_owner(case: Case) -> Findings:
    """BU-09: who owns dear equipment afterwards, and where it stands."""
    for line in case.brief.budget:
        missing = gaps(line, "owner_after", "place_after")
        if missing and line.category == "equipment" and _is_dear(line):
            field = f"budget.{line.id}.{missing[0]}"
            yield Finding(field, place=line.title or "", values={"missing": missing})


def deeds_without_money_say_why(case: Case) -> Findings:
    """BU-12: a deed has a line in the budget or a word on why it costs nothing."""
    paid = {line.activity for line in case.brief.budget}
    for deed in case.brief.plan:
        if deed.id not in paid and gaps(deed, "free_because"):
            yield Finding(f"plan.{deed.id}.free_because", place=deed.title or "")


def plan_comes_before_budget(case: Case) -> Findings:
    """BU-13: there are deeds before there are lines."""
    if case.brief.budget and not case.brief.plan:
        yield Finding("plan", values={"count": len(case.brief.budget)})


def _missing_in_comment(line: Line) -> Iterator[str]:
    comment = (line.comment or "").strip()
    if len(comment) < SHORTEST_COMMENT:
        yield "reckoning"
    elif not text.found(phrases.A_NUMBER, comment):
        yield "number"


def _missing_in_evidence(line: Line) -> Iterator[str]:
    if _is_dear(line):
        if gaps(line, "price_evidence"):
            yield "evidence"
        if line.price_date is None:
            yield "day"


def _is_stale(line: Line, case: Case) -> bool:
    """While the project is being prepared, a price older than half a year is to be asked anew."""
    today, begins = case.circumstances.today, case.brief.project.start
    if not (today and begins and line.price_date) or today > begins:
        return False
    return _is_dear(line) and line.price_date < today - FRESH


def _is_dear(line: Line) -> bool:
    return line.source in BOUGHT_WITH and amount(line) >= DEAR


def _gives(partner: Partner) -> bool:
    """Something that is worth money, as far as one can tell."""
    if partner.money:
        return True
    said = partner.contribution
    return bool(said and said.strip()) and not text.found(phrases.HELP_WITHOUT_MONEY, said)


RULES = (
    Rule("BU-01", Section.BUDGET, sums_come_out, ngo=E, ib=E, sources=("K4",)),
    Rule(
        "BU-02", Section.BUDGET, roubles_go_to_deeds,
        ngo=E, ib=E, needs=(Section.PLAN,), sources=("M7", "K13", "Q3"),
    ),
    Rule("BU-03", Section.BUDGET, sums_are_explained, ngo=E, ib=W, sources=("K12", "K3")),
    Rule(
        "BU-04", Section.BUDGET, people_are_explained,
        ngo=E, needs=(Section.PLAN, Section.TEAM), sources=("M7",),
    ),
    Rule("BU-05", Section.BUDGET, budget_limits.nothing_forbidden, ngo=E, ib=E, sources=("Q3",)),
    Rule("BU-06", Section.BUDGET, budget_limits.shares_fit, ngo=E, ib=E, sources=("K12",)),
    Rule("BU-07", Section.BUDGET, budget_limits.sum_fits, ngo=E, ib=E, sources=("K4",)),
    Rule(
        "BU-08", Section.BUDGET, partners_stand_in_the_budget,
        ngo=W, ib=W, needs=(Section.PARTNERS,), sources=("M7", "K4"),
    ),
    Rule("BU-09", Section.BUDGET, what_is_bought_has_an_owner, ngo=W, ib=W, sources=("K5",)),
    Rule("BU-10", Section.BUDGET, budget_shape.pay_leaves_room, ngo=H, ib=H),
    Rule("BU-11", Section.BUDGET, budget_shape.sums_are_not_guessed, ngo=H, ib=H, sources=("K12",)),
    Rule(
        "BU-12", Section.PLAN, deeds_without_money_say_why,
        ngo=H, ib=H, needs=(Section.BUDGET,),
    ),
    Rule("BU-13", Section.BUDGET, plan_comes_before_budget, ngo=H, ib=H, sources=("M5",)),
)  # fmt: skip
