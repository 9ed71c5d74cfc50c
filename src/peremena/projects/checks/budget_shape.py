"""BU: the budget as a whole: how much of it is pay, and whether its sums were reckoned."""

from decimal import Decimal

from peremena.projects.brief.sums import known, total

from .remarks import Finding
from .rule import Case, Findings
from .yardsticks import yardsticks

ROUND = Decimal(5_000)
MOST_ROUND = 0.7
FEWEST_LINES = 3


def pay_leaves_room(case: Case) -> Findings:
    """BU-10: people's pay takes no more of the whole than the school's own measure."""
    whole = total(case.brief.budget)
    pay = [line for line in case.brief.budget if line.category == "people"]
    if not whole or not pay:
        return
    share = total(pay) / whole
    if share > yardsticks().people_share:
        values = {"share": share, "limit": yardsticks().people_share}
        yield Finding("budget", variant="", values=values)


def sums_are_not_guessed(case: Case) -> Findings:
    """BU-11: not nearly every line is a multiple of five thousand."""
    sums = [amount for line in case.brief.budget if (amount := known(line))]
    if len(sums) < FEWEST_LINES:
        return
    rounded = [amount for amount in sums if amount % ROUND == 0]
    if len(rounded) > MOST_ROUND * len(sums):
        yield Finding("budget", values={"round": len(rounded), "count": len(sums)})
