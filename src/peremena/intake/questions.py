"""The form of a call: ready questions and own ones become fields of a draft. Pure.

A question is stored as `{"key", "kind", "required"}`; `kind` names a ready question, or one of
`OWN` with `"label"`, `"hint"`, `"options"`, `"limit"`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, create_model

from peremena.drafts import values
from peremena.drafts.marks import Choice, Mark, Number, Text, Yes
from peremena.drafts.outline import Group, outline

LINES, LINE, CHOICE, NUMBER, TICK = "lines", "line", "choice", "number", "tick"
OWN = (LINES, LINE, CHOICE, NUMBER, TICK)
LIMIT, LONGEST = 600, 4000
SHORT = 200

READY: Mapping[str, Mark] = {
    "post": Text(120),
    "idea": Text(600, lines=3),
    "worry": Text(600, lines=3),
    "team": Text(400, lines=3),
    "done": Text(600, lines=3),
    "link": Choice(("good", "weak", "drops", "none")),
    "channel": Choice(("mail", "phone", "messenger", "paper")),
    "before": Choice(("no", "yes")),
    "hours": Choice(("two", "four", "more")),
    "seminar": Choice(("yes", "unsure", "no")),
    "help": Text(300, lines=2),
    "heard": Choice(("colleague", "district", "net", "paper", "other")),
}
USUAL = ("post", "idea", "team", "link", "channel", "before", "seminar")
REQUIRED = frozenset({"idea", "team", "before"})


@dataclass(frozen=True)
class Question:
    """`label`, `hint`, `options`, `limit`: of an own question only."""

    key: str
    kind: str
    required: bool = False
    label: str = ""
    hint: str = ""
    options: tuple[str, ...] = ()
    limit: int = LIMIT

    @property
    def is_ready(self) -> bool:
        return self.kind in READY

    @property
    def mark(self) -> Mark:
        """What may be typed."""
        if self.is_ready:
            return READY[self.kind]
        match self.kind:
            case "choice":
                return Choice(self.options)
            case "number":
                return Number()
            case "tick":
                return Yes()
            case "line":
                return Text(min(self.limit, SHORT))
            case _:
                return Text(self.limit, lines=3)


def read(stored: Iterable[Mapping[str, Any]]) -> tuple[Question, ...]:
    """What is of no known kind is left out, so that an old call still opens."""
    return tuple(_read(one) for one in stored if one.get("kind") in (*READY, *OWN))


def _read(one: Mapping[str, Any]) -> Question:
    return Question(
        key=one["key"],
        kind=one["kind"],
        required=bool(one.get("required")),
        label=one.get("label", ""),
        hint=one.get("hint", ""),
        options=tuple(one.get("options", ())),
        limit=one.get("limit") or LIMIT,
    )


def stored(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """Reading what was stored gives the same questions."""
    return [
        {"key": one.key, "kind": one.kind, "required": one.required}
        | ({} if one.is_ready else _own(one))
        for one in questions
    ]


def _own(one: Question) -> dict[str, Any]:
    options = list(one.options)
    return {"label": one.label, "hint": one.hint, "options": options, "limit": one.limit}


def usual() -> tuple[Question, ...]:
    """Those of which most calls are made."""
    return tuple(Question(key, key, required=key in REQUIRED) for key in USUAL)


def model_of(questions: Sequence[Question]) -> type[BaseModel]:
    """The form as a typed draft; the same questions give the same model."""
    return _model(json.dumps(stored(questions), ensure_ascii=False))


@cache
def _model(written: str) -> type[BaseModel]:
    fields: dict[str, Any] = {
        one.key: (Annotated[Any, one.mark], None) for one in read(json.loads(written))
    }
    return create_model("Application", **fields)


def group_of(questions: Sequence[Question]) -> Group:
    return outline(model_of(questions))


def unanswered(questions: Iterable[Question], content: Mapping[str, Any]) -> Iterator[Question]:
    """Those that have to be answered and are not, in their order."""
    for one in questions:
        value = content.get(one.key)
        is_blank = value in (None, "", False, []) or (isinstance(value, str) and not value.strip())
        if one.required and is_blank:
            yield one


def unusable(questions: Iterable[Question], content: Mapping[str, Any]) -> Iterator[Question]:
    """Those whose answer cannot be used as it is, such as one that is too long."""
    for one in questions:
        if values.read(one.mark, content.get(one.key)).problem:
            yield one
