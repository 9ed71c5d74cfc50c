"""The goal by its formula: its parts, what is written of each already, and the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from peremena.projects import formula
from peremena.projects.brief import Section
from peremena.projects.models import Project
from peremena.projects.texts import FieldText

from .insight import brief_of, words_of


@dataclass(frozen=True)
class PartField:
    """`written`: lines of the project that may help; nothing of them is put in by itself."""

    name: str
    words: FieldText
    value: str
    written: Sequence[str]


@dataclass(frozen=True)
class FormulaPage:
    """`sentence`: of the parts as they are kept; `goal`: what stands in the section."""

    parts: Sequence[PartField]
    sentence: str
    goal: str


def formula_page(project: Project) -> FormulaPage:
    brief = brief_of(project)
    texts, written = words_of(Section.GOAL).fields, formula.written(brief)
    parts = [
        PartField(part, texts[f"goal.{part}"], getattr(brief.goal, part) or "", written[part])
        for part in formula.PARTS
    ]
    return FormulaPage(parts, formula.assembled(brief.goal), brief.goal.text or "")
