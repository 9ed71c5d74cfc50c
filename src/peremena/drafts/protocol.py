"""What a page sends to save: the same as JSON from a script and as a plain form. Pure.

JSON: `{"operation": "…", "base": 7, "fields": {"problem.core": "…"}, "rows": {"plan": ["a1"]},
"seen": {…}, "do": "add:plan", "source": "offline"}`; only `operation` and `base` must be there.
`seen`: what a field said before this edit, where that is not what the base version has; for a
field in which somebody is writing does not show at once what others have written in it.

In a form the name of every input is the path of its field; `rows.plan` holds the ids of a list
with spaces between; `do` is the button that was pressed. A field that the page shows is always
sent: an empty hidden input before ticks and lists lets it say "nothing ticked".

What the site has not taken yet waits in the store of the phone (outbox.js), an entry for each page:
{address, base, sending, typed, orders} and what people read of it: {page, title, labels, times,
reason}. Entries of pages that are gone are sent by the next page.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NoReturn

from . import deeds
from .deeds import ADDING, Deed
from .history import Source
from .paths import join
from .values import Typed

OPERATION = re.compile(r"[\w-]{8,40}")
MOST_FIELDS = 5_000
MOST_IDS = 1_000
ROWS = "rows."
OWN = frozenset({"operation", "base", "do", "source", "csrfmiddlewaretoken"})
LARGEST_BASE = 2**31 - 1


class Unreadable(ValueError):  # noqa: N818 -- reads better where it is caught
    """What was sent is not a save at all; the argument says what is wrong, for developers."""


@dataclass(frozen=True)
class SaveRequest:
    """`base`: the version the page was made from, 0 when it is not known.

    `heard`: how somebody who writes on behalf of another learned it; the site adds it, no page
    sends it.
    """

    operation: str
    base: int
    fields: Mapping[str, Typed] = field(default_factory=dict)
    rows: Mapping[str, list[str]] = field(default_factory=dict)
    seen: Mapping[str, Typed] = field(default_factory=dict)
    deed: Deed | None = None
    source: Source = Source.WEB
    heard: Source | None = None

    @property
    def is_question(self) -> bool:
        """Nothing is said, only asked: what is new?"""
        return not self.fields and not self.rows and self.deed is None

    @property
    def key(self) -> str:
        """The same send has the same key.

        Somebody who goes back in the browser and writes something else sends the operation of an
        old page with other words; those have another key.
        """
        said = [self.base, self.fields, self.rows, self.seen, str(self.deed)]
        digest = hashlib.sha256(json.dumps(said, default=str, sort_keys=True).encode())
        return f"{self.operation}.{digest.hexdigest()[:16]}"

    @property
    def new_id(self) -> str:
        """Of the row that this request adds: the same however often it is sent."""
        return "n" + hashlib.sha256(self.key.encode()).hexdigest()[:8]

    @property
    def new_row(self) -> str:
        """The path of the row that this request adds, or nothing."""
        if self.deed is None or self.deed.verb not in ADDING:
            return ""
        return join(self.deed.list_path, self.new_id)


def from_json(body: bytes) -> SaveRequest:
    """Raises `Unreadable`."""
    try:
        sent = json.loads(body, parse_float=Decimal, parse_constant=no_number)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise Unreadable("not JSON") from error
    if not isinstance(sent, dict):
        raise Unreadable("not an object")
    return request(sent)


def from_form(lists: Mapping[str, list[str]]) -> SaveRequest:
    """`lists`: everything that came under each name. Raises `Unreadable`."""
    sent: dict[str, Any] = {name: lists[name][-1] for name in OWN & lists.keys() if lists[name]}
    sent["base"] = int(sent["base"]) if re.fullmatch(r"\d{1,10}", sent.get("base", "")) else None
    sent["rows"] = {
        name.removeprefix(ROWS): " ".join(values).split()
        for name, values in lists.items()
        if name.startswith(ROWS)
    }
    sent["fields"] = {
        name: values
        for name, values in lists.items()
        if name not in OWN and not name.startswith(ROWS)
    }
    return request(sent)


def request(sent: Mapping[str, Any]) -> SaveRequest:
    operation, base = sent.get("operation"), sent.get("base")
    if not isinstance(operation, str) or not OPERATION.fullmatch(operation):
        raise Unreadable("operation is 8 to 40 letters, digits or dashes")
    if type(base) is not int or not 0 <= base <= LARGEST_BASE:
        raise Unreadable("base is the number of a version")
    return SaveRequest(
        operation=operation,
        base=base,
        fields=each(sent.get("fields", {}), is_typed),
        rows=each(sent.get("rows", {}), is_order),
        seen=each(sent.get("seen", {}), is_typed),
        deed=deed(sent.get("do")),
        source=Source.OFFLINE if sent.get("source") == Source.OFFLINE else Source.WEB,
    )


def each(values: object, is_fit: Callable[[object], bool]) -> dict[str, Any]:
    if not isinstance(values, dict) or len(values) > MOST_FIELDS:
        raise Unreadable("fields, rows and seen are objects of a sane size")
    if not all(map(is_fit, values.values())):
        raise Unreadable("a field is text, a number, true, false, null or a list of texts")
    return values


def deed(do: object) -> Deed | None:
    if not do:
        return None
    try:
        return deeds.read(str(do))
    except ValueError as error:
        raise Unreadable("do is a verb and a path") from error


def is_typed(value: object) -> bool:
    return is_order(value) or value is None or isinstance(value, str | bool | int | Decimal)


def is_order(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MOST_IDS
        and all(isinstance(text, str) for text in value)
    )


def no_number(name: str) -> NoReturn:
    raise ValueError(name)
