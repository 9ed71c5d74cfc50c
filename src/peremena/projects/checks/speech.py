"""LA: the words themselves. They fit the contest's form, and none of them is a stopgap."""

from collections.abc import Iterator
from operator import attrgetter

from pydantic import BaseModel

from peremena.drafts.marks import Text
from peremena.projects.brief import Section

from . import phrases, text
from .remarks import Finding, Severity
from .rule import Case, Findings, Rule

E, W, H = Severity


def texts_fit_the_form(case: Case) -> Findings:
    """LA-02: no text is longer than the contest's form takes."""
    contest = case.circumstances.contest
    if contest is None:
        return
    for field, limit in contest.field_limits.items():
        length = len((attrgetter(field)(case.brief) or "").strip())
        if length > limit:
            values = {"contest": contest.title, "length": length, "limit": limit}
            yield Finding(field, values=values | {"over": length - limit})


def nothing_is_left_for_later(case: Case) -> Findings:
    """LA-06: no «уточнить», no blanks and question marks where words are to come."""
    for field, said in _said(case.brief):
        if place := text.found(phrases.STOPGAP, said):
            yield Finding(field, place=place)


def _said(part: BaseModel, path: str = "") -> Iterator[tuple[str, str]]:
    """Fields of free text and what they say; a row without an id lends its list's path."""
    for name, field in type(part).model_fields.items():
        value, here = getattr(part, name), f"{path}{field.alias or name}"
        if isinstance(value, str) and any(isinstance(mark, Text) for mark in field.metadata):
            yield here, value
        elif isinstance(value, BaseModel):
            yield from _said(value, f"{here}.")
        elif isinstance(value, list):
            for row in value:
                if isinstance(row, BaseModel):
                    yield from _said_in_row(row, here)


def _said_in_row(row: BaseModel, path: str) -> Iterator[tuple[str, str]]:
    id_ = getattr(row, "id", None)
    for field, said in _said(row, f"{path}.{id_}."):
        yield (field if id_ else path), said


RULES = (
    Rule("LA-02", Section.ABOUT, texts_fit_the_form, ngo=E, ib=E),
    Rule("LA-06", Section.ABOUT, nothing_is_left_for_later, ngo=E, ib=E),
)
