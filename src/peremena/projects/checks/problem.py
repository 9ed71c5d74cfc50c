"""PR: the problem. Who, where and what is wrong, shown by facts."""

from peremena.projects.brief import Section

from .remarks import Finding, Severity
from .rule import Case, Findings, Rule


def facts_are_backed(case: Case) -> Findings:
    """PR-03: at least two facts with a number, a day and a source."""
    facts = case.brief.problem.facts
    backed = [fact for fact in facts if fact.number is not None and fact.date and fact.source]
    if len(backed) < 2:
        yield Finding("problem.facts", variant="one" if backed else "none")


RULES = (
    Rule(
        "PR-03", Section.PROBLEM, facts_are_backed,
        ngo=Severity.ERROR, ib=Severity.WARNING, sources=("K1",),
    ),
)  # fmt: skip
