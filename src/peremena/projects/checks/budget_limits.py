"""BU: the budget against the contest's own limits. Without a contest these rules are silent."""

from functools import lru_cache
from re import Pattern, escape

from peremena.projects.brief.sums import amount, asked, total
from peremena.projects.brief.work import CATEGORIES

from . import text
from .remarks import Finding
from .rule import Case, Findings
from .stems import phrase


def nothing_forbidden(case: Case) -> Findings:
    """BU-05: no line asks the contest for what it does not pay."""
    contest = case.circumstances.contest
    if not contest or not contest.prohibited_stems:
        return
    forbidden = _any_of(contest.prohibited_stems)
    for line in case.brief.budget:
        if line.source == "grant" and (place := text.found(forbidden, line.title)):
            yield Finding(f"budget.{line.id}.title", place, values={"contest": contest.title})


def shares_fit(case: Case) -> Findings:
    """BU-06: no category takes more of the sum asked for than the contest lets it."""
    contest, whole = case.circumstances.contest, asked(case.brief)
    if not contest or not whole:
        return
    for category in CATEGORIES:
        lines = [
            line for line in case.brief.budget
            if line.source == "grant" and line.category == category
        ]  # fmt: skip
        limit, share = contest.category_limits.get(category), total(lines) / whole
        if limit is not None and share > limit:
            largest = max(lines, key=amount)
            values = {
                "contest": contest.title, "category": [category], "share": share, "limit": limit,
            }  # fmt: skip
            yield Finding(f"budget.{largest.id}.sum", largest.title or "", values=values)


def sum_fits(case: Case) -> Findings:
    """BU-07: the sum asked for lies within the contest's bounds."""
    contest, whole = case.circumstances.contest, asked(case.brief)
    if not contest or not whole:
        return
    values = {"asked": whole, "contest": contest.title}
    if contest.maximum is not None and whole > contest.maximum:
        yield Finding("budget", variant="over", values=values | {"limit": contest.maximum})
    elif contest.minimum is not None and whole < contest.minimum:
        yield Finding("budget", variant="under", values=values | {"limit": contest.minimum})


@lru_cache(maxsize=100)
def _any_of(beginnings: tuple[str, ...]) -> Pattern[str]:
    return phrase(*(escape(text.plain(beginning)) for beginning in beginnings))
