"""EL: papers that agree, deeds within the direction, no debts, an applicant that exists today."""

from datetime import date, timedelta

from peremena.projects.brief.sums import asked

from . import text
from .remarks import Finding
from .rows import gaps
from .rule import Case, Findings, Paper
from .stems import phrase

MOST_OF_THEM = 2  # one in two
FRESH = timedelta(days=30)
SETTLEMENT = phrase(
    "сельск(?:ого|ое) поселени", "городск(?:ого|ое) поселени", "сельсовет", "поссовет"
)


def papers_agree(case: Case) -> Findings:
    """EL-06: title, sum and short description are the same in every paper of the application."""
    for paper in case.circumstances.papers:
        yield from _differences(paper, case)


def deeds_keep_the_direction(case: Case) -> Findings:
    """EL-07: half of the deeds at least are marked as of the direction. Silent till any is."""
    plan = case.brief.plan
    marked = sum(bool(deed.by_direction) for deed in plan)
    if marked and marked * MOST_OF_THEM < len(plan):
        values = {
            "marked": marked, "count": len(plan),
            "direction": case.brief.project.direction or "",
        }  # fmt: skip
        variant = "named" if case.brief.project.direction else "nameless"
        yield Finding("project.direction", variant=variant, values=values)


def nobody_is_in_debt(case: Case) -> Findings:
    """EL-08: no debt, on a day, by a paper. Without a contest an untouched question is no gap."""
    applicant = case.brief.applicant
    if applicant.debts == "some":
        yield Finding("applicant.debts", variant="some")
    elif applicant.debts == "none":
        if missing := gaps(applicant, "debts_date", "debts_paper"):
            values = {"missing": missing}
            yield Finding(f"applicant.{missing[0]}", variant="bare", values=values)
        elif _is_stale(applicant.debts_date, case):
            yield Finding(
                "applicant.debts_date", variant="stale", values={"day": applicant.debts_date}
            )
    elif case.circumstances.contest and applicant.kind != "person":
        yield Finding("applicant.debts", variant="unknown")


def applicant_exists_today(case: Case) -> Findings:
    """EL-09: not the administration of a settlement that has been joined to a larger one."""
    applicant, ended = case.brief.applicant, case.circumstances.settlement_ended
    contest = case.circumstances.contest
    filed = contest.deadline.date() if contest and contest.deadline else case.circumstances.today
    if applicant.kind != "municipal_body" or not (ended and filed) or filed < ended:
        return
    if place := text.found(SETTLEMENT, applicant.name):
        yield Finding("applicant.name", place=place, values={"day": ended})


def _differences(paper: Paper, case: Case) -> Findings:
    project, whole = case.brief.project, asked(case.brief)
    named: dict[str, object] = {"paper": paper.name}
    if paper.title is not None and text.words(paper.title) != text.words(project.title):
        values = {**named, "there": paper.title}
        yield Finding("project.title", place=project.title or "", variant="title", values=values)
    if paper.asked is not None and paper.asked != whole:
        values = {**named, "there": paper.asked, "here": whole}
        yield Finding("budget", variant="sum", values=values)
    if paper.summary is not None and text.words(paper.summary) != text.words(project.summary):
        yield Finding("project.summary", variant="summary", values=named)


def _is_stale(day: date | None, case: Case) -> bool:
    today = case.circumstances.today
    return bool(day and today and today - day > FRESH)
