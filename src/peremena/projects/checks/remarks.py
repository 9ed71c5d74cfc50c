"""What a rule finds, and the remark people read."""

import dataclasses
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from peremena.projects.brief import Section


class Severity(StrEnum):
    """How surely an expert or a formal check stumbles: surely, usually, perhaps."""

    ERROR = "E"
    WARNING = "W"
    HINT = "H"


@dataclasses.dataclass(frozen=True)
class Finding:
    """One place where a rule is broken.

    `field`: the path of the field to mend, rows by id. `place`: the words in it, quoted exactly.
    `variant`: which of the rule's sentences to say, "" when it has one. `severity`: only when
    it differs from the rule's own. `values` fill the placeholders of the sentences.
    """

    field: str
    place: str = ""
    variant: str = ""
    severity: Severity | None = None
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Remark:
    """A finding in words. A rule speaks at most once about a field: (rule, field) is its key."""

    rule: str
    severity: Severity
    section: Section
    field: str
    place: str
    title: str
    text: str
    advice: str
    example: str
    why: str
    source: str

    @property
    def key(self) -> str:
        return f"{self.rule}:{self.field}"
