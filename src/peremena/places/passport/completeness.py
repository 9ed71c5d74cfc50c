"""How full a passport is, and the next best question. Pure: no Django, no database.

Only what is marked ● counts; the rest is asked in the order of its use, and never pressed for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peremena.drafts import values
from peremena.drafts.marks import Mark
from peremena.drafts.outline import Group, Rows, node_at, outline
from peremena.drafts.paths import UNKNOWN, Content, find, is_rows

from .blocks import REQUIRED, Block, model_of


@dataclass(frozen=True)
class Question:
    """One thing to write: a field, or a list with nothing in it."""

    block: Block
    path: str


@dataclass(frozen=True)
class Tally:
    """`written`: how many of all places of the block hold something, ● or not."""

    filled: int
    required: int
    written: int

    @property
    def is_begun(self) -> bool:
        return self.written > 0

    @property
    def is_whole(self) -> bool:
        """Nothing that is marked ● is missing; a block without such fields is never whole."""
        return 0 < self.required == self.filled


@dataclass(frozen=True)
class Completeness:
    """`next`: None when everything that is ever asked has an answer."""

    filled: int
    required: int
    next: Question | None
    blocks: Mapping[Block, Tally]

    @property
    def percent(self) -> int:
        """0 to 100; 100 only when nothing marked ● is missing."""
        return 100 * self.filled // self.required


FIRST = (
    Question(Block.PEOPLE, "population.value"),
    Question(Block.IDENTITY, "name.value"),
    Question(Block.IDENTITY, "status.kind"),
    Question(Block.IDENTITY, "status.since"),
    Question(Block.INFRASTRUCTURE, "internet.value"),
    Question(Block.INFRASTRUCTURE, "operators.value"),
    Question(Block.INFRASTRUCTURE, "dead_zones.value"),
    *(Question(Block.INSTITUTIONS, path) for path in REQUIRED[Block.INSTITUTIONS]),
)
THEN = (
    Question(Block.PEOPLE, "known.as_of"),
    Question(Block.PEOPLE, "known.source"),
    Question(Block.EXCHANGE, "offered"),
    Question(Block.EXCHANGE, "sought"),
    Question(Block.TRADITIONS, "feasts"),
    Question(Block.PLANS, "requests"),
    Question(Block.IDENTITY, "villages"),
    Question(Block.PEOPLE, "younger.value"),
    Question(Block.PEOPLE, "working.value"),
    Question(Block.PEOPLE, "older.value"),
    Question(Block.SOCIETY, "bodies"),
    Question(Block.INSTITUTIONS, "known.as_of"),
    Question(Block.ECONOMY, "employers"),
    Question(Block.MONEY, "grants"),
    Question(Block.TRADITIONS, "crafts.value"),
    Question(Block.IDENTITY, "contact.value"),
    Question(Block.IDENTITY, "to_district.value"),
    Question(Block.INFRASTRUCTURE, "roads.value"),
    Question(Block.MONEY, "budget.value"),
    Question(Block.PLANS, "assemblies"),
    Question(Block.TRADITIONS, "legends.value"),
    Question(Block.LAND, "rivers.value"),
)


def completeness(blocks: Mapping[Block, Content]) -> Completeness:
    """`blocks`: what is written in each; a block that was never opened may be absent."""
    tallies = {block: tally(block, blocks.get(block, {})) for block in Block}
    return Completeness(
        filled=sum(one.filled for one in tallies.values()),
        required=sum(one.required for one in tallies.values()),
        next=next_question(blocks),
        blocks=tallies,
    )


def tally(block: Block, content: Content) -> Tally:
    required = REQUIRED.get(block, ())
    return Tally(
        filled=sum(is_answered(Question(block, path), content) for path in required),
        required=len(required),
        written=sum(1 for path in own_fields(block) if holds(content.get(path))),
    )


def own_fields(block: Block) -> Iterator[str]:
    """Everything but when and from where the block is known."""
    return (name for name in outline(model_of(block)).fields if name != "known")


def holds(value: Any) -> bool:
    """Whether somebody wrote anything there."""
    if isinstance(value, dict):
        return any(holds(inner) for key, inner in value.items() if key not in ("as_of", "source"))
    if is_rows(value):
        return any(holds({**row, "id": None}) for row in value)
    return value not in (None, "", [])


def is_answered(question: Question, content: Content) -> bool:
    """A value that can be read, or a list with a row in which something stands."""
    node = node_at(outline(model_of(question.block)), question.path)
    value = find(content, question.path)
    if isinstance(node, Rows | Group):
        return holds(value)
    reading = values.read(node, value) if isinstance(node, Mark) else values.Reading(None)
    return reading.problem is None and holds(reading.value)


def next_question(blocks: Mapping[Block, Content]) -> Question | None:
    """First what nobody said is unknown; a question is never repeated while another is left."""
    open_ones = [
        question
        for question in (*FIRST, *THEN)
        if not is_answered(question, blocks.get(question.block, {}))
    ]
    fresh = (question for question in open_ones if not is_unknown(question, blocks))
    return next(fresh, open_ones[0] if open_ones else None)


def is_unknown(question: Question, blocks: Mapping[Block, Content]) -> bool:
    marked = blocks.get(question.block, {}).get(UNKNOWN) or {}
    return marked.get(question.path) is True
