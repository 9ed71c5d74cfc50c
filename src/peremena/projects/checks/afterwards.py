"""SU: after the project. Who goes on, on what money, and who looks after what was built."""

from peremena.projects.brief import Section

from .remarks import Finding, Severity
from .rows import gaps
from .rule import Case, Findings, Rule

E, W, H = Severity
SHORTEST = 60


def somebody_goes_on(case: Case) -> Findings:
    """SU-01: who goes on, on what money and how, in more than a promise."""
    after = case.brief.afterwards
    said = " ".join(part.strip() for part in (after.who, after.money, after.how) if part)
    if missing := gaps(after, "who", "money", "how"):
        field = f"afterwards.{missing[0]}"
        yield Finding(field, variant="missing", values={"missing": missing})
    elif len(said) < SHORTEST:
        yield Finding("afterwards.how", place=after.how or "", variant="short")


def things_have_a_keeper(case: Case) -> Findings:
    """SU-02: what is built or bought has a holder, and its upkeep a price."""
    builds = any(activity.kind == "build" for activity in case.brief.plan)
    buys = any(line.category == "equipment" for line in case.brief.budget)
    missing = gaps(case.brief.afterwards, "holder", "upkeep")
    if missing and (builds or buys):
        variant = "built" if builds else "bought"
        field = f"afterwards.{missing[0]}"
        yield Finding(field, variant=variant, values={"missing": missing})


RULES = (
    Rule("SU-01", Section.AFTERWARDS, somebody_goes_on, ngo=W, ib=W, sources=("K3", "K6")),
    Rule("SU-02", Section.AFTERWARDS, things_have_a_keeper, ngo=W, ib=E, sources=("K5", "O21")),
)
