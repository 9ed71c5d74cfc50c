"""Where a word stands in a draft: `problem.causes.c1.text`, rows by their id. Pure.

The same path is the name of the input on the page, of the field in a save, of a remark's place.
«I do not know yet» about a field stands under `unknown`: `unknown.problem.core`.
"""

import re
from collections.abc import Iterable
from typing import Any

Content = dict[str, Any]

UNKNOWN = "unknown"
DEEPEST = 8
PART = re.compile(r"[^\s.:\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,64}")


class BadPath(ValueError):  # noqa: N818 -- reads better where it is caught
    """Empty, too deep, or with a part that neither a field nor a row can have."""


def split(path: str) -> tuple[str, ...]:
    """The parts of a path; `unknown` and the whole path of its field are two parts."""
    head, _, rest = path.partition(".")
    parts = tuple(path.split("."))
    if len(parts) > DEEPEST or not all(PART.fullmatch(part) for part in parts):
        raise BadPath(path[:100])
    return (UNKNOWN, rest) if head == UNKNOWN and rest else parts


def join(*parts: str) -> str:
    return ".".join(part for part in parts if part)


def is_rows(value: object) -> bool:
    """A list of rows: objects that each have an id. An empty list may be one."""
    return isinstance(value, list) and all(isinstance(row, dict) and "id" in row for row in value)


def ids(rows: Iterable[Content]) -> list[str]:
    return [row["id"] for row in rows]


def row_by_id(rows: Iterable[Content], key: str) -> Content | None:
    return next((row for row in rows if row["id"] == key), None)


def find(content: Content, path: str) -> Any:
    """The value, the row or the list that stands there; None where nothing does."""
    here: Any = content
    for part in split(path):
        here = step(here, part)
    return here


def step(here: object, part: str) -> Any:
    if isinstance(here, dict):
        return here.get(part)
    return row_by_id(here, part) if isinstance(here, list) and is_rows(here) else None


def stands(content: Content, path: str) -> bool:
    """Whether every row that the path goes through is still there."""
    here: Any = content
    for part in split(path):
        rows = isinstance(here, list)
        here = step(here, part)
        if rows and here is None:
            return False
    return True
