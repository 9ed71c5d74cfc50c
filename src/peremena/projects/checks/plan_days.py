"""AC: the days of the calendar plan. They hold together, and the project never falls asleep."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from peremena.projects.brief.place import Project
from peremena.projects.brief.work import Activity

from .remarks import Finding, Severity
from .rule import Case, Findings

DAY = timedelta(days=1)
MONEY_COMES = timedelta(days=30)
LONGEST_REST = 60
MONTH = 30
AT_A_TIME = 4


@dataclass(frozen=True)
class Span:
    """Days from first to last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def months(self) -> int:
        return self.days // MONTH


def days_hold(case: Case) -> Findings:
    """AC-02: deeds end after they begin, lie inside the project and come after the money."""
    yield from _days_of_project(case)
    for activity in case.brief.plan:
        yield from _days_of_deed(activity, case.brief.project)
    yield from _first_purchase(case)


def project_keeps_going(case: Case) -> Findings:
    """AC-05: no long rest, and a deed in every month. Silent while days are missing."""
    project, lasting = _span(case.brief.project), spans(case.brief.plan)
    if not project or not lasting or len(lasting) < len(case.brief.plan):
        return
    rest = max(_rests(project, lasting.values()), key=lambda rest: rest.days)
    if rest.days > LONGEST_REST:
        values = {"first": rest.first, "last": rest.last, "days": rest.days}
        yield Finding("plan", variant="rest", values=values)
    elif sum(max(span.months, 1) for span in lasting.values()) < project.months:
        values = {"count": len(lasting), "months": project.months}
        yield Finding("plan", variant="rare", values=values)


def nobody_carries_everything(case: Case) -> Findings:
    """AC-11: one person answers for four deeds at a time at most."""
    for member in case.brief.team:
        theirs = spans(deed for deed in case.brief.plan if deed.responsible == member.id)
        loads = {id_: _load(span.first, theirs.values()) for id_, span in theirs.items()}
        busiest = max(loads, key=loads.__getitem__, default=None)
        if busiest and loads[busiest] > AT_A_TIME:
            values = {"count": loads[busiest], "day": theirs[busiest].first}
            yield Finding(f"plan.{busiest}.responsible", place=member.person or "", values=values)


def results_come_last(case: Case) -> Findings:
    """AC-12: a result is counted when the deeds that lead to it are over."""
    for result in case.brief.results:
        ends = [deed.end for deed in case.brief.plan if result.id in deed.results and deed.end]
        if result.date and ends and max(ends) > result.date:
            values = {"day": result.date, "end": max(ends)}
            yield Finding(f"results.{result.id}.date", place=result.text or "", values=values)


def _days_of_project(case: Case) -> Findings:
    project, contest = case.brief.project, case.circumstances.contest
    if project.start and project.end and project.end < project.start:
        yield Finding("project.end", variant="project_backwards")
    if contest is None:
        return
    if project.start and contest.earliest_start and project.start < contest.earliest_start:
        values = {"contest": contest.title, "day": contest.earliest_start}
        yield Finding("project.start", variant="before_contest", values=values)
    if project.end and contest.latest_end and project.end > contest.latest_end:
        values = {"contest": contest.title, "day": contest.latest_end}
        yield Finding("project.end", variant="after_contest", values=values)


def _days_of_deed(deed: Activity, project: Project) -> Findings:
    if deed.start and deed.end and deed.end < deed.start:
        yield Finding(f"plan.{deed.id}.end", place=deed.title or "", variant="backwards")
        return
    term = _span(project)
    days = (("start", deed.start), ("end", deed.end))
    for field, day in days:
        if term and day and not term.first <= day <= term.last:
            variant, values = "outside", {"first": term.first, "last": term.last}
            yield Finding(
                f"plan.{deed.id}.{field}", place=deed.title or "", variant=variant, values=values
            )
            return


def _first_purchase(case: Case) -> Findings:
    """The grant comes some weeks after the contract is signed, so nothing is bought before."""
    begins = case.brief.project.start
    bought = spans(d for d in case.brief.plan if d.kind == "buy" and _on_the_grant(case, d))
    first = min(bought, key=lambda id_: bought[id_].first, default=None)
    if begins and first and begins <= bought[first].first < begins + MONEY_COMES:
        values = {"day": bought[first].first}
        title = next(deed.title for deed in case.brief.plan if deed.id == first)
        field = f"plan.{first}.start"
        yield Finding(field, title or "", "purchase", Severity.WARNING, values)


def _on_the_grant(case: Case, deed: Activity) -> bool:
    """Not known to be paid by others."""
    sources = {line.source for line in case.brief.budget if line.activity == deed.id}
    return not sources or not sources.isdisjoint({None, "grant"})


def _span(dated: Project | Activity) -> Span | None:
    """None without both days, or when they stand the wrong way round."""
    if dated.start is None or dated.end is None or dated.end < dated.start:
        return None
    return Span(dated.start, dated.end)


def spans(deeds: Iterable[Activity]) -> dict[str, Span]:
    """By the deed's id; without those whose days are not known."""
    return {deed.id: span for deed in deeds if (span := _span(deed))}


def _rests(project: Span, deeds: Iterable[Span]) -> Iterator[Span]:
    """The times between deeds; some are of no days or fewer."""
    free = project.first
    for deed in sorted(deeds, key=lambda deed: deed.first):
        yield Span(free, min(deed.first - DAY, project.last))
        free = max(free, deed.last + DAY)
    yield Span(free, project.last)


def _load(day: date, deeds: Iterable[Span]) -> int:
    return sum(deed.first <= day <= deed.last for deed in deeds)
