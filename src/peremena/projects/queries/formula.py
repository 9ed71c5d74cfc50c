"""The goal by its formula: its parts, what is written of each already, and the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from peremena.drafts import drawing
from peremena.drafts.forms import Form, Page, Question
from peremena.drafts.services import Saved
from peremena.projects import formula, workshop
from peremena.projects.brief import Section
from peremena.projects.models import Project
from peremena.projects.texts import FieldText

from .insight import pages_of, words_of


@dataclass(frozen=True)
class PartField:
    """`item`: the field with words of others about it; `written`: lines of the project that may
    help; nothing of them is put in by itself.
    """

    item: Question
    words: FieldText
    written: Sequence[str]

    @property
    def id(self) -> str:
        return self.item.field.name.replace("goal.", "part-")


@dataclass(frozen=True)
class FormulaPage:
    """`form`: of the draft of the whole section; `sentence`: of the parts as they are kept; `goal`:
    what stands in the section.
    """

    form: Form
    parts: Sequence[PartField]
    sentence: str
    goal: str


def formula_page(project: Project, saved: Saved | None = None) -> FormulaPage:
    """Three queries. `saved`: a save that could not take every field."""
    pages = pages_of(project)
    brief = workshop.compose({name: page.draft.content for name, page in pages.items()})
    texts, written = words_of(Section.GOAL).fields, formula.written(brief)
    form = drawing.form(pages[Section.GOAL].draft, form_page(project), saved=saved)
    asked = {one.field.name: one for item in form.items if isinstance(item, Question)
             for one in item.beneath}  # fmt: skip
    names = {part: f"goal.{part}" for part in formula.PARTS}
    return FormulaPage(
        form=form,
        parts=[PartField(asked[at], texts[at], written[part]) for part, at in names.items()],
        sentence=formula.assembled(brief.goal),
        goal=brief.goal.text or "",
    )


def form_page(project: Project) -> Page:
    return Page(
        model=workshop.model_of(Section.GOAL),
        words=words_of(Section.GOAL),
        address=reverse("projects:goal_formula", args=[project.pk]),
        part_of=reverse("projects:section", args=[project.pk, Section.GOAL]),
    )
