"""The goal by its formula: its parts, what is written of each already, and the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from peremena.drafts.models import Draft
from peremena.projects import formula, workshop
from peremena.projects.brief import Section
from peremena.projects.models import Project
from peremena.projects.texts import FieldText

from .insight import pages_of, words_of


@dataclass(frozen=True)
class PartField:
    """`written`: lines of the project that may help; nothing of them is put in by itself."""

    name: str
    words: FieldText
    value: str
    written: Sequence[str]


@dataclass(frozen=True)
class FormulaPage:
    """`draft`: where the parts are kept, like all of the section; `sentence`: of the parts as they
    are kept; `goal`: what stands in the section."""

    draft: Draft
    parts: Sequence[PartField]
    sentence: str
    goal: str


def formula_page(project: Project) -> FormulaPage:
    pages = pages_of(project)
    brief = workshop.compose({name: page.draft.content for name, page in pages.items()})
    texts, written = words_of(Section.GOAL).fields, formula.written(brief)
    parts = [
        PartField(part, texts[f"goal.{part}"], getattr(brief.goal, part) or "", written[part])
        for part in formula.PARTS
    ]
    draft = pages[Section.GOAL].draft
    return FormulaPage(draft, parts, formula.assembled(brief.goal), brief.goal.text or "")
