"""What may stand in a draft: the owner's pydantic model as a tree of marks. Pure: no Django."""

import types
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from .marks import Bands, Mark, Number, Yes
from .paths import UNKNOWN, split


@dataclass(frozen=True)
class Group:
    """Fields by name. `beneath`: those that are folded under the last of the others."""

    fields: Mapping[str, "Node"]
    beneath: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rows:
    """A list of rows, each with an id and the same fields."""

    row: Group


Node = Group | Rows | Mark


@cache
def outline(model: type[BaseModel]) -> Group:
    """Fields without a mark, such as the id of a row, are not written by people and left out.

    A model may name in `beneath` the fields that a page shows folded.
    """
    nodes = {
        field.alias or name: node
        for name, field in model.model_fields.items()
        if (node := read(field.annotation, field.metadata)) is not None
    }
    return Group(nodes, getattr(model, "beneath", ()))


def read(annotation: Any, metadata: list[Any]) -> Node | None:
    if mark := next((entry for entry in metadata if isinstance(entry, Mark)), None):
        return mark
    if get_origin(annotation) is Annotated:
        return read(annotation.__origin__, list(annotation.__metadata__))
    if get_origin(annotation) in (list, tuple):
        row = read(get_args(annotation)[0], [])
        return Rows(row) if isinstance(row, Group) else None
    if get_origin(annotation) in (Union, types.UnionType):
        inner = (read(choice, []) for choice in get_args(annotation))
        return next((node for node in inner if node is not None), None)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return outline(annotation)
    return None


def node_at(group: Group, path: str) -> Node | None:
    """What may stand at a path; None when nothing may. Raises `BadPath`."""
    head, *rest = split(path)
    if head == UNKNOWN and rest:
        return Yes() if isinstance(node_at(group, rest[0]), Mark) else None
    node: Node | None = group.fields.get(head)
    for part in rest:
        node = below(node, part)
    return node


def below(node: Node | None, part: str) -> Node | None:
    match node:
        case Group(fields):
            return fields.get(part)
        case Rows(row):
            return row
        case Bands():
            return Number()
        case _:
            return None


def pattern(group: Group, path: str) -> str:
    """The path without ids of rows and names of bands, such as `problem.causes.text`."""
    kept: list[str] = []
    node: Node | None = group
    for part in split(path):
        if not isinstance(node, Rows | Bands):
            kept.append(part)
        node = below(node, part)
    return ".".join(kept)
