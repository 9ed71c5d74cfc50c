"""Between the brief and the pages of the workshop. Pure: no Django, no database.

A page's content is a fragment of the brief in JSON, so that one path, such as
`problem.causes.c1.text`, names the input, the place in the draft and the field of a remark.
"""

import json
from collections.abc import Mapping
from functools import cache
from itertools import count
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from peremena.drafts.paths import UNKNOWN, Content

from .brief import Brief, Section, export
from .brief.sections import HOMES, KEYS


@cache
def model_of(section: Section) -> type[BaseModel]:
    """The typed content of one page: the brief's own fields and none other."""
    fields: dict[str, Any] = {
        key: (Brief.model_fields[key].rebuild_annotation(), Brief.model_fields[key])
        for key in KEYS[section]
    }
    return create_model(f"{section.name.title()}Content", **fields)


def split(brief: Brief) -> dict[Section, Content]:
    """The brief's JSON cut into pages; rows without an id get one, for merging row by row."""
    pages: dict[Section, Content] = {section: {} for section in Section}
    for key, value in json.loads(export(brief)).items():
        if key in HOMES:
            pages[HOMES[key]][key] = with_ids(value)
    return pages


def with_ids(value: Any) -> Any:
    """Every row of every list gets an id; what has one keeps it."""
    if isinstance(value, dict):
        return {key: with_ids(inner) for key, inner in value.items()}
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return value
    taken = {row.get("id") for row in value}
    fresh = (name for number in count(1) if (name := f"row{number}") not in taken)
    return [{"id": row.get("id") or next(fresh)} | with_ids(row) for row in value]


def compose(pages: Mapping[Section, Content]) -> Brief:
    """The brief that the pages make together; what cannot be read yet counts as not filled in."""
    content: Content = {}
    for page in pages.values():
        content |= {key: value for key, value in page.items() if key != UNKNOWN}
    try:
        return Brief.model_validate(content)
    except ValidationError as error:
        readable = json.loads(json.dumps(content))
        for detail in error.errors(include_url=False):
            blank_out(readable, detail["loc"])
        return Brief.model_validate(readable)


def blank_out(content: Any, place: tuple[int | str, ...]) -> None:
    *above, last = place
    for step in above:
        content = content[step]
    content[last] = None
