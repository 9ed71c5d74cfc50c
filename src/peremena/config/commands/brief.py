"""`./peremena brief`: check a project's brief outside the site, or print the format."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from peremena.projects.brief import Brief, Unreadable, explain, read, schema
from peremena.projects.brief.reading import LARGEST_FILE

if TYPE_CHECKING:  # the rules load a dictionary, which the schema does not need
    from peremena.contests.records import Contest
    from peremena.projects.checks import Circumstances, Remark

CLEAN, REMARKS, UNUSABLE = 0, 1, 2
WORDS = {
    "ru": {
        "E": "исправить",
        "W": "слабое место",
        "H": "совет",
        "clean": "Замечаний нет.",
        "contest": "конкурса «{id}» нет; есть {known}",
        "FileNotFoundError": "такого файла нет",
        "IsADirectoryError": "это папка, а нужен файл",
        "PermissionError": "этот файл нельзя прочитать: нет прав",
    },
    "en": {
        "E": "mend this",
        "W": "weak spot",
        "H": "advice",
        "clean": "Nothing to remark.",
        "contest": "there is no contest “{id}”; there are {known}",
        "FileNotFoundError": "there is no such file",
        "IsADirectoryError": "this is a folder, a file is needed",
        "PermissionError": "this file may not be read",
    },
}


class Unusable(Exception):  # noqa: N818 -- reads better where it is caught
    """There is nothing to check; the lines say why."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="check | schema")
    check = deeds.add_parser(
        "check",
        help="what an expert would stumble over in a brief",
        epilog="exit codes: 0 nothing must be mended, 1 something must, 2 the file is unusable",
    )
    check.add_argument("file", metavar="FILE", help="a brief in JSON, or - for standard input")
    check.add_argument("--contest", metavar="ID", help="also check against this contest's rules")
    check.add_argument("--json", action="store_true", help="print a list of remarks as JSON")
    check.add_argument("--language", choices=list(WORDS), default="ru", help="ru unless given")
    deeds.add_parser("schema", help="print the JSON Schema of the format")


def run(options: argparse.Namespace) -> int:
    if options.deed == "schema":
        print(json.dumps(schema(), ensure_ascii=False, indent=2))
        return CLEAN
    try:
        brief = opened(options.file, options.language)
        remarks = remarks_about(brief, options)
    except Unusable as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    if options.json:
        print(json.dumps([as_json(remark) for remark in remarks], ensure_ascii=False, indent=2))
    else:
        print("\n".join(report(brief, remarks, options.language)))
    return REMARKS if any(remark.severity == "E" for remark in remarks) else CLEAN


def opened(name: str, language: str) -> Brief:
    """The brief in the file. Raises `Unusable`."""
    try:
        return read(content_of(name))
    except Unreadable as error:
        lines = [f"{name}: {explain(fault, language)}" for fault in error.faults]
        raise Unusable(*lines) from None
    except OSError as error:
        reason = WORDS[language].get(type(error).__name__, error.strerror)
        raise Unusable(f"{name}: {reason}") from None


def content_of(name: str) -> bytes:
    """One byte more than is allowed, to tell a file that is too large from one that just fits."""
    if name == "-":
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    with Path(name).open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def remarks_about(brief: Brief, options: argparse.Namespace) -> "list[Remark]":
    from peremena.projects.checks import check

    return check(brief, circumstances(options), language=options.language)


def circumstances(options: argparse.Namespace) -> "Circumstances":
    """Today, and the contest if one is named. Raises `Unusable`."""
    from peremena.contests import facts
    from peremena.projects.checks import Circumstances

    today = date.today()  # noqa: DTZ011 -- the calendar of whoever asks
    if options.contest is None:
        return Circumstances(today=today)
    contest = contest_of(options.contest, options.language)
    return Circumstances(today=today, contest=facts.facts(contest, today, options.language))


def contest_of(contest_id: str, language: str) -> "Contest":
    """The contest's record. Raises `Unusable`, which names the known ones."""
    from peremena.contests import catalogue

    try:
        return catalogue.get(contest_id)
    except catalogue.UnknownContest as unknown:
        known = ", ".join(unknown.known)
        reason = WORDS[language]["contest"].format(id=contest_id, known=known)
        raise Unusable(f"--contest: {reason}") from None


def as_json(remark: "Remark") -> dict[str, str]:
    return {key: str(value) for key, value in asdict(remark).items()}


def report(brief: Brief, remarks: "list[Remark]", language: str) -> Iterable[str]:
    """Remarks by section in the order of the method, the most useful first in each."""
    from peremena.projects import texts

    words = WORDS[language]
    yield brief.project.title or "—"
    if not remarks:
        yield words["clean"]
    order = list(type(remarks[0].section)) if remarks else []
    by_section = sorted(remarks, key=lambda remark: order.index(remark.section))
    for section, group in groupby(by_section, key=lambda remark: remark.section):
        yield f"\n{texts.section(section, language).title}"
        for remark in group:
            yield f"  {remark.rule}  {words[remark.severity]}  ({remark.field})"
            if remark.place:
                yield f"      «{shortened(remark.place)}»"
            yield f"      {remark.text}"
            yield f"      → {remark.advice}"


def shortened(place: str) -> str:
    line = " ".join(place.split())
    return line if len(line) <= 90 else f"{line[:90].rstrip()}…"
