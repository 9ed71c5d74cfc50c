"""The two trees as forms: the section's own fields, as many of them as a box of the tree has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse

from peremena.drafts import drawing
from peremena.drafts.forms import Form, Item, Listing, Page, Question, Row
from peremena.drafts.services import Saved
from peremena.kit.fields import FormField
from peremena.projects import picture_words, words, workshop
from peremena.projects.branches import CAUSES, CORE, EFFECTS
from peremena.projects.brief import Section
from peremena.projects.models import Project
from peremena.projects.models import Section as SectionPage
from peremena.projects.picture_words import Kind
from peremena.projects.queries.insight import words_of
from peremena.projects.queries.section import options

from .tree import Tree


@dataclass(frozen=True)
class Turned:
    """A box and the question how it will be instead."""

    path: str
    text: str
    question: Question
    is_open: bool

    @property
    def id(self) -> str:
        return FormField(self.path, "").id


def form_page(project: Project, pages: Mapping[Section, SectionPage], kind: Kind) -> Page:
    """Words go where the whole section keeps its own."""
    contents = {name: page.draft.content for name, page in pages.items()}
    return Page(
        model=workshop.model_of(Section.PROBLEM),
        words=words_of(Section.PROBLEM),
        address=reverse(f"projects:{kind}", args=[project.pk]),
        part_of=reverse("projects:section", args=[project.pk, Section.PROBLEM]),
        picks={path: list(options(contents, path)) for path in (CAUSES, EFFECTS)},
        folds={path: str(name) for path, name in words.FOLDS.items()},
        hangs={path: str(said) for path, said in picture_words.HANG.items()},
    )


def tree_form(
    project: Project, tree: Tree, *, saved: Saved | None = None, removed: str = ""
) -> Form:
    """The problem, its causes and effects; of the rows only the one that was tapped is unfolded.

    Two queries.
    """
    page = form_page(project, tree.pages, Kind.TREE)
    drawn = drawing.form(tree.pages[Section.PROBLEM].draft, page, saved=saved, removed=removed)
    return replace(drawn, items=tuple(boxes(drawn.items, tree.at)))


def boxes(items: tuple[Item, ...], at: str) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Question) and item.field.name == CORE:
            yield item
        if isinstance(item, Listing) and item.path in (CAUSES, EFFECTS):
            yield replace(item, rows=tuple(unfolded(row, at) for row in item.rows))


def unfolded(row: Row, at: str) -> Row:
    return replace(row, is_open=row.is_open or row.path == at)


def goals_form(
    project: Project, tree: Tree, *, saved: Saved | None = None
) -> tuple[Form, tuple[Turned, ...]]:
    """How each box will be instead; what was put aside is not asked about. Two queries."""
    page = form_page(project, tree.pages, Kind.GOALS)
    drawn = drawing.form(tree.pages[Section.PROBLEM].draft, page, saved=saved)
    return drawn, tuple(turned(drawn.items, tree))


def turned(items: tuple[Item, ...], tree: Tree) -> Iterator[Turned]:
    rows = [row for item in items if isinstance(item, Listing) for row in item.rows]
    asked = {field.field.name: field for row in rows for field in folded(row)}
    for branch in tree.branches:
        if question := asked.get(f"{branch.path}.instead"):
            is_open = branch.path == tree.at or question.needs_a_look
            yield Turned(branch.path, branch.text, question, is_open)


def folded(row: Row) -> Iterator[Question]:
    for item in row.items:
        if isinstance(item, Question):
            yield from item.beneath
