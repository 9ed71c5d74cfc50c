"""A field as a page shows it: one value for drafts and Django forms alike. Pure: no Django."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"
    TEXTAREA = "textarea"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    EMAIL = "email"
    PASSWORD = "password"  # noqa: S105 -- the name of a kind
    CODE = "code"  # a short number from a letter
    SELECT = "select"
    RADIO = "radio"  # one of a few
    CHECKS = "checks"  # several of a few
    TICK = "tick"  # yes or no
    FILE = "file"


INPUT_TYPES = {
    Kind.DATE: "date",
    Kind.EMAIL: "email",
    Kind.PASSWORD: "password",
    Kind.FILE: "file",
}
INPUT_MODES = {Kind.NUMBER: "numeric", Kind.MONEY: "decimal", Kind.CODE: "numeric"}
GROUPS = frozenset({Kind.RADIO, Kind.CHECKS})


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class Start:
    """Words to begin a field with, and how the button that puts them in is called."""

    label: str
    text: str


@dataclass(frozen=True)
class Elsewhere:
    """What others wrote in such a field; `source`, `address`: who, and where to read of it."""

    text: str
    source: str
    address: str


@dataclass(frozen=True)
class FormField:
    """What `{% field %}` draws. The name is that of the input: `problem.core`, `budget.b1.qty`."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    value: str | tuple[str, ...] = ""
    """As typed: a number and a day in ISO form; several values for CHECKS; "on" for a tick."""
    options: tuple[Option, ...] = ()
    hint: str = ""
    why: str = ""
    example: str = ""
    mistake: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    limit: int | None = None
    """Characters shown by the counter; more may be typed, nothing is cut."""
    lines: int = 4
    unit: str = ""
    error: str = ""
    required: bool = False
    readonly: bool = False
    empty_label: str = ""
    """The first line of a SELECT when nothing is picked."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """More attributes of the input, such as `autocomplete` or `hx-post`."""

    @property
    def id(self) -> str:
        return "f-" + self.name.replace(".", "-").replace("+", "plus")

    @property
    def described_by(self) -> str:
        """Ids of the texts a screen reader adds to the label."""
        parts = [("hint", self.hint), ("left", self.limit), ("error", self.error)]
        return " ".join(f"{self.id}-{part}" for part, present in parts if present)

    @property
    def is_group(self) -> bool:
        return self.kind in GROUPS

    @property
    def input_type(self) -> str:
        return INPUT_TYPES.get(self.kind, "text")

    @property
    def input_mode(self) -> str:
        """Which keyboard a phone shows."""
        return INPUT_MODES.get(self.kind, "")

    @property
    def chosen(self) -> tuple[str, ...]:
        return (self.value,) if isinstance(self.value, str) else self.value

    @property
    def left(self) -> int:
        """Characters left before the limit; negative when it is passed."""
        return (self.limit or 0) - len(str(self.value))

    @property
    def is_near_limit(self) -> bool:
        """The counter speaks in the last fifth; before that it is noise."""
        return self.limit is not None and 5 * self.left < self.limit

    @property
    def over(self) -> int:
        return -self.left
