"""What makes a file unusable as a brief, and how to say it to people."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("ru", "en")


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a file.

    `where`: the path inside the JSON, such as `budget[1].sum`, or "" for the whole file.
    `code`: what is wrong, a key of `texts/*.toml`; `values` fill its placeholders.
    """

    where: str
    code: str
    values: dict[str, Any] = field(default_factory=dict)


class Unreadable(ValueError):  # noqa: N818 -- reads better where it is caught
    """The text is not a brief; `faults` says why, and there is at least one."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(explain(fault, "en") for fault in faults))
        self.faults = tuple(faults)


def explain(fault: Fault, language: str = "ru") -> str:
    """One line: the place in the JSON and what was expected there."""
    sentences = _sentences(language if language in LANGUAGES else LANGUAGES[0])
    sentence = sentences.get(fault.code, sentences["other"]).format_map(fault.values)
    return f"{fault.where}: {sentence}" if fault.where else sentence


@cache
def _sentences(language: str) -> dict[str, str]:
    file = resources.files(__package__) / "texts" / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
