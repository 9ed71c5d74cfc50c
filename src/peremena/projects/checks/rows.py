"""Rows of the brief: which there are, and what is missing in them."""

from collections.abc import Iterable
from typing import Protocol

from pydantic import BaseModel

from .begun import filled


class Row(Protocol):
    @property
    def id(self) -> str: ...


def ids(rows: Iterable[Row]) -> frozenset[str]:
    return frozenset(row.id for row in rows)


def gaps(row: BaseModel, *fields: str) -> tuple[str, ...]:
    """Those of the fields nobody has filled in."""
    return tuple(field for field in fields if not filled(getattr(row, field)))
