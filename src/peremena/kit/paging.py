"""Long lists by pages that begin after a key: as quick at the end as at the beginning."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from django.core import signing
from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Model, OrderBy, Q, QuerySet

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

    A value that is not known counts as the smallest, on every engine. A key that was not given out
    for this list begins it anew.
    """
    key = _read(after, by)
    ordered = rows.order_by(*(_ordering(rows.model, field) for field in by))
    found = list((ordered.filter(_beyond(by, key)) if key else ordered)[: size + 1])
    shown = found[:size]
    more = len(found) > size
    return Listed(shown, _written(shown[-1], by) if more else "", is_first=not key)


def _beyond(by: Sequence[str], key: Sequence[Any]) -> Q:
    """Rows after the key: greater in the first field, or equal in it and greater in the next."""
    beyond, same = Q(pk__in=()), Q()
    for field, value in zip(by, key, strict=True):
        beyond |= same & _greater(field, value)
        same &= _equal(field, value)
    return beyond


def _greater(field: str, value: Any) -> Q:
    """What stands behind the value in this order."""
    name = _name(field)
    if field.startswith("-"):
        unknown = Q(**{f"{name}__isnull": True})
        return Q(pk__in=()) if value is None else unknown | Q(**{f"{name}__lt": value})
    return Q(**{f"{name}__isnull": False}) if value is None else Q(**{f"{name}__gt": value})


def _equal(field: str, value: Any) -> Q:
    name = _name(field)
    return Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})


def _ordering(model: type[Model], field: str) -> str | OrderBy:
    """Engines differ in where NULL stands, so that is said; only where there can be one."""
    if not _may_be_unknown(model, _name(field)):
        return field
    if field.startswith("-"):
        return F(_name(field)).desc(nulls_last=True)
    return F(field).asc(nulls_first=True)


def _may_be_unknown(model: type[Model], name: str) -> bool:
    """Also a value that was annotated: nobody knows."""
    here: Any = model
    for part in name.split("__"):
        try:
            field = here._meta.pk if part == "pk" else here._meta.get_field(part)
        except FieldDoesNotExist:
            return True
        if field.null:
            return True
        here = field.related_model
    return False


def _written(row: Model, by: Sequence[str]) -> str:
    values = [_value(row, _name(field)) for field in by]
    return signing.dumps(values, salt=_salt(by), compress=True)


def _value(row: Any, name: str) -> Any:
    for part in name.split("__"):
        row = getattr(row, part, None)
    if isinstance(row, Decimal):
        return str(row)
    return row.isoformat() if hasattr(row, "isoformat") else row


def _read(after: str, by: Sequence[str]) -> list[Any]:
    try:
        key: list[Any] = signing.loads(after, salt=_salt(by)) if after else []
    except signing.BadSignature:
        return []
    return key


def _salt(by: Sequence[str]) -> str:
    return f"paging {' '.join(by)}"


def _name(field: str) -> str:
    return field.removeprefix("-")
