"""What the brief says in free words, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from peremena.drafts.marks import Text

# Fields an expert reads as text; names, contacts, papers and addresses are not among them.
PROSE = frozenset(
    {
        "summary", "novelty", "core", "text", "why_not", "instead", "how_reached", "title",
        "function", "past", "comment", "contribution", "measure", "check", "money", "how",
        "free_because", "indicator", "wants", "who",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Saying:
    field: str
    text: str

    @property
    def is_prose(self) -> bool:
        return self.field.rpartition(".")[2] in PROSE and ".letter." not in self.field


def said(part: BaseModel, path: str = "") -> Iterator[Saying]:
    """Fields of free text that hold something; a row without an id lends its list's path."""
    for name, field in type(part).model_fields.items():
        value, here = getattr(part, name), f"{path}{field.alias or name}"
        if isinstance(value, str):
            if value.strip() and any(isinstance(mark, Text) for mark in field.metadata):
                yield Saying(here, value)
        elif isinstance(value, BaseModel):
            yield from said(value, f"{here}.")
        elif isinstance(value, list):
            for row in value:
                if isinstance(row, BaseModel):
                    yield from _said_in_row(row, here)


def _said_in_row(row: BaseModel, path: str) -> Iterator[Saying]:
    id_ = getattr(row, "id", None)
    for saying in said(row, f"{path}.{id_}."):
        yield saying if id_ else Saying(path, saying.text)
