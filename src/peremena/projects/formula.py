"""The goal by its formula, and tasks out of causes: only words the team has written. Pure.

Change → group → place → mechanism → activity: the wording taught to teams of settlements.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from peremena.kit import typesetting

from .brief import Brief
from .brief.reasons import Cause, Goal

PARTS = ("change", "group", "place", "mechanism", "activity")
MOST = 5
BY = "к {day} года"


def assembled(goal: Goal) -> str:
    """One sentence of the parts as they stand, with the day before the means; "" without a change.

    Nothing is put into another case: the team does that itself.
    """
    if not (goal.change or "").strip():
        return ""
    day = BY.format(day=typesetting.day(goal.deadline)) if goal.deadline else ""
    order = (goal.change, goal.group, goal.place, day, goal.mechanism, goal.activity)
    words = " ".join(" ".join(part.split()) for part in order if part)
    sentence = words[:1].upper() + words[1:]
    return sentence if sentence.endswith((".", "!", "…")) else f"{sentence}."


def written(brief: Brief) -> Mapping[str, tuple[str, ...]]:
    """By part of the formula, what the brief says of it already; at most five lines each."""
    groups = (f"{one.size or ''} {one.who or ''}".strip() for one in brief.groups)
    villages = [*(one.place for one in brief.groups), *brief.passport.villages]
    ways = [*(one.text for one in brief.tasks), *(one.title for one in brief.passport.assets)]
    told: dict[str, list[str | None]] = {
        "change": [brief.problem.core, *(one.instead for one in brief.problem.effects)],
        "group": [*groups],
        "place": villages,
        "mechanism": ways,
        "activity": [one.title for one in brief.plan],
    }
    return {part: tuple(dict.fromkeys(filter(None, lines)))[:MOST] for part, lines in told.items()}


@dataclass(frozen=True)
class Beginning:
    """A cause that was taken on and has no task yet. `words`: the team's own, how it will be."""

    cause: str
    text: str
    words: str


def without_task(brief: Brief) -> tuple[Beginning, ...]:
    answered = {cause for task in brief.tasks for cause in task.causes}
    return tuple(
        beginning(cause)
        for cause in brief.problem.causes
        if cause.chosen and cause.id not in answered
    )


def beginning(cause: Cause) -> Beginning:
    return Beginning(cause.id, cause.text or "", (cause.instead or "")[:300])
