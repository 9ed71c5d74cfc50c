"""GO: the goal. One change for people, which answers the problem and can be measured."""

from datetime import date, timedelta

from peremena.projects.brief import Section
from peremena.projects.brief.work import Result

from . import aims, reach, stems, text
from .remarks import Finding, Severity
from .rule import Case, Findings, Rule

E, W, H = Severity


def goal_is_one(case: Case) -> Findings:
    """GO-01: no list, no second sentence or clause with an aim of its own."""
    goal = case.brief.goal.text or ""
    if not goal.strip():
        yield Finding("goal.text", variant="none")
        return
    if aims.is_list(goal):
        yield Finding("goal.text", place=goal, variant="list")
    elif second := aims.second(goal):
        yield Finding("goal.text", place=second, variant="two")


def goal_is_a_change(case: Case) -> Findings:
    """GO-02: not a deed and not a thing, unless a linked result says what will be different."""
    goal = case.brief.goal.text or ""
    opening = _opening(goal)
    if stems.PROCESS.match(opening):
        yield Finding("goal.text", place=text.found(stems.PROCESS, goal), variant="deed")
    elif stems.DOING.match(opening) and not _says_what_changes(case):
        yield Finding("goal.text", place=text.found(stems.DOING, goal), variant="thing")


def goal_names_people(case: Case) -> Findings:
    """GO-03: the goal names one of the groups, in the same words or as the same kind of people."""
    goal = case.brief.goal.text
    groups = [group.who for group in case.brief.groups if group.who]
    if not goal or not groups:
        return
    kinds = text.people(goal) - {"everyone", "other"}
    if not any(text.roots(goal) & text.roots(who) or kinds & text.people(who) for who in groups):
        yield Finding("goal.text", place=goal, values={"group": groups[0]})


def goal_names_the_place(case: Case) -> Findings:
    """GO-04: a name from the passport."""
    goal = case.brief.goal.text
    if goal and case.places and not text.names_one_of(goal, case.places):
        yield Finding("goal.text", place=goal)


def goal_has_a_term(case: Case) -> Findings:
    """GO-05: a time in the goal, beside it, or in an outcome that comes due soon after."""
    goal, end = case.brief.goal, case.brief.project.end
    if not goal.text or goal.deadline or stems.TERM.search(text.plain(goal.text)):
        return
    latest = end + timedelta(days=365) if end else date.max
    outcomes = (result for result in case.brief.results if result.kind == "outcome")
    if not any(outcome.date and outcome.date <= latest for outcome in outcomes):
        yield Finding("goal.deadline", place=goal.text)


def goal_can_be_measured(case: Case) -> Findings:
    """GO-06: an outcome of the goal has an indicator, a value now and a value then."""
    outcomes = _measures(case)
    if any(o.indicator and o.base is not None and o.target is not None for o in outcomes):
        return
    if not outcomes:
        yield Finding("results", variant="none")
        return
    best = outcomes[0]
    missing = "indicator" if not best.indicator else "base" if best.base is None else "target"
    yield Finding(f"results.{best.id}.{missing}", place=best.text or "", variant="partly")


def goal_is_within_reach(case: Case) -> Findings:
    """GO-07: not the whole country, not the future, not for ever; names in quotes do not count."""
    goal = text.without_quotes(case.brief.goal.text)
    for match in stems.GLOBAL.finditer(text.plain(goal)):
        before = text.words(goal[: match.start()])[-2:]
        if not any(stems.NAMED_AFTER.match(word) for word in before):
            yield Finding("goal.text", place=text.whole_words(goal, match.start(), match.end()))
            return


def goal_answers_the_problem(case: Case) -> Findings:
    """GO-08: goal and problem share two roots, or speak of the same people."""
    goal, core = case.brief.goal.text, case.brief.problem.core
    if not goal or not core or text.people(goal) & text.people(core):
        return
    shared = text.kin(text.roots(goal) - case.places, text.roots(core) - case.places)
    if len(shared) < 2:
        yield Finding("goal.text", place=goal)


def goal_is_short(case: Case) -> Findings:
    """GO-09: forty words at most."""
    length = len(text.words(case.brief.goal.text))
    if length > 40:
        yield Finding("goal.text", values={"length": length})


def goal_is_not_money(case: Case) -> Findings:
    """GO-11: neither a grant nor a purchase."""
    goal = text.without_quotes(case.brief.goal.text)
    money = text.found(stems.PURCHASE, goal)
    if money and not stems.NOT_BOUGHT.search(text.plain(goal)):
        yield Finding("goal.text", place=money)


def _measures(case: Case) -> list[Result]:
    """Outcomes marked as the goal's; while none is marked, all outcomes."""
    outcomes = [result for result in case.brief.results if result.kind == "outcome"]
    return [outcome for outcome in outcomes if outcome.goal] or outcomes


def _says_what_changes(case: Case) -> bool:
    goal = text.plain(case.brief.goal.text)
    if stems.CHANGE.search(goal) or stems.NOT_BOUGHT.search(goal):
        return True
    return any(result.indicator for result in _measures(case))


def _opening(goal: str) -> str:
    """The goal from its first word that says something, plain."""
    words = text.words(goal)
    skipped = next((i for i, word in enumerate(words) if word not in stems.BEFORE_GOAL), 0)
    return " ".join(words[skipped:])


RULES = (
    Rule("GO-01", Section.GOAL, goal_is_one, ngo=E, ib=E, sources=("M16",)),
    Rule("GO-02", Section.GOAL, goal_is_a_change, ngo=W, sources=("L10", "M2")),
    Rule(
        "GO-03",
        Section.GOAL,
        goal_names_people,
        ngo=W,
        needs=(Section.GROUPS,),
        sources=("L10", "O19"),
    ),
    Rule("GO-04", Section.GOAL, goal_names_the_place, ngo=H, ib=H, sources=("O19",)),
    Rule("GO-05", Section.GOAL, goal_has_a_term, ngo=W, ib=W, sources=("M15", "M6")),
    Rule(
        "GO-06",
        Section.GOAL,
        goal_can_be_measured,
        ngo=E,
        ib=H,
        needs=(Section.RESULTS,),
        sources=("M15",),
    ),
    Rule("GO-07", Section.GOAL, goal_is_within_reach, ngo=W, ib=W, sources=("M2",)),
    Rule(
        "GO-08",
        Section.GOAL,
        goal_answers_the_problem,
        ngo=W,
        ib=W,
        needs=(Section.PROBLEM,),
        sources=("M2", "M15"),
    ),
    Rule("GO-09", Section.GOAL, goal_is_short, ngo=H, ib=H),
    Rule(
        "GO-10",
        Section.TASKS,
        reach.tasks_are_no_wider_than_the_goal,
        ngo=W,
        ib=W,
        needs=(Section.GOAL,),
        sources=("K12",),
    ),
    Rule("GO-11", Section.GOAL, goal_is_not_money, ngo=E, ib=W, sources=("M5",)),
)
