"""Reads the words of the workshop from `<language>/<section>.toml`. Pure: no Django, no database.

The key of a field is its path without the ids of rows: `problem.causes.text`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
FALLBACK = "ru"


@dataclass(frozen=True)
class FieldText:
    """`hint`: what it is; `why` it matters; `mistake`: a typical one, empty where there is none."""

    label: str
    hint: str
    why: str
    example: str
    mistake: str = ""


@dataclass(frozen=True)
class RowsText:
    """A list: `one` names a row, `add` its button, `empty` tells how to begin."""

    title: str
    one: str
    add: str
    empty: str


@dataclass(frozen=True)
class SectionText:
    """One page of the workshop.

    `minutes`: how long it takes at first; `choices`: words for codes, by the key of their field.
    """

    title: str
    question: str
    lead: str
    minutes: int
    fields: Mapping[str, FieldText]
    rows: Mapping[str, RowsText]
    choices: Mapping[str, Mapping[str, str]]


@cache
def section(name: str, language: str) -> SectionText:
    """The words of a section; Russian where the language has none."""
    content = tomllib.loads((_folder(language) / f"{name}.toml").read_text("utf-8"))
    fields, rows = content.pop("fields"), content.pop("rows", {})
    return SectionText(
        fields={key: FieldText(**words) for key, words in fields.items()},
        rows={key: RowsText(**words) for key, words in rows.items()},
        choices=content.pop("choices", {}),
        **content,
    )


def field(key: str, language: str) -> FieldText:
    """The words of a field, whichever section it is in."""
    return _fields(language)[key]


def word(key: str, code: str, language: str) -> str:
    """What people call a code of the field; the code itself where nobody has named it."""
    return _choices(language).get(key, {}).get(code, code)


@cache
def _fields(language: str) -> Mapping[str, FieldText]:
    return {key: words for part in _sections(language) for key, words in part.fields.items()}


@cache
def _choices(language: str) -> Mapping[str, Mapping[str, str]]:
    return {key: words for part in _sections(language) for key, words in part.choices.items()}


def _sections(language: str) -> list[SectionText]:
    return [section(path.stem, language) for path in sorted((HERE / FALLBACK).glob("*.toml"))]


def _folder(language: str) -> Path:
    folder = HERE / language
    return folder if folder.is_dir() else HERE / FALLBACK
