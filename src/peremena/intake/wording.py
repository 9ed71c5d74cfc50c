"""The words of a call's form, and what a new call says as long as nobody has changed it. Pure."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from peremena.drafts import texts
from peremena.drafts.texts import FieldText, PageText

from .questions import Question

HERE = Path(__file__).parent / "texts"


def of_questions(questions: Sequence[Question], language: str) -> PageText:
    """Labels and hints by key, for the page of the draft."""
    ready = texts.page(HERE, "ready", language)
    return replace(
        ready,
        fields={one.key: _field(one, ready) for one in questions},
        choices={one.key: _choices(one, ready) for one in questions},
    )


def _field(one: Question, ready: PageText) -> FieldText:
    return ready.fields[one.kind] if one.is_ready else FieldText(one.label, one.hint)


def _choices(one: Question, ready: PageText) -> dict[str, str]:
    if one.is_ready:
        return dict(ready.choices.get(one.kind, {}))
    return {option: option for option in one.options}


@cache
def usual(language: str) -> dict[str, Any]:
    """Title, lead, text, conditions and rubric of a new call; Russian where there is no other."""
    folder = HERE / language
    folder = folder if folder.is_dir() else HERE / texts.FALLBACK
    return tomllib.loads((folder / "usual.toml").read_text("utf-8"))
