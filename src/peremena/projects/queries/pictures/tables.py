"""The logframe and the money, with codes as words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from peremena.projects import picture_words as words
from peremena.projects.brief import Brief, Section, sums
from peremena.projects.models import Project
from peremena.projects.pictures import logframe, money
from peremena.projects.pictures.logframe import Step
from peremena.projects.pictures.money import Share
from peremena.projects.queries.insight import brief_of, words_of

from .shown import address

MENDED_IN = {"goal": "goal.text", "outcomes": "results", "outputs": "results", "activities": "plan"}


@dataclass(frozen=True)
class StepRow:
    """`url`, `beliefs`: where the step and what it rests on are written."""

    step: Step
    title: str | Promise
    url: str
    beliefs: str


@dataclass(frozen=True)
class LogframePage:
    rows: Sequence[StepRow]
    goal_day: date | None


def logframe_page(project: Project) -> LogframePage:
    brief = brief_of(project)
    rows = [
        StepRow(
            step,
            words.LEVELS[step.level],
            address(project, MENDED_IN[step.level]),
            address(project, "assumptions"),
        )
        for step in logframe.logframe(brief)
    ]
    return LogframePage(rows, brief.goal.deadline)


@dataclass(frozen=True)
class MoneyRow:
    """`percent`: of the greatest in its table, for the bar."""

    name: str
    share: Share
    percent: int


@dataclass(frozen=True)
class MoneyPage:
    total: Decimal
    asked: Decimal
    by_source: Sequence[MoneyRow]
    by_activity: Sequence[MoneyRow]
    by_month: Sequence[MoneyRow]


def money_page(project: Project) -> MoneyPage:
    brief = brief_of(project)
    return MoneyPage(
        total=sums.total(brief.budget),
        asked=sums.asked(brief),
        by_source=sources(brief),
        by_activity=activities(brief),
        by_month=[
            named(
                share,
                date_format(date.fromisoformat(share.key), "F Y")
                if share.key
                else _("without a month"),
                rows,
            )
            for rows in [money.by_month(brief)]
            for share in rows
        ],
    )


def sources(brief: Brief) -> list[MoneyRow]:
    names = words_of(Section.BUDGET).choices["budget.source"]
    rows = money.by_source(brief)
    return [named(one, names.get(one.key or "", _("not said whose")), rows) for one in rows]


def activities(brief: Brief) -> list[MoneyRow]:
    names = {one.id: one.title or "…" for one in brief.plan}
    rows = money.by_activity(brief)
    return [named(one, names.get(one.key or "", _("for no activity")), rows) for one in rows]


def named(share: Share, name: str, rows: Sequence[Share]) -> MoneyRow:
    most = max((row.sum for row in rows), default=Decimal())
    return MoneyRow(name, share, round(100 * share.sum / most) if most else 0)
