"""The tree of the problem and, turned over, the tree of goals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from peremena.kit.fields import FormField
from peremena.projects import picture_words as words
from peremena.projects import workshop
from peremena.projects.branches import CAUSES, CORE, EFFECTS
from peremena.projects.brief import Brief, Section
from peremena.projects.brief.reasons import Cause, Effect
from peremena.projects.models import Project
from peremena.projects.models import Section as Page
from peremena.projects.picture_words import Kind
from peremena.projects.pictures import tree as layout
from peremena.projects.pictures.shapes import Card
from peremena.projects.pictures.tree import Twig
from peremena.projects.queries.insight import pages_of

from .shown import Shown, address, shown

GOAL = "goal.text"


@dataclass(frozen=True)
class Branch:
    """One box in words. `path`: of its row, or of the core; `state`: take, aside or later."""

    path: str
    text: str
    instead: str = ""
    why_not: str = ""
    state: str = ""

    @property
    def id(self) -> str:
        return FormField(self.path, "").id

    @property
    def is_core(self) -> bool:
        return self.path == CORE


@dataclass(frozen=True)
class Hanging:
    """A branch with what hangs on it, for the list in words."""

    branch: Branch
    below: "tuple[Hanging, ...]"


@dataclass(frozen=True)
class Tree:
    """`branches`: all that are drawn; `at`: the path of the one that is open to be written, empty
    where none is; `pages`: what they were drawn from.
    """

    pictures: tuple[Shown, Shown]
    core: str
    causes: tuple[Hanging, ...]
    effects: tuple[Hanging, ...]
    branches: tuple[Branch, ...]
    at: str
    pages: Mapping[Section, Page]


def tree(project: Project, at: str, *, turned: bool = False) -> Tree:
    """`at`: the path of a row or of the core, as somebody asks for it. One query."""
    pages = pages_of(project)
    brief = workshop.compose({name: page.draft.content for name, page in pages.items()})
    drawn = {one.path: one for one in every(brief) if not turned or one.state != "aside"}
    causes = twigs(brief.problem.causes, CAUSES, drawn, turned=turned)
    effects = twigs(brief.problem.effects, EFFECTS, drawn, turned=turned)
    core = core_card(brief, turned=turned)
    open_now = at if at in drawn else first_silent(drawn) if turned else ""
    kind = Kind.GOALS if turned else Kind.TREE
    pictures = shown(
        str(words.PICTURES[kind].title),
        layout.upright(core, causes, effects),
        layout.spread(core, causes, effects),
        links(project, kind, drawn),
        open_now,
    )
    return Tree(
        pictures=pictures,
        core=(brief.goal.text if turned else brief.problem.core) or "",
        causes=tuple(hanging(causes, drawn)),
        effects=tuple(hanging(effects, drawn)),
        branches=tuple(drawn.values()),
        at=open_now,
        pages=pages,
    )


def every(brief: Brief) -> Iterator[Branch]:
    yield Branch(CORE, brief.problem.core or "")
    for cause in brief.problem.causes:
        state = "take" if cause.chosen else "aside" if cause.why_not else "later"
        yield Branch(
            f"{CAUSES}.{cause.id}",
            cause.text or "",
            cause.instead or "",
            cause.why_not or "",
            state,
        )
    for effect in brief.problem.effects:
        yield Branch(f"{EFFECTS}.{effect.id}", effect.text or "", effect.instead or "")


def first_silent(branches: Mapping[str, Branch]) -> str:
    """What still has to be turned over; else the first, if there is any."""
    rows = [one for one in branches.values() if not one.is_core]
    return next((one.path for one in rows if not one.instead), rows[0].path if rows else "")


def twigs(
    rows: Sequence[Cause | Effect],
    above: str,
    branches: Mapping[str, Branch],
    *,
    turned: bool,
) -> tuple[Twig, ...]:
    paths = [f"{above}.{row.id}" for row in rows]
    under = {path: f"{above}.{row.under}" for path, row in zip(paths, rows, strict=True)}
    drawn = [branches[path] for path in paths if path in branches]
    return layout.grown([turned_card(one) if turned else card(one) for one in drawn], under)


def card(branch: Branch) -> Card:
    head = {"take": words.CHOSEN, "aside": words.ASIDE}.get(branch.state, "")
    return Card(branch.path, branch.text or "…", str(head), branch.state)


def turned_card(branch: Branch) -> Card:
    """What stood there before is shown until the team has said how it will be."""
    if branch.instead:
        return Card(branch.path, branch.instead, tone="take")
    return Card(branch.path, branch.text or "…", str(words.TURN_IT), "aside")


def core_card(brief: Brief, *, turned: bool) -> Card:
    if turned:
        return Card(GOAL, brief.goal.text or str(words.NO_GOAL), str(words.GOAL), "core")
    return Card(CORE, brief.problem.core or str(words.NO_PROBLEM), str(words.CORE), "core")


def links(project: Project, kind: Kind, branches: Mapping[str, Branch]) -> dict[str, str]:
    page = reverse("projects:picture", args=[project.pk, kind])
    to = {path: f"{page}?at={path}#{FormField(path, '').id}" for path in branches}
    return to | {GOAL: address(project, GOAL)}


def hanging(rows: Sequence[Twig], branches: Mapping[str, Branch]) -> Iterator[Hanging]:
    for twig in rows:
        yield Hanging(branches[twig.card.name], tuple(hanging(twig.twigs, branches)))
