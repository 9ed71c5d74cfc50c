"""Whom the project concerns, and the calendar of its plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS_3

from peremena.projects import picture_words as words
from peremena.projects.brief import Brief, Section
from peremena.projects.brief.reasons import Stakeholder
from peremena.projects.brief.work import Activity
from peremena.projects.models import Project
from peremena.projects.picture_words import PICTURES, Kind
from peremena.projects.pictures import calendar, crossing
from peremena.projects.pictures.calendar import Stretch
from peremena.projects.pictures.crossing import Party
from peremena.projects.queries.insight import brief_of, words_of

from .shown import Shown, address, shown


@dataclass(frozen=True)
class PartyRow:
    """A party with codes as words."""

    party: Stakeholder
    interest: str
    influence: str
    url: str


@dataclass(frozen=True)
class PartiesPage:
    """`unplaced`: nobody has said how much it matters to them, or how much hangs on them."""

    pictures: tuple[Shown, Shown] | None
    rows: Sequence[PartyRow]
    unplaced: Sequence[str]


def parties_page(project: Project) -> PartiesPage:
    brief = brief_of(project)
    choices = words_of(Section.GROUPS).choices
    rows = [party_row(project, one, choices) for one in brief.stakeholders]
    parties = [
        Party(
            row.url, row.party.who or "…", is_high(row.party.interest), is_high(row.party.influence)
        )
        for row in rows
    ]
    quarters = [str(title) for title in words.QUARTERS]
    pictures = shown(
        str(PICTURES[Kind.PARTIES].title),
        crossing.crossing(parties, quarters),
        crossing.crossing(parties, quarters, wide=True),
        {party.name: party.name for party in parties},
    )
    unplaced = [party.who for party in parties if not party.is_placed]
    return PartiesPage(pictures if len(unplaced) < len(parties) else None, rows, unplaced)


def party_row(
    project: Project, party: Stakeholder, choices: Mapping[str, Mapping[str, str]]
) -> PartyRow:
    return PartyRow(
        party,
        choices["stakeholders.interest"].get(party.interest or "", ""),
        choices["stakeholders.influence"].get(party.influence or "", ""),
        address(project, f"stakeholders.{party.id}"),
    )


def is_high(level: str | None) -> bool | None:
    return None if level is None else level == "high"


@dataclass(frozen=True)
class Deed:
    """An activity with its task and its person in words."""

    activity: Activity
    task: str
    responsible: str
    url: str


@dataclass(frozen=True)
class CalendarPage:
    """No pictures: nothing in the plan has a day yet."""

    pictures: tuple[Shown, Shown] | None
    rows: Sequence[Deed]


def calendar_page(project: Project) -> CalendarPage:
    """In the order of their first days; what has none comes last."""
    brief = brief_of(project)
    plan = sorted(brief.plan, key=lambda one: one.start or date.max)
    rows = [deed(project, brief, activity) for activity in plan]
    return CalendarPage(bars(brief, plan) if plan else None, rows)


def bars(brief: Brief, plan: Sequence[Activity]) -> tuple[Shown, Shown] | None:
    stretches = [Stretch(f"plan.{one.id}", one.title or "…", one.start, one.end) for one in plan]
    span = calendar.months(stretches, brief.project.start, brief.project.end)
    if span is None:
        return None
    names = [str(MONTHS_3[number]) for number in range(1, 13)]
    return shown(
        str(PICTURES[Kind.CALENDAR].title),
        calendar.calendar(stretches, span, names),
        calendar.calendar(stretches, span, names, wide=True),
    )


def deed(project: Project, brief: Brief, activity: Activity) -> Deed:
    task = next((one.text for one in brief.tasks if one.id == activity.task), None)
    person = next((one.person for one in brief.team if one.id == activity.responsible), None)
    return Deed(activity, task or "", person or "", address(project, f"plan.{activity.id}"))
