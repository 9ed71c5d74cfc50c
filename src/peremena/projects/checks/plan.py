"""AC: the calendar plan. Deeds one can picture, people who do them and answer for them."""

from re import Pattern

from peremena.projects.brief import Section
from peremena.projects.brief.work import Activity

from . import phrases, plan_days, plan_sense, stems, text
from .remarks import Finding, Severity
from .rows import gaps, ids
from .rule import Case, Findings, Rule

E, W, H = Severity
ALL = ("title", "start", "end", "place", "responsible", "people", "results")
USES_AFTER_OPENING = 2
RESIDENTS_SHARE = frozenset({"residents", "in_kind"})


def deeds_are_complete(case: Case) -> Findings:
    """AC-01: what, when, where, who answers, for how many, and what comes of it."""
    for activity in case.brief.plan:
        if missing := gaps(activity, *ALL):
            yield Finding(
                f"plan.{activity.id}.{missing[0]}",
                place=activity.title or "",
                values={"missing": missing},
            )


def deeds_have_plain_names(case: Case) -> Findings:
    """AC-03: no set phrases that may mean anything; names in quotes are left alone."""
    for activity in case.brief.plan:
        if vague := text.found(stems.VAGUE, text.without_quotes(activity.title)):
            yield Finding(f"plan.{activity.id}.title", place=vague)


def life_goes_on_after_opening(case: Case) -> Findings:
    """AC-06: what is built is used at least twice. A use without a day is taken to come after."""
    plan = case.brief.plan
    built = [activity for activity in plan if activity.kind == "build"]
    opened = min((activity.end for activity in built if activity.end), default=None)
    uses = [a for a in plan if a.kind == "use" and not (opened and a.start and a.start < opened)]
    if built and len(uses) < USES_AFTER_OPENING:
        yield Finding("plan", place=built[0].title or "", variant="once" if uses else "never")


def residents_take_part(case: Case) -> Findings:
    """AC-09: residents decide, or their work stands both in the plan and in the budget."""
    if not case.brief.plan or _residents_share(case) or _named(case, phrases.RESIDENTS_DECIDE):
        return
    work = _named(case, phrases.RESIDENTS_WORK)
    if work is None:
        yield Finding("plan", variant="nobody")
    elif gaps(work, "free_because"):
        place = text.found(phrases.RESIDENTS_WORK, work.title)
        yield Finding(f"plan.{work.id}.title", place=place, variant="uncounted")


def somebody_of_the_team_answers(case: Case) -> Findings:
    """AC-10: who answers for a deed is one of the team."""
    team = ids(case.brief.team)
    for activity in case.brief.plan:
        if not gaps(activity, "responsible") and activity.responsible not in team:
            yield Finding(f"plan.{activity.id}.responsible", place=activity.title or "")


def _residents_share(case: Case) -> bool:
    plan = ids(case.brief.plan)
    given = (line for line in case.brief.budget if line.source in RESIDENTS_SHARE)
    return any(line.activity in plan for line in given)


def _named(case: Case, pattern: Pattern[str]) -> Activity | None:
    return next((a for a in case.brief.plan if text.found(pattern, a.title)), None)


RULES = (
    Rule("AC-01", Section.PLAN, deeds_are_complete, ngo=E, ib=E, sources=("K13", "K2")),
    Rule("AC-02", Section.PLAN, plan_days.days_hold, ngo=E, ib=E, sources=("F8",)),
    Rule("AC-03", Section.PLAN, deeds_have_plain_names, ngo=W, ib=W, sources=("K15",)),
    Rule("AC-04", Section.PLAN, plan_sense.nothing_stands_twice, ngo=W, ib=W, sources=("K15",)),
    Rule("AC-05", Section.PLAN, plan_days.project_keeps_going, ngo=W, ib=W, sources=("K3",)),
    Rule("AC-06", Section.PLAN, life_goes_on_after_opening, ngo=W, ib=E, sources=("K5", "K4")),
    Rule(
        "AC-07", Section.BUDGET, plan_sense.what_is_bought_is_used,
        ngo=W, ib=W, needs=(Section.PLAN,), sources=("K13",),
    ),
    Rule("AC-08", Section.PLAN, plan_sense.seasons_are_minded, ngo=H, ib=H),
    Rule(
        "AC-09", Section.PLAN, residents_take_part,
        ngo=W, ib=E, needs=(Section.BUDGET,), sources=("K5", "K14"),
    ),
    Rule(
        "AC-10", Section.PLAN, somebody_of_the_team_answers,
        ngo=E, ib=E, needs=(Section.TEAM,), sources=("M7",),
    ),
    Rule(
        "AC-11", Section.PLAN, plan_days.nobody_carries_everything,
        ngo=H, ib=H, needs=(Section.TEAM,),
    ),
    Rule(
        "AC-12", Section.PLAN, plan_days.results_come_last,
        ngo=W, ib=W, needs=(Section.RESULTS,), sources=("F9",),
    ),
)  # fmt: skip
