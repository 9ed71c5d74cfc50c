"""The words of a draft's page, read from `<folder>/<language>/<page>.toml`. Pure: no Django.

The key of a field is its path without the ids of rows: `problem.causes.text`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FALLBACK = "ru"


@dataclass(frozen=True)
class FieldText:
    """`hint`: what it is; `why` it matters; `mistake`: a typical one, empty where there is none."""

    label: str
    hint: str = ""
    why: str = ""
    example: str = ""
    mistake: str = ""


@dataclass(frozen=True)
class RowsText:
    """A list: `one` names a row, `add` its button, `empty` tells how to begin."""

    title: str
    one: str
    add: str
    empty: str


@dataclass(frozen=True)
class PageText:
    """The words of one page.

    `minutes`: how long it takes at first; `choices`: words for codes, by the key of their field;
    `units`: in what a number counts.
    """

    title: str
    question: str
    lead: str
    minutes: int
    fields: Mapping[str, FieldText]
    rows: Mapping[str, RowsText]
    choices: Mapping[str, Mapping[str, str]]
    units: Mapping[str, str] = field(default_factory=dict)


@cache
def page(here: Path, name: str, language: str) -> PageText:
    """The words of a page; Russian where the language has none."""
    content = tomllib.loads((_folder(here, language) / f"{name}.toml").read_text("utf-8"))
    fields, rows = content.pop("fields"), content.pop("rows", {})
    return PageText(
        fields={key: FieldText(**words) for key, words in fields.items()},
        rows={key: RowsText(**words) for key, words in rows.items()},
        choices=content.pop("choices", {}),
        **content,
    )


def _folder(here: Path, language: str) -> Path:
    folder = here / language
    return folder if folder.is_dir() else here / FALLBACK
