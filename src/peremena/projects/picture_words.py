"""What people read on the pictures of a project."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .branches import CAUSES, EFFECTS
from .brief import Section
from .pictures.chain import Gap, Stage


class Kind(StrEnum):
    """The pictures, in the order of the method."""

    TREE = "tree"
    GOALS = "goals"
    PARTIES = "parties"
    CALENDAR = "calendar"
    CHAIN = "chain"
    LOGFRAME = "logframe"
    MONEY = "money"


@dataclass(frozen=True)
class PictureWords:
    """`section`: where the words of the picture are written."""

    title: str | Promise
    lead: str | Promise
    section: Section


PICTURES: Mapping[Kind, PictureWords] = {
    Kind.TREE: PictureWords(
        _("Tree of the problem"),
        _("In the middle what is wrong, below why it is so, above what it leads to. Tap a box."),
        Section.PROBLEM,
    ),
    Kind.GOALS: PictureWords(
        _("Tree of goals"),
        _("The same tree turned over: how it will be instead. Say it in your own words."),
        Section.GOAL,
    ),
    Kind.PARTIES: PictureWords(
        _("Whom it concerns"),
        _("Whom to decide with, whom to invite, and whom not to let down."),
        Section.GROUPS,
    ),
    Kind.CALENDAR: PictureWords(
        _("Calendar of the plan"),
        _("All of the work on one sheet: what goes side by side and where nothing happens."),
        Section.PLAN,
    ),
    Kind.CHAIN: PictureWords(
        _("Chain of the project"),
        _("Means, work, what is made, what changes. Where the chain breaks you see it at once."),
        Section.RESULTS,
    ),
    Kind.LOGFRAME: PictureWords(
        _("Logframe"),
        _("The whole project in sixteen cells. An empty cell is a question nobody has answered."),
        Section.RESULTS,
    ),
    Kind.MONEY: PictureWords(
        _("Money from three sides"),
        _("The same budget by source, by activity and by month. Sums are added up by themselves."),
        Section.BUDGET,
    ),
}

BESIDE: Mapping[Section, tuple[Kind, ...]] = {
    Section.PROBLEM: (Kind.TREE,),
    Section.GROUPS: (Kind.PARTIES,),
    Section.GOAL: (Kind.GOALS,),
    Section.TASKS: (Kind.GOALS,),
    Section.PLAN: (Kind.CALENDAR, Kind.CHAIN),
    Section.RESULTS: (Kind.CHAIN, Kind.LOGFRAME),
    Section.BUDGET: (Kind.MONEY, Kind.CHAIN),
    Section.RISKS: (Kind.LOGFRAME,),
}
"""Which pictures stand beside a section."""

QUARTERS = (
    _("Do not let them down"),
    _("Decide together"),
    _("Keep in sight"),
    _("Invite and tell"),
)

STAGES: Mapping[Stage, str | Promise] = {
    Stage.MEANS: _("Means"),
    Stage.ACTIVITIES: _("Work"),
    Stage.OUTPUTS: _("What is made"),
    Stage.OUTCOMES: _("What changes"),
}
GAPS: Mapping[tuple[Stage, Gap], str | Promise] = {
    (Stage.MEANS, Gap.NOTHING_OF_IT): _("no activity needs this money: choose one"),
    (Stage.ACTIVITIES, Gap.NOTHING_OF_IT): _("leads to no result: choose one"),
    (Stage.ACTIVITIES, Gap.NO_MEANS): _("no money in the budget: add a line or say why it is free"),
    (Stage.OUTPUTS, Gap.NOT_DONE): _("no activity leads here: choose it in the plan"),
    (Stage.OUTPUTS, Gap.LEADS_NOWHERE): _("no change grows out of it: name it in a change"),
    (Stage.OUTCOMES, Gap.NO_GROUND): _("grows out of nothing made: choose what leads to it"),
    (Stage.OUTCOMES, Gap.NO_PURPOSE): _("the goal is measured by no change: tick one"),
}
LEVELS = {
    "goal": _("Goal"),
    "outcomes": _("Changes"),
    "outputs": _("What is made"),
    "activities": _("Work"),
}

HANG = {
    CAUSES: _("And why is that so? Add a cause under it"),
    EFFECTS: _("And what does that lead to? Add an effect"),
}
"""What the buttons say that hang a box on a box, by the list of the box."""

CHOSEN, ASIDE, CORE = _("we take it on"), _("not ours"), _("the problem")
GOAL, TURN_IT = _("the goal"), _("how will it be instead?")
NO_PROBLEM, NO_GOAL = _("What is wrong? Tap and write."), _("What will change? Tap and write.")
