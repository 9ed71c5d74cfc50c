"""TG and GO: how many people the project really reaches, and whether its tasks stay within that."""

import re
from decimal import Decimal
from statistics import median, quantiles

from peremena.projects.brief import Brief
from peremena.projects.brief.sums import asked

from . import numbers, stems, text
from .remarks import Finding
from .rule import Case, Findings
from .stems import phrase
from .yardsticks import yardsticks

ENOUGH = 5
TIMES_MEDIAN = 3
MULTIPLIED = re.compile(
    r"(\d+)\s*(?:[а-яё]+\s*)?[×xх*]\s*(\d+)\s*(?:[а-яё]+\s*)?=\s*(\d+)", re.IGNORECASE
)
SESSIONS = phrase(
    r"(\d+) (?:[а-я-]+ )?(?:заняти|встреч|мастер-класс|урок|трениров|вечер|репетиц|урок|лекци)"
)
WIDER = {
    "район": (2, phrase(r"район(?:а|ов)\b", r"муниципального округа\b", r"округа\b")),
    "область": (3, phrase(r"области\b", r"края\b", r"республики\b", r"региона\b")),
    "страна": (4, stems.GLOBAL),
}
# «специалист района», «музей области»: whose somebody is, not whom the task reaches.
BELONGS = phrase(
    "администраци", "глав", "музе", "газет", "отдел", "управлени", "министерств", "совет", "бюджет",
    "специалист", "мастер", "эксперт", "врач", "тренер", "педагог", "фонд", "конкурс", "выставк",
    "ярмарк", "этап", "цент", r"дом(?:а|у|е)?\b", "власт", "союз",
    r"из\b", r"от\b", r"с\b", r"до\b", "команд", "чемпионат",
    "первенств", "карт", "истори", "архив", "территори", "больниц", "школ", "библиотек",
)  # fmt: skip


def cost_of_a_person_is_sane(case: Case) -> Findings:
    """TG-04: what is asked, by one person reached; far above what others ask is a question."""
    cost = _cost(case.brief)
    if cost is None:
        return
    most = _usual_most(case)
    if cost > most:
        people = sum(group.size or 0 for group in case.brief.groups)
        values = {"cost": round(cost), "sum": asked(case.brief), "people": people}
        yield Finding("groups", values=values)


def nobody_is_counted_twice(case: Case) -> Findings:
    """TG-05: visits are not people; no more people than all deeds together have places."""
    taught = [(deed, deed.people) for deed in case.brief.plan if deed.people]
    visits = sum(people for _deed, people in taught)
    direct = [group for group in case.brief.groups if group.size and group.direct is not False]
    for group in direct:
        field = f"groups.{group.id}.size"
        if product := _multiplied(f"{group.who} {group.how_reached}", group.size):
            yield Finding(field, place=product, variant="visits", values={"size": group.size})
        elif any(_sessions(deed.title) * people == group.size for deed, people in taught):
            yield Finding(
                field, place=group.who or "", variant="visits", values={"size": group.size}
            )
    total = sum(group.size or 0 for group in direct)
    if len(direct) == len(case.brief.groups) and len(taught) == len(case.brief.plan) > 1:
        values = {"size": total, "visits": visits}
        if total == visits and len({people for _deed, people in taught}) > 0:
            yield Finding("groups", variant="sum", values=values)
        elif total > visits:
            yield Finding("groups", variant="more", values=values)


def tasks_are_no_wider_than_the_goal(case: Case) -> Findings:
    """GO-10: a task names no wider place than the goal, and no more of the same people."""
    goal = case.brief.goal.text
    if not goal:
        return
    level, counted = _level(goal)[0], numbers.people_counted(goal)
    for task in case.brief.tasks:
        wider, place = _level(task.text)
        more = _more(numbers.people_counted(task.text), counted)
        if wider > max(level, 1):
            yield Finding(f"tasks.{task.id}.text", place=place, variant="place")
        elif more:
            yield Finding(f"tasks.{task.id}.text", place=more, variant="people")


def _cost(brief: Brief) -> Decimal | None:
    """None while the sum or the size of a group is not known."""
    sizes = [group.size for group in brief.groups]
    people, whole = sum(size or 0 for size in sizes), asked(brief)
    return whole / people if people and whole and all(sizes) else None


def _usual_most(case: Case) -> Decimal:
    known = [cost for one in case.circumstances.library if (cost := _cost(one))]
    if len(known) < ENOUGH:
        return yardsticks().roubles_a_person
    return min(quantiles(known, n=10)[-1], TIMES_MEDIAN * median(known))


def _multiplied(said: str, size: int | None) -> str:
    """«10 занятий × 15 = 150», if it comes to the size of the group."""
    match = MULTIPLIED.search(said)
    return match[0] if match and int(match[3]) == size else ""


def _sessions(title: str | None) -> int:
    """How many sessions the title counts, when more than one; else 0, which no product equals."""
    match = SESSIONS.search(text.plain(title))
    number = int(match[1]) if match else 0
    return number if number > 1 else 0


def _level(said: str | None) -> tuple[int, str]:
    """The widest place named, 1 for a village or none, and the words that name it."""
    bare = text.without_quotes(said)
    found = [
        (level, text.whole_words(said or "", match.start(), match.end()))
        for level, pattern in WIDER.values()
        for match in pattern.finditer(text.plain(bare))
        if not any(BELONGS.match(word) for word in text.words(bare[: match.start()])[-2:])
    ]
    return max(found, default=(1, ""))


def _more(task: list[numbers.Count], goal: list[numbers.Count]) -> str:
    """The words that count more people of a kind than the goal counts, or ""."""
    limits = {count.root: count.number for count in goal}
    over = (count.place for count in task if count.number > limits.get(count.root, count.number))
    return next(over, "")
