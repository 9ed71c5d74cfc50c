"""For each rule words it stumbles over and words it passes, as changes of the good example."""

import json
from dataclasses import dataclass, field
from typing import Any

Changes = dict[str, Any]


@dataclass(frozen=True)
class Pair:
    """`bad`, `good`: path → value; `known`: circumstances of both. The first pair of a rule is
    the one the rule was described by; further ones are ours."""

    bad: Changes
    good: Changes = field(default_factory=dict)
    known: dict[str, Any] = field(default_factory=dict)
    known_bad: dict[str, Any] = field(default_factory=dict)


def changed(content: Any, changes: Changes) -> Any:
    """Rows by id, or by number where they have none; None takes a row out, a new id adds one."""
    after = json.loads(json.dumps(content))  # a copy; `deepcopy` takes ten times as long
    for path, value in changes.items():
        *way, last = path.split(".")
        here = after
        for part in way:
            here = here.setdefault(part, {}) if isinstance(here, dict) else row(here, part)
        put(here, last, value)
    return after


def row(rows: list[Any], name: str) -> Any:
    if name.isdigit():
        return rows[int(name)]
    found = [one for one in rows if one.get("id") == name]
    if not found:
        rows.append({"id": name})
    return found[0] if found else rows[-1]


def put(here: Any, last: str, value: Any) -> None:
    if isinstance(here, dict):
        here[last] = value
    elif value is None:
        here.remove(row(here, last))
    else:
        row(here, last).update(value)
