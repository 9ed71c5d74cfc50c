"""What people do with rows of a list: add, remove, move, put back. Pure.

A deed about a row that somebody else has removed changes nothing.
"""

from collections.abc import Callable
from copy import deepcopy

from .deeds import ADDING, Deed, Verb
from .marks import Mark, Ref
from .outline import Group, Rows, node_at
from .paths import Content, find, ids, is_rows, join, stands
from .writing import MOST_ROWS, NotTaken, Refusal, put

UNDER = "under"  # the field of a row that names the row on which it hangs


def done(content: Content, group: Group, deed: Deed, new_id: str) -> Content:
    """The content after a deed about rows; `new_id` names an added one. RESTORE is `put_back`."""
    new = deepcopy(content)
    rows = list_of(new, group, deed.list_path)
    if deed.verb in ADDING:
        add(rows, group, deed, new_id)
    elif deed.row_id in ids(rows):
        CHANGES[deed.verb](rows, ids(rows).index(deed.row_id))
    put(new, group, deed.list_path, rows)
    return new


def add(rows: list[Content], group: Group, deed: Deed, new_id: str) -> None:
    """At the end. What was to hang on a row that is gone is not begun."""
    if len(rows) >= MOST_ROWS:
        raise NotTaken(Refusal.TOO_MANY_ROWS)
    if deed.verb is Verb.ADD:
        rows.append({"id": new_id})
    elif not isinstance(node_at(group, join(deed.list_path, new_id, UNDER)), Ref):
        raise NotTaken(Refusal.NO_SUCH_FIELD)
    elif deed.row_id in ids(rows):
        rows.append({"id": new_id, UNDER: deed.row_id})


def list_of(content: Content, group: Group, path: str) -> list[Content]:
    if not isinstance(node_at(group, path), Rows):
        raise NotTaken(Refusal.NO_SUCH_FIELD)
    there = find(content, path)
    return there if is_rows(there) else []


def remove(rows: list[Content], place: int) -> None:
    del rows[place]


def up(rows: list[Content], place: int) -> None:
    if place > 0:
        rows[place - 1 : place + 1] = [rows[place], rows[place - 1]]


def down(rows: list[Content], place: int) -> None:
    up(rows, place + 1 if place + 1 < len(rows) else 0)


CHANGES: dict[Verb, Callable[[list[Content], int], None]] = {
    Verb.REMOVE: remove,
    Verb.UP: up,
    Verb.DOWN: down,
}


def put_back(content: Content, earlier: Content, group: Group, path: str) -> Content:
    """The row as an earlier version had it, after the same neighbour. A row still there stays."""
    deed = Deed(Verb.RESTORE, path)
    new = deepcopy(content)
    rows = list_of(new, group, deed.list_path)
    before = list_of(earlier, group, deed.list_path)
    if deed.row_id in ids(rows) or deed.row_id not in ids(before):
        return new
    place = ids(before).index(deed.row_id)
    neighbours = [ids(rows).index(key) + 1 for key in ids(before[:place]) if key in ids(rows)]
    rows.insert(neighbours[-1] if neighbours else 0, deepcopy(before[place]))
    put(new, group, deed.list_path, rows)
    return new


def with_piece(content: Content, earlier: Content, group: Group, path: str) -> Content | None:
    """The content with one row or field as an earlier version had it.

    None where that place is not there any more, such as a field of a row that was removed. Raises
    `BadPath`.
    """
    node = node_at(group, path)
    if isinstance(node, Group) and find(content, path) is None:
        return put_back(content, earlier, group, path)
    if not isinstance(node, Mark) or not stands(content, path):
        return None
    new = deepcopy(content)
    put(new, group, path, deepcopy(find(earlier, path)))
    return new
