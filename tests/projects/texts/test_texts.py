"""The words of the workshop: complete, short enough for a phone, and typeset as Russian is."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from peremena.drafts.marks import Bands, Choice
from peremena.projects import texts
from peremena.projects.brief import Brief, Section

LANGUAGES = ("ru", "en")
LONGEST = {"label": 40, "hint": 120, "why": 200, "example": 200, "mistake": 120}
NOT_TYPED_BY_PEOPLE = {"id", "format"}
WITHOUT_YO = (
    r"\b(ее|еще|идет|придет|партнер\w*|молодеж\w*|отчет\w*|счет\w*|учет\w*|свое|чье|ничье)\b"
)
UNITS = (
    r"₽|%|кг|лет|года|человека?|домов|слов|цифр|января|февраля|апреля|октября|people|houses|words"
)


def below(annotation: Any) -> type[BaseModel] | None:
    candidates = (annotation, *get_args(annotation))
    return next((c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel)), None)


def walk(model: type[BaseModel], above: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Everything in the model by its key: the path without the ids of rows."""
    for name, field in model.model_fields.items():
        if name in NOT_TYPED_BY_PEOPLE:
            continue
        key = f"{above}.{field.alias or name}".lstrip(".")
        yield key, field
        if inner := below(field.annotation):
            yield from walk(inner, key)


FIELDS = {key: field for key, field in walk(Brief) if below(field.annotation) is None}
LISTS = {
    key
    for key, field in walk(Brief)
    if below(field.annotation) and get_origin(field.annotation) is list
}
CODES = {
    key: set(getattr(mark, "options", ()) or getattr(mark, "keys", ()))
    for key, field in FIELDS.items()
    for mark in field.metadata
    if isinstance(mark, Choice | Bands)
}


@cache
def sections(language: str) -> dict[Section, texts.SectionText]:
    return {section: texts.section(section, language) for section in Section}


def keys(language: str, kind: str) -> list[str]:
    return [key for section in sections(language).values() for key in getattr(section, kind)]


def lines(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every text in the section with the place where it stands."""
    if isinstance(value, str):
        yield where, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lines(inner, f"{where} {key}")


def all_lines(language: str) -> dict[str, str]:
    pages = sections(language).items()
    return {
        where: text
        for section, words in pages
        for where, text in lines(asdict(words), f"{language} {section}")
    }


def spoilt(language: str, pattern: str) -> list[str]:
    return [where for where, text in all_lines(language).items() if re.search(pattern, text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_brief_is_explained_once(language):
    assert sorted(keys(language, "fields")) == sorted(FIELDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_the_brief_has_words_for_its_rows(language):
    assert sorted(keys(language, "rows")) == sorted(LISTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_brief_has_a_word(language):
    named = {
        key: set(words)
        for part in sections(language).values()
        for key, words in part.choices.items()
    }

    assert named == CODES


def test_both_languages_explain_the_same_things():
    russian, english = ({key[3:] for key in all_lines(language)} for language in LANGUAGES)

    assert russian == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_fit_a_phone(language):
    too_long = [
        f"{key} {kind}: {len(text)}"
        for section in sections(language).values()
        for key, field in section.fields.items()
        for kind, text in asdict(field).items()
        if len(text) > LONGEST[kind]
    ]

    assert too_long == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("straight quotes", r"[\"']"),
        ("two spaces", r"[ \u00a0]{2}"),
        ("a space at an end", r"^\s|\s$"),
        ("a hyphen for a dash", r"\s-\s"),
        ("a dash that may start a line", r" —"),
        ("a number apart from its unit", rf"\d (?:{UNITS})"),
        ("a number in pieces", r"\d \d"),
    ],
)
def test_words_are_typeset_with_care(language, fault, pattern):
    assert spoilt(language, pattern) == []


def test_russian_has_its_own_quotes_and_letters():
    assert spoilt("ru", rf"[“”’]|(?i:{WITHOUT_YO})") == []


def test_a_field_is_found_whichever_section_it_is_in():
    assert texts.field("partners.letter.sum", "ru").label == "Сумма в письме, ₽"


def test_a_code_reads_as_a_word_and_a_code_nobody_named_as_itself():
    assert texts.word("plan.kind", "build", "ru") == "строим"
    assert texts.word("budget.category", "опыты", "ru") == "опыты"


def test_a_language_without_texts_reads_russian():
    assert texts.section("goal", "de") == texts.section("goal", "ru")
