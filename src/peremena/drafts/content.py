"""Reading a draft's content out by path: fields, lists, what stands in the inputs. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from . import values
from .marks import Bands, Mark, Number, Yes
from .outline import Group, Node, Rows
from .paths import PART, UNKNOWN, Content, ids, is_rows, join


@dataclass(frozen=True)
class Leaf:
    path: str
    mark: Mark
    value: Any


def leaves(group: Group, content: Content) -> Iterator[Leaf]:
    """Every field that can be written now, filled or not, in the order of the model."""
    for path, node, value in nodes("", group, content):
        if isinstance(node, Bands):
            there = value if isinstance(value, dict) else {}
            yield from (leaf for _, leaf in bands_of(path, node, there))
        elif isinstance(node, Mark):
            yield Leaf(path, node, value)


def bands_of(path: str, bands: Bands, there: Mapping[str, Any]) -> Iterator[tuple[str, Leaf]]:
    """The bands offered at first and those that people added, by name."""
    for band in filter(PART.fullmatch, dict.fromkeys([*bands.keys, *there])):
        yield band, Leaf(join(path, band), Number(), there.get(band))


def nodes(path: str, node: Node, value: Any) -> Iterator[tuple[str, Node, Any]]:
    """Everything below `path`, containers before what they hold."""
    if path:
        yield path, node, value
    if isinstance(node, Group):
        there = value if isinstance(value, dict) else {}
        for name, child in node.fields.items():
            yield from nodes(join(path, name), child, there.get(name))
    if isinstance(node, Rows) and is_rows(value):
        for row in value:
            yield from nodes(join(path, row["id"]), node.row, row)


def orders(group: Group, content: Content) -> dict[str, list[str]]:
    """The ids of every list that can have rows, by path."""
    return {
        path: ids(value) if is_rows(value) else []
        for path, node, value in nodes("", group, content)
        if isinstance(node, Rows)
    }


def shown(group: Group, content: Content) -> dict[str, values.Shown]:
    """What stands in each input of the page, «I do not know yet» included."""
    unknown = content.get(UNKNOWN) or {}
    texts: dict[str, values.Shown] = {}
    for leaf in leaves(group, content):
        texts[leaf.path] = values.show(leaf.mark, leaf.value)
        texts[join(UNKNOWN, leaf.path)] = values.show(Yes(), unknown.get(leaf.path))
    return texts


def problems(group: Group, content: Content) -> dict[str, values.Problem]:
    """Fields that cannot be used as they are."""
    readings = ((leaf.path, values.read(leaf.mark, leaf.value)) for leaf in leaves(group, content))
    return {path: reading.problem for path, reading in readings if reading.problem}
