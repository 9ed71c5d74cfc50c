"""Between the brief and the pages of the workshop. Pure: no Django, no database.

A page's content is a fragment of the brief in JSON, so that one path, such as
`problem.causes.c1.text`, names the input, the place in the draft and the field of a remark.
"""

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import count
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from peremena.drafts.marks import Bands, Money, Number
from peremena.drafts.outline import Group, Node, Rows, outline
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
    """The brief cut into pages, as drafts store them; rows without an id get one, for merging."""
    pages: dict[Section, Content] = {section: {} for section in Section}
    for key, value in json.loads(export(brief), parse_float=Decimal).items():
        if key in HOMES:
            pages[HOMES[key]][key] = with_ids(value)
    return {section: convert(section, page, digits) for section, page in pages.items()}


def convert(section: Section, page: Content, change: Callable[[Any], Any]) -> Content:
    """The page with every number and sum changed."""
    converted: Content = walk(outline(model_of(section)), page, change)
    return converted


def walk(node: Node | None, value: Any, change: Callable[[Any], Any]) -> Any:
    match node, value:
        case Group(fields), dict():
            return {key: walk(fields.get(key), inner, change) for key, inner in value.items()}
        case Rows(row), list():
            return [walk(row, inner, change) for inner in value]
        case Bands(keys), dict():
            return {key: change(value[key]) for key in in_order(keys, value)}
        case Number() | Money(), _:
            return change(value)
        case _:
            return value


def in_order(known: tuple[str, ...], bands: Content) -> list[str]:
    """PostgreSQL forgets the order of keys: the usual bands first, others by the age they begin."""
    others = sorted(bands.keys() - set(known), key=lambda band: (len(band), band))
    return [band for band in known if band in bands] + others


def digits(value: Any) -> Any:
    """Drafts hold fractions as digits, so that no kopeck is lost in a float."""
    return str(value) if isinstance(value, Decimal) else value


def exact(value: Any) -> Any:
    try:
        return Decimal(value) if isinstance(value, str) and value else value
    except InvalidOperation:
        return value


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
    for section, page in pages.items():
        content |= convert(section, page, exact)
    content.pop(UNKNOWN, None)
    try:
        return Brief.model_validate(content)
    except ValidationError as error:
        readable = deepcopy(content)
        for detail in error.errors(include_url=False):
            blank_out(readable, detail["loc"])
        return Brief.model_validate(readable)


def blank_out(content: Any, place: tuple[int | str, ...]) -> None:
    *above, last = place
    for step in above:
        content = content[step]
    content[last] = None
