"""A brief read from JSON that may come from anywhere: broken, huge, hostile."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from math import inf
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .faults import Fault, Unreadable
from .models import FORMAT, Brief

LARGEST_FILE = 500_000
LONGEST_TEXT = 20_000
LONGEST_LIST = 300
LONGEST_KEY = 60
LONGEST_NUMBER = 40
MOST_FAULTS = 20
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class _Doubled(dict[str, Any]):
    """An object in which a key stood twice; JSON readers would silently drop one of them."""

    key = ""


def read(text: str | bytes) -> Brief:
    """The brief in the text. Raises `Unreadable`."""
    content = _parsed(text)
    if not isinstance(content, dict):
        raise Unreadable([Fault("", "object")])
    if content.get("format") != FORMAT:
        raise Unreadable([Fault("format", "format", {"format": FORMAT})])
    if faults := _faults_of_shape(content)[:MOST_FAULTS]:
        raise Unreadable(faults)
    try:
        return Brief.model_validate(content)
    except ValidationError as error:
        details = error.errors(include_url=False)[:MOST_FAULTS]
        raise Unreadable([_fault(detail) for detail in details]) from None


def _parsed(text: str | bytes) -> Any:
    if len(text) > LARGEST_FILE:
        raise Unreadable([Fault("", "too_large", {"limit": LARGEST_FILE // 1000})])
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text.lstrip("\ufeff")
        return json.loads(
            decoded, parse_float=_fraction, parse_int=_integer, object_pairs_hook=_object
        )
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data"
        raise Unreadable([Fault("", "cut_short" if cut else "not_utf8")]) from None
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        raise Unreadable([Fault("", "not_json", place)]) from None
    except RecursionError:
        raise Unreadable([Fault("", "too_deep")]) from None


def _integer(digits: str) -> int | float:
    """Numbers of absurd length become infinity, which no field accepts, at no cost."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else inf


def _fraction(digits: str) -> Decimal | float:
    try:
        return Decimal(digits) if len(digits) <= LONGEST_NUMBER else inf
    except InvalidOperation:
        return inf


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) == len(pairs):
        return content
    doubled = _Doubled(content)
    times = Counter(key for key, _ in pairs)
    doubled.key = next(key for key in times if times[key] > 1)
    return doubled


def _faults_of_shape(content: Any) -> list[Fault]:
    try:
        return list(_shape(content, ""))
    except RecursionError:
        return [Fault("", "too_deep")]


def _shape(value: Any, where: str) -> Iterator[Fault]:
    """What pydantic does not ask: keys given twice, sizes, signs no form can hold."""
    if isinstance(value, str):
        yield from _text_shape(value, where)
    elif isinstance(value, list):
        if len(value) > LONGEST_LIST:
            yield Fault(where, "too_many", {"limit": LONGEST_LIST, "length": len(value)})
        for index, inner in enumerate(value):
            yield from _shape(inner, _step(where, index))
    elif isinstance(value, dict):
        yield from _object_shape(value, where)


def _text_shape(value: str, where: str) -> Iterator[Fault]:
    if len(value) > LONGEST_TEXT:
        yield Fault(where, "too_long", {"limit": LONGEST_TEXT, "length": len(value)})
    if UNFIT.search(value):
        yield Fault(where, "unfit_sign")


def _object_shape(value: dict[str, Any], where: str) -> Iterator[Fault]:
    if isinstance(value, _Doubled):
        yield Fault(_step(where, value.key), "double_key")
    for key, inner in value.items():
        if UNFIT.search(key):
            yield Fault(where, "unfit_sign")
        else:
            yield from _shape(inner, _step(where, key))


def _step(where: str, key: str | int) -> str:
    if isinstance(key, int):
        return f"{where}[{key}]"
    short = key if len(key) <= LONGEST_KEY else f"{key[:LONGEST_KEY]}…"
    return f"{where}.{short}" if where else short


def _fault(detail: ErrorDetails) -> Fault:
    where = ""
    for key in detail["loc"]:
        where = _step(where, key)
    values = dict(detail.get("ctx") or {})
    if "expected" in values:
        values["expected"] = values["expected"].replace("'", "").replace(" or ", ", ")
    return Fault(where, detail["type"], values)
