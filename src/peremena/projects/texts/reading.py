"""Reads the words of the workshop from `<language>/<section>.toml`. Pure: no Django, no database.

The key of a field is its path without the ids of rows: `problem.causes.text`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from peremena.drafts import texts
from peremena.drafts.texts import FALLBACK, FieldText, RowsText
from peremena.drafts.texts import PageText as SectionText

__all__ = ["FieldText", "RowsText", "SectionText", "field", "section", "word"]

HERE = Path(__file__).parent


def section(name: str, language: str) -> SectionText:
    """The words of a section; Russian where the language has none."""
    return texts.page(HERE, name, language)


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
