"""What a team has written for a task, in words: as it stands now, or as it was handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import get_language

from peremena.drafts.models import Draft
from peremena.drafts.outline import outline
from peremena.drafts.paths import Content
from peremena.drafts.reading import Part, Reading
from peremena.lessons import rules, words
from peremena.lessons.models import Handed, Task
from peremena.lessons.rules import HandedState, Target
from peremena.people.models import Person
from peremena.places.passport import Block
from peremena.places.passport import model_of as block_model
from peremena.places.passport.words import of_block
from peremena.projects import queries as projects
from peremena.projects.brief import Section

from . import homework
from .homework import Standing


@dataclass(frozen=True)
class Page:
    """A team's page of a task. `why_not`: why it cannot be handed in now; `names`: resources."""

    standing: Standing
    parts: Sequence[Part]
    names: Sequence[str]
    why_not: str

    @property
    def is_written(self) -> bool:
        return bool(self.parts or self.names)


def pages(task: Task, own: Sequence[Standing]) -> list[Page]:
    return [page(task, one) for one in own]


def page(task: Task, standing: Standing) -> Page:
    """What would be handed in by a press now."""
    found = homework.written(task, standing.enrolment)
    handed = standing.handed
    refusal = rules.why_not_hand_in(
        has_target=found is not None,
        is_empty=found is None or found.is_empty,
        state=HandedState(handed.state) if handed else None,
    )
    draft = found.draft if found else None
    return Page(
        standing=standing,
        parts=reading(task, draft, draft.content).parts(draft.content) if draft else (),
        names=found.copy if found else (),
        why_not=str(words.REFUSALS[refusal]) if refusal else "",
    )


@dataclass(frozen=True)
class Frozen:
    """`is_again`: words that came after the last answer are marked; `moved_on`: the team has
    written since."""

    parts: Sequence[Part]
    names: Sequence[str]
    is_again: bool
    moved_on: bool


def frozen(handed: Handed) -> Frozen:
    if handed.draft is None or handed.version is None:
        return Frozen((), handed.copy or (), is_again=False, moved_on=False)
    content = at(handed.draft, handed.version)
    before = max((one["version"] or 0 for one in handed.answers[: answers(handed)]), default=0)
    is_again = 0 < before < handed.version
    old = at(handed.draft, before) if is_again else None
    return Frozen(
        parts=reading(handed.task, handed.draft, content).parts(content, old),
        names=(),
        is_again=is_again,
        moved_on=handed.draft.version > handed.version,
    )


def answers(handed: Handed) -> int:
    """How many came before this hand-in: the last one answers it, unless it still waits."""
    return len(handed.answers) - (handed.state != HandedState.HANDED_IN)


def at(draft: Draft, version: int) -> Content:
    """What was handed in is never thinned; of other old revisions the nearest earlier one stands
    for those that went."""
    found = draft.revisions.filter(version__lte=version).order_by("-version").first()
    return found.content if found else {}


def reading(task: Task, draft: Draft, content: Content) -> Reading:
    """With the names of rows of the project in which it was written."""
    if task.target == Target.SECTION:
        project = draft.project_section.project
        return projects.reading(project, Section(task.part), content)
    block = Block(task.part)
    return Reading(outline(block_model(block)), of_block(block, get_language() or "ru"), {})


@dataclass(frozen=True)
class Said:
    """One answer of a curator. `who`: None when nobody is known by that number any more."""

    who: Person | None
    at: datetime
    state: str | Promise
    tone: str
    words: str


def talk(handed: Handed) -> list[Said]:
    """All answers so far, the newest first. One query."""
    people = Person.objects.in_bulk({one["by"] for one in handed.answers})
    return [
        Said(
            who=people.get(one["by"]),
            at=datetime.fromisoformat(one["at"]),
            state=words.HANDED_STATES[HandedState(one["state"])],
            tone=words.HANDED_TONES[HandedState(one["state"])],
            words=one["words"],
        )
        for one in reversed(handed.answers)
    ]
