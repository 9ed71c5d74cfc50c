"""Long lists by pages that begin after a key: as quick at the end as at the beginning."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core import signing
from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
PAGE = 50


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """`after`: put into `?after=` for the next page; empty on the last one."""

    rows: Sequence[Row]
    after: str
    is_first: bool


def page(
    rows: QuerySet[Row], *, by: Sequence[str], after: str = "", size: int = PAGE
) -> Listed[Row]:
    """`by`: fields that order the list, the last of them unique; "-" before one: descending.

    A key that was not given out here begins the list anew.
    """
    key = _read(after, len(by))
    ordered = rows.order_by(*by)
    found = list((ordered.filter(_beyond(by, key)) if key else ordered)[: size + 1])
    shown = found[:size]
    more = len(found) > size
    return Listed(shown, _written(shown[-1], by) if more else "", is_first=not key)


def _beyond(by: Sequence[str], key: Sequence[Any]) -> Q:
    """Rows after the key: greater in the first field, or equal in it and greater in the next."""
    beyond = Q()
    for place, field in enumerate(by):
        same = {_name(one): value for one, value in zip(by[:place], key, strict=False)}
        more = "lt" if field.startswith("-") else "gt"
        beyond |= Q(**same, **{f"{_name(field)}__{more}": key[place]})
    return beyond


def _written(row: Model, by: Sequence[str]) -> str:
    return signing.dumps([_value(row, _name(field)) for field in by], salt="paging", compress=True)


def _value(row: Any, name: str) -> Any:
    for part in name.split("__"):
        row = getattr(row, part)
    return row.isoformat() if hasattr(row, "isoformat") else row


def _read(after: str, length: int) -> list[Any]:
    try:
        key = signing.loads(after, salt="paging") if after else []
    except signing.BadSignature:
        return []
    return key if len(key) == length else []


def _name(field: str) -> str:
    return field.removeprefix("-")
