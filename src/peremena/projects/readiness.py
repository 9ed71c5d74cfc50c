"""How far each page of the workshop is, and which one comes next. Pure: no Django, no database."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peremena.drafts.marks import Mark, Yes
from peremena.drafts.outline import Group, Node, Rows, outline
from peremena.drafts.paths import UNKNOWN, Content

from .brief import Section
from .workshop import model_of

MAY_STAY_EMPTY = frozenset({
    "applicant.ogrn",
    "applicant.authority",
    "applicant.debts",
    "applicant.debts_date",
    "applicant.debts_paper",
    "problem.causes.under",
    "problem.causes.why_not",
    "problem.causes.instead",
    "problem.effects.under",
    "problem.effects.instead",
    "stakeholders",
    "stakeholders.resource",
    "stakeholders.role",
    "groups.age_from",
    "groups.age_to",
    "goal.change",
    "goal.group",
    "goal.place",
    "goal.mechanism",
    "goal.activity",
    "plan.free_because",
    "plan.assets",
    "plan.by_direction",
    "results.outputs",
    "budget.person",
    "budget.partner",
    "budget.activity",
    "budget.owner_after",
    "budget.place_after",
    "budget.price_date",
    "budget.paid",
    "assumptions.level",
    "partners.role",
    "partners.signatory",
    "afterwards.upkeep",
    "partners.letter.date",
    "project.novelty",
    "telling.message",
})  # fmt: skip


@dataclass(frozen=True)
class Readiness:
    """`answered` of `asked` questions of a page; «I do not know yet» is an answer."""

    section: Section
    answered: int
    asked: int

    @property
    def percent(self) -> int:
        """From 0 to 100; 100 only when every question has an answer."""
        return 100 * self.answered // self.asked

    @property
    def is_empty(self) -> bool:
        return self.answered == 0

    @property
    def is_full(self) -> bool:
        return self.answered == self.asked


def of_page(section: Section, content: Content) -> Readiness:
    """An empty list counts as one question without an answer."""
    unknown = frozenset(key for key, value in content.get(UNKNOWN, {}).items() if value)
    answers = list(questions(outline(model_of(section)), content, "", "", unknown))
    return Readiness(section, sum(answers), len(answers))


def questions(
    node: Node, value: Any, path: str, pattern: str, unknown: frozenset[str]
) -> Iterator[bool]:
    """For every question whether it has an answer. `pattern` is the path without ids of rows."""
    if isinstance(node, Group):
        for name, inner in node.fields.items():
            below = value.get(name) if isinstance(value, dict) else None
            yield from questions(inner, below, join(path, name), join(pattern, name), unknown)
    elif isinstance(node, Rows):
        if not value and pattern not in MAY_STAY_EMPTY:
            yield path in unknown
        for row in value or []:
            yield from questions(node.row, row, join(path, row["id"]), pattern, unknown)
    elif is_asked(node, pattern):
        yield path in unknown or value not in (None, "", [], {})


def is_asked(mark: Mark, pattern: str) -> bool:
    return pattern not in MAY_STAY_EMPTY and not isinstance(mark, Yes)


def join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def overall(pages: Iterable[Readiness]) -> int:
    """Percent of the whole project: every page weighs the same, however many rows it has."""
    shares = [page.percent for page in pages]
    return sum(shares) // len(shares)


def next_page(
    pages: Iterable[Readiness], errors: Mapping[Section, int], first: Section = Section.PROBLEM
) -> Section | None:
    """Where to go on: the problem first, then the first page that is not full or has errors.

    `errors`: open remarks of severity E by page. None when nothing is left to do.
    """
    by_section = {page.section: page for page in pages}
    if by_section[first].is_empty:
        return first
    for section, page in by_section.items():
        if not page.is_full or errors.get(section):
            return section
    return None
