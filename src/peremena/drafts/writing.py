"""Writing what people typed into a draft's content, by path. Pure: nothing changes in place.

What a draft cannot take is refused field by field, so that one bad field never holds back others.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from . import values
from .marks import Bands, Mark
from .merge import blank
from .outline import Group, Node, Rows, below, node_at
from .paths import PART, UNKNOWN, BadPath, Content, find, row_by_id, split, stands
from .values import Typed

MOST_ROWS = 200
MOST_CHARACTERS = 20_000


class Refusal(StrEnum):
    """Why a field was not taken; the page keeps the words. Named in `words.REFUSALS`."""

    NO_SUCH_FIELD = "no-such-field"
    TOO_MANY_ROWS = "too-many-rows"
    FAR_TOO_LONG = "far-too-long"


class NotTaken(Exception):  # noqa: N818 -- reads better where it is caught
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


@dataclass(frozen=True)
class Written:
    content: Content
    refused: Mapping[str, Refusal]


def write(
    content: Content, group: Group, fields: Mapping[str, Typed], rows: Mapping[str, list[str]]
) -> Written:
    """The content with these fields as typed and these lists in this order.

    A row missing from its list's order goes; a row that is named or written to and is not there
    comes. A field that says what already stands there changes nothing.
    """
    new = deepcopy(content)
    refused: dict[str, Refusal] = {}
    for path, order in rows.items():
        with refusals(path, refused):
            arrange(new, group, path, order)
    for path, typed in fields.items():
        with refusals(path, refused):
            put_typed(new, group, path, typed)
    return Written(new, refused)


@contextmanager
def refusals(path: str, refused: dict[str, Refusal]) -> Iterator[None]:
    try:
        yield
    except BadPath:
        refused[path] = Refusal.NO_SUCH_FIELD
    except NotTaken as error:
        refused[path] = error.refusal


def arrange(content: Content, group: Group, path: str, order: list[str]) -> None:
    if not isinstance(node_at(group, path), Rows) or not all(map(PART.fullmatch, order)):
        raise NotTaken(Refusal.NO_SUCH_FIELD)
    there = find(content, path) or []
    if len(order) > max(MOST_ROWS, len(there)):
        raise NotTaken(Refusal.TOO_MANY_ROWS)
    wanted = [row_by_id(there, key) or {"id": key} for key in dict.fromkeys(order)]
    if wanted != there:
        put(content, group, path, wanted)


def put_typed(content: Content, group: Group, path: str, typed: Typed) -> None:
    mark = node_at(group, path)
    if not isinstance(mark, Mark) or isinstance(mark, Bands):
        raise NotTaken(Refusal.NO_SUCH_FIELD)
    words = values.listed(typed)
    if sum(map(len, words)) > MOST_CHARACTERS:
        raise NotTaken(Refusal.FAR_TOO_LONG)
    there = find(content, path)
    value = values.read(mark, typed).value
    if words == values.listed(values.show(mark, there)) or (blank(value) and blank(there)):
        return
    put(content, group, path, value)


def put(content: Content, group: Group, path: str, value: Any) -> None:
    """Set a stored value in place, making the groups and rows on the way to it."""
    *way, last = split(path)
    here: Any = content
    node: Node | None = group
    for part in way:
        node = below(node, part)
        here = inside(here, part, [] if isinstance(node, Rows) else {})
    if blank(value) and (isinstance(node, Bands) or way == [UNKNOWN]):
        here.pop(last, None)
    else:
        here[last] = value


def inside(here: Any, part: str, otherwise: list[Any] | Content) -> Any:
    """One step down; what is not there yet begins as `otherwise`."""
    if isinstance(here, dict):
        if not isinstance(here.get(part), type(otherwise)):
            here[part] = otherwise
        return here[part]
    row = row_by_id(here, part)
    if row is None and len(here) >= MOST_ROWS:
        raise NotTaken(Refusal.TOO_MANY_ROWS)
    if row is None:
        row = {"id": part}
        here.append(row)
    return row


def tidy(content: Content) -> Content:
    """«I do not know yet» goes when the field is filled in, and with its row."""
    unknown = content.get(UNKNOWN)
    if not unknown:
        return content
    still = [path for path in unknown if stands(content, path) and blank(find(content, path))]
    return {**content, UNKNOWN: dict.fromkeys(still, True)}
