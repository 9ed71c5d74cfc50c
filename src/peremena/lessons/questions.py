"""Questions after a day of the school, their answers and what these come to. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

FEWEST = 5
"""With fewer answers somebody could guess whose they are."""
MOST, LONGEST_WORDS = 5, 1000
SCALE = range(1, 6)


class Kind(StrEnum):
    SCALE = "scale"
    CHOICE = "choice"
    WORDS = "words"


class Hidden(StrEnum):
    """Why results are not shown."""

    OPEN = "open"
    FEW = "few"
    NONE = "none"


@dataclass(frozen=True)
class Question:
    """`options`: of a choice; empty for anything else."""

    key: str
    kind: Kind
    label: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bar:
    label: str
    number: int

    @property
    def words(self) -> str:
        return str(self.number)


@dataclass(frozen=True)
class Result:
    """`mean`: of a scale, None without an answer; `bars`: the best first; `texts`: by alphabet, so
    that their order tells nothing."""

    question: Question
    number: int
    mean: float | None
    bars: tuple[Bar, ...]
    texts: tuple[str, ...]


def read(stored: Sequence[Mapping[str, Any]]) -> list[Question]:
    return [
        Question(one["key"], Kind(one["kind"]), one["label"], tuple(one.get("options", ())))
        for one in stored
    ]


def stored(questions: Sequence[Question]) -> list[dict[str, Any]]:
    return [
        {"key": one.key, "kind": one.kind.value, "label": one.label, "options": list(one.options)}
        for one in questions
    ]


def why_hidden(answers: int, *, is_anonymous: bool, is_open: bool) -> Hidden | None:
    """None when results may be shown.

    Anonymous ones only all together once it is closed: whoever looks before and after somebody has
    answered would know the answer.
    """
    if answers == 0:
        return Hidden.NONE
    if not is_anonymous:
        return None
    if is_open:
        return Hidden.OPEN
    return Hidden.FEW if answers < FEWEST else None


def results(questions: Sequence[Question], answers: Sequence[Mapping[str, Any]]) -> list[Result]:
    def said(one: Question) -> list[Any]:
        return [each[one.key] for each in answers if each.get(one.key)]

    return [result(one, said(one)) for one in questions]


def result(question: Question, said: Sequence[Any]) -> Result:
    if question.kind is Kind.WORDS:
        return Result(question, len(said), None, (), tuple(sorted(said)))
    counts = Counter(str(one) for one in said)
    options = [str(one) for one in reversed(SCALE)]
    options = options if question.kind is Kind.SCALE else list(question.options)
    bars = tuple(Bar(one, counts[one]) for one in options)
    is_scale = question.kind is Kind.SCALE and said
    mean = sum(int(one) for one in said) / len(said) if is_scale else None
    return Result(question, len(said), mean, bars, ())
