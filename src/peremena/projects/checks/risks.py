"""RI: risks. What may go wrong, what is done then, and what the team only believes."""

from peremena.projects.brief import Section

from . import phrases, text
from .remarks import Finding, Severity
from .rows import gaps
from .rule import Case, Findings, Rule

E, W, H = Severity
FEWEST = 3


def risks_are_thought_through(case: Case) -> Findings:
    """RI-01: three risks at least, each with its chance, its harm, a measure and an owner."""
    risks = case.brief.risks
    if len(risks) < FEWEST:
        yield Finding("risks", variant="few" if risks else "none", values={"count": len(risks)})
    for risk in risks:
        if missing := gaps(risk, "text", "probability", "impact", "measure", "owner"):
            field = f"risks.{risk.id}.{missing[0]}"
            yield Finding(field, risk.text or "", "partly", values={"missing": missing})


def measures_are_deeds(case: Case) -> Findings:
    """RI-02: a measure is something done, not a hope."""
    for risk in case.brief.risks:
        if hope := text.found(phrases.HOPES, risk.measure):
            yield Finding(f"risks.{risk.id}.measure", place=hope)


def usual_risks_are_minded(case: Case) -> Findings:
    """RI-03: money of others, people, price or contractor, the leader: nobody is spared these."""
    told = [risk.text for risk in case.brief.risks if risk.text]
    if not told:
        return
    missing = [
        name for name, pattern in phrases.USUAL_RISKS.items()
        if not any(text.found(pattern, risk) for risk in told)
    ]  # fmt: skip
    if missing:
        yield Finding("risks", values={"missing": missing})


def beliefs_are_written_down(case: Case) -> Findings:
    """RI-04: one assumption at least that can be checked."""
    if not any(not gaps(belief, "text", "check") for belief in case.brief.assumptions):
        yield Finding("assumptions")


RULES = (
    Rule("RI-01", Section.RISKS, risks_are_thought_through, ngo=W, ib=W, sources=("K6", "K4")),
    Rule("RI-02", Section.RISKS, measures_are_deeds, ngo=H, ib=H, sources=("L12",)),
    Rule("RI-03", Section.RISKS, usual_risks_are_minded, ngo=H, ib=H),
    Rule("RI-04", Section.RISKS, beliefs_are_written_down, ngo=H, sources=("L12", "L11")),
)
