"""What an application still lacks, section by section, in words for people. Pure."""

import tomllib
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from peremena.contests.evidence import Words
from peremena.contests.records import Contest
from peremena.kit.typesetting import clean
from peremena.projects.brief import Brief, Section, section_of

from .parts import Missing

NAMED_BY = ("title", "text", "who", "person", "org", "role", "channel")
SHOWN = 3
LONGEST_NAME = 60


def missing(brief: Brief, contest: Contest) -> tuple[Missing, ...]:
    """In the order of the sections; what this contest does not ask for is not missing."""
    order = list(Section)
    found = [*_empty_fields(brief, contest), *_gaps_in_rows(brief)]
    return tuple(sorted(found, key=lambda gap: order.index(gap.chapter)))


def _empty_fields(brief: Brief, contest: Contest) -> Iterator[Missing]:
    unasked = _unasked(brief, contest)
    for path, words in _words()["fields"].items():
        if path not in unasked and attrgetter(path)(brief) in (None, "", []):
            yield Missing(section_of(path), path, Words(**words))


def _unasked(brief: Brief, contest: Contest) -> set[str]:
    paths = set()
    if contest.profile == "ib":
        paths |= {"project.novelty", "project.direction", "partners"}
    if contest.directions is None:
        paths.add("project.direction")
    if brief.applicant.kind == "person":
        paths.add("applicant.ogrn")
    return paths


def _gaps_in_rows(brief: Brief) -> Iterator[Missing]:
    for path, words in _words()["rows"].items():
        name, field = path.split(".")
        rows = list(enumerate(getattr(brief, name), 1))
        gaps = [(n, row) for n, row in rows if getattr(row, field) in (None, "", [])]
        if gaps:
            told = {lang: words[lang].format(rows=_rows(gaps, lang)) for lang in ("ru", "en")}
            yield Missing(section_of(path), path, Words(**told))


def _rows(gaps: list[tuple[int, Any]], language: str) -> str:
    shown = [_name(number, row, language) for number, row in gaps[:SHOWN]]
    more = _words()["more"][language].format(count=len(gaps) - SHOWN)
    return ", ".join(shown) + (f" {more}" if len(gaps) > SHOWN else "")


def _name(number: int, row: Any, language: str) -> str:
    said = next(
        (clean(getattr(row, field, None)) for field in NAMED_BY if getattr(row, field, None)), ""
    )
    if not said:
        return str(_words()["unnamed"][language].format(number=number))
    short = said if len(said) <= LONGEST_NAME else f"{said[:LONGEST_NAME].rstrip()}…"
    return f"«{short}»" if language == "ru" else f"“{short}”"


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("missing.toml").read_text(encoding="utf-8"))
