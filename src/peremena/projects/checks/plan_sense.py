"""AC: the plan as people live it: nothing twice, what is bought is used, the year has seasons."""

from datetime import date
from itertools import combinations

from peremena.projects.brief.work import Activity, Line

from . import phrases, text
from .plan_days import DAY, spans
from .remarks import Finding
from .rule import Case, Findings

ALIKE = 0.85
WINTER = frozenset({11, 12, 1, 2, 3})
BUSY = frozenset({5, 8, 9})
SUMMER = frozenset({6, 7, 8})
EXAMS = ((5, 25), (6, 20))
LONGEST = 370


def nothing_stands_twice(case: Case) -> Findings:
    """AC-04: two deeds of nearly one name in the same days or the same month."""
    told = set()
    for first, second in combinations(case.brief.plan, 2):
        if second.id not in told and _is_repeated(first, second):
            told.add(second.id)
            values = {"other": first.title or ""}
            yield Finding(f"plan.{second.id}.title", place=second.title or "", values=values)


def what_is_bought_is_used(case: Case) -> Findings:
    """AC-07: equipment has a deed, and that deed is not over before the purchase."""
    plan = {deed.id: deed for deed in case.brief.plan}
    bought = [deed for deed in case.brief.plan if deed.kind == "buy"]
    for line in case.brief.budget:
        if line.category != "equipment":
            continue
        field, deed = f"budget.{line.id}.activity", plan.get(line.activity or "")
        if deed is None:
            yield Finding(field, place=line.title or "", variant="nothing")
        elif _is_over_before(deed, line, bought):
            values = {"deed": deed.title or ""}
            yield Finding(field, place=line.title or "", variant="early", values=values)
        elif deed.kind == "buy" and _nothing_follows(deed, case.brief.plan):
            yield Finding(field, place=line.title or "", variant="end")


def seasons_are_minded(case: Case) -> Findings:
    """AC-08: no works outdoors in winter, no assembly in the fields' season, no deed in exams."""
    lasting = spans(case.brief.plan)
    for deed in case.brief.plan:
        span = lasting.get(deed.id)
        if span is None or span.days > LONGEST:
            continue
        days = [span.first + DAY * number for number in range(span.days)]
        if variant := _out_of_season(deed, days):
            yield Finding(f"plan.{deed.id}.start", place=deed.title or "", variant=variant)


def _is_repeated(first: Activity, second: Activity) -> bool:
    if "measure" in (first.kind, second.kind) or not (first.title and second.title):
        return False
    if _numbers(first.title) != _numbers(second.title) or _apart(first.place, second.place):
        return False
    return _is_one_time(first, second) and _is_one_name(first.title, second.title)


def _is_one_name(first: str, second: str) -> bool:
    """The same roots, or one more in the longer of the two."""
    one, two = text.roots(first), text.roots(second)
    few, many = sorted((one, two), key=len)
    return text.similarity(first, second) > ALIKE or (
        len(few) > 1 and few <= many and len(many) - len(few) == 1
    )


def _is_one_time(first: Activity, second: Activity) -> bool:
    if not (first.start and first.end and second.start and second.end):
        return False
    overlap = first.start <= second.end and second.start <= first.end
    month = (first.start.year, first.start.month) == (second.start.year, second.start.month)
    return overlap or month


def _numbers(said: str) -> list[str]:
    return [word for word in text.words(said) if word.isdigit()]


def _apart(one: str | None, other: str | None) -> bool:
    """Surely two places."""
    return bool(one and other) and not text.roots(one) & text.roots(other)


def _is_over_before(deed: Activity, line: Line, bought: list[Activity]) -> bool:
    """The deed ends before the purchase in whose name the thing is found begins."""
    purchases = [one for one in bought if text.roots(one.title) & text.roots(line.title)]
    starts = [one.start for one in purchases if one.start and one.id != deed.id]
    return bool(deed.end and starts and deed.end < min(starts))


def _nothing_follows(purchase: Activity, plan: list[Activity]) -> bool:
    """Surely so: of every other deed it is known what it is and that it is over before."""
    begins = purchase.start
    others = [deed for deed in plan if deed.kind != "buy"]
    if begins is None or not all(deed.kind and deed.end for deed in others):
        return False
    return all(deed.end and deed.end < begins for deed in others)


def _out_of_season(deed: Activity, days: list[date]) -> str:
    """The name of the season the whole deed falls into, where it does not belong."""
    months = {day.month for day in days}
    outdoors = text.found(phrases.OUTDOORS, deed.title)
    if outdoors and months <= WINTER and not text.found(phrases.IN_THE_WARM, _said(deed)):
        return "winter"
    if text.found(phrases.ASSEMBLY, deed.title) and months <= BUSY:
        return "fields"
    if not text.found(phrases.PUPILS, deed.title):
        return ""
    if all(EXAMS[0] <= (day.month, day.day) <= EXAMS[1] for day in days):
        return "exams"
    lessons = text.found(phrases.LESSONS, deed.title)
    return "holidays" if lessons and months <= SUMMER else ""


def _said(deed: Activity) -> str:
    return f"{deed.title} {deed.place}"
