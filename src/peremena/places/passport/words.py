"""What people read in a passport: the texts of each block, with what all blocks share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from peremena.drafts import texts
from peremena.drafts.marks import Choice, Mark, Money
from peremena.drafts.outline import Group, Node, Rows, outline
from peremena.drafts.paths import join
from peremena.drafts.texts import FieldText, PageText

from .blocks import Block, model_of

HERE = Path(__file__).parent / "texts"
ROUBLES = "₽"
SHARED_CHOICES = {("all", "some", "none"): "has", ("here", "comes", "closed", "none"): "here"}


@cache
def of_block(block: Block, language: str) -> PageText:
    """Keys are paths without ids: `population.value`, `villages.name`."""
    own = texts.page(HERE, block.value, language)
    shared = texts.page(HERE, "shared", language)
    marks = dict(places("", outline(model_of(block))))
    return replace(
        own,
        fields={path: field_text(path, own, shared) for path in marks},
        choices={**own.choices, **dict(shared_choices(marks, shared))},
        units={
            path: own.units.get(told(path)) or shared_unit(path, mark, shared)
            for path, mark in marks.items()
        },
    )


def shared_unit(path: str, mark: Mark, shared: PageText) -> str:
    return ROUBLES if isinstance(mark, Money) else shared.units.get(path.rpartition(".")[2], "")


def places(path: str, node: Node) -> Iterator[tuple[str, Mark]]:
    """Every field that the model has, by its path without ids."""
    if isinstance(node, Group | Rows):
        group = node.row if isinstance(node, Rows) else node
        for name, inner in group.fields.items():
            yield from places(join(path, name), inner)
    else:
        yield path, node


def told(path: str) -> str:
    """A fact is named by its group: `population` for `population.value`."""
    return path.removesuffix(".value")


def field_text(path: str, own: PageText, shared: PageText) -> FieldText:
    last = path.rpartition(".")[2]
    for there, key in ((own, told(path)), (own, path), (shared, path), (shared, last)):
        if key in there.fields:
            return there.fields[key]
    raise KeyError(path)


def shared_choices(
    marks: Mapping[str, Mark], shared: PageText
) -> Iterator[tuple[str, Mapping[str, str]]]:
    for path, mark in marks.items():
        last = path.rpartition(".")[2]
        if isinstance(mark, Choice) and last in shared.choices:
            yield path, shared.choices[last]
        elif isinstance(mark, Choice) and mark.options in SHARED_CHOICES:
            yield path, shared.choices[SHARED_CHOICES[mark.options]]


@dataclass(frozen=True)
class Named:
    """What people call a place in a block: a field, or a whole list."""

    label: str
    why: str = ""


def name_of(block: Block, path: str, language: str) -> Named:
    """`path` as in `blocks.REQUIRED`: of a field without ids, of a fact, or of a list."""
    words = of_block(block, language)
    if path in words.rows:
        return Named(words.rows[path].title, words.rows[path].empty)
    field = words.fields.get(path) or words.fields[f"{path}.value"]
    return Named(field.label, field.why or field.hint)
