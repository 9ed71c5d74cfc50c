"""A mark and a value as the field that a page shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from peremena.kit import typography
from peremena.kit.fields import FormField, Kind, Option

from . import values
from .content import Leaf
from .marks import Choice, Day, Mark, Money, Names, Number, Ref, Refs, Text, When, Yes

FEW = 4
NAMES_LINES = 3
SHORT = 20
EXPLAINED = ("label", "hint", "why", "example", "mistake")
KINDS = {
    Names: Kind.TEXTAREA,
    Number: Kind.NUMBER,
    Money: Kind.MONEY,
    Yes: Kind.TICK,
    Ref: Kind.SELECT,
    Refs: Kind.CHECKS,
    When: Kind.TEXT,
}
Picks = Mapping[str, Sequence[Option]]
"""What may be picked from each list, by the list's path: `team`, `problem.causes`."""


class FieldWords(Protocol):
    """How the owner room explains a field; all but the label may be empty."""

    @property
    def label(self) -> str: ...
    @property
    def hint(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def example(self) -> str: ...
    @property
    def mistake(self) -> str: ...


@dataclass(frozen=True)
class Label:
    """Words of a field that is named and not explained."""

    label: str
    hint: str = ""
    why: str = ""
    example: str = ""
    mistake: str = ""


def field(
    leaf: Leaf,
    words: FieldWords,
    *,
    names: Mapping[str, str],
    picks: Picks,
    error: str | Promise = "",
    readonly: bool = False,
) -> FormField:
    """`names`: what people call the codes of a choice."""
    options, mark = offered(leaf, names, picks), leaf.mark
    explained = {name: getattr(words, name) for name in EXPLAINED}
    return FormField(
        name=leaf.path,
        kind=kind(mark, leaf.value, len(options)),
        value=input_value(mark, leaf.value),
        options=options,
        limit=counted(mark),
        lines=mark.lines if isinstance(mark, Text) else NAMES_LINES,
        unit="₽" if isinstance(mark, Money) else "",
        error=str(error),
        readonly=readonly,
        empty_label=_("— not chosen —"),
        **explained,
    )


def counted(mark: Mark) -> int | None:
    """The limit worth a counter: nobody counts the characters of a number such as an ИНН."""
    limit = mark.limit if isinstance(mark, Text) else None
    return limit if limit and limit > SHORT else None


def kind(mark: Mark, value: Any, options: int) -> Kind:
    match mark:
        case Text(lines=lines):
            return Kind.TEXTAREA if lines > 1 else Kind.TEXT
        case Choice():
            return Kind.RADIO if options <= FEW else Kind.SELECT
        case Day():
            return Kind.DATE if values.read(mark, value).problem is None else Kind.TEXT
        case _:
            return KINDS[type(mark)]


def input_value(mark: Mark, value: Any) -> str | tuple[str, ...]:
    shown = values.show(mark, value)
    if isinstance(shown, bool):
        return "on" if shown else ""
    return shown


def offered(leaf: Leaf, names: Mapping[str, str], picks: Picks) -> tuple[Option, ...]:
    """What can be chosen, and what is chosen although it is not offered any more.

    A row of the same list is offered, the row itself is not.
    """
    match leaf.mark:
        case Choice(options):
            known = [Option(code, names.get(code, code)) for code in options]
            lost = "{}"
        case Ref(to) | Refs(to):
            rows = picks.get(to, ())
            known = [one for one in rows if not leaf.path.startswith(f"{to}.{one.value}.")]
            lost = _("A row that was removed")
        case _:
            return ()
    codes = {option.value for option in known}
    chosen = values.listed(values.show(leaf.mark, leaf.value))
    gone = [Option(code, lost.format(code)) for code in chosen if code and code not in codes]
    return (*known, *gone)


def said(leaf: Leaf, names: Mapping[str, str], picks: Picks) -> str:
    """A value in words, as in an offer or a quotation."""
    options = {option.value: option.label for option in offered(leaf, names, picks)}
    if isinstance(leaf.mark, Day) and leaf.value and not values.read(leaf.mark, leaf.value).problem:
        return typography.day(date.fromisoformat(leaf.value))
    words = values.listed(values.show(leaf.mark, leaf.value))
    return ", ".join(options.get(word, word) for word in words)
