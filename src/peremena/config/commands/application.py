"""`./peremena application`: a brief and a contest made into a Word file, a PDF or a budget."""

import argparse
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from .brief import Unusable, contest_of, opened

if TYPE_CHECKING:  # the writers of papers take a while to load
    from peremena.contests.composition.parts import Paper
    from peremena.contests.records import Contest
    from peremena.projects.brief import Brief

WRITTEN, UNUSABLE = 0, 2
KINDS = ("docx", "pdf", "xlsx")
WORDS = {
    "ru": {
        "refused": "Этот заявитель подать сюда не может.",
        "missing": "Чего ещё не хватает:",
        "whole": "Заполнено всё.",
        "kind": "нужно имя файла с окончанием .docx, .pdf или .xlsx",
        "FileNotFoundError": "такой папки нет",
        "NotADirectoryError": "такой папки нет",
        "IsADirectoryError": "это папка, а нужно имя файла",
        "PermissionError": "сюда нельзя писать: нет прав",
    },
    "en": {
        "refused": "This applicant may not apply here.",
        "missing": "Still missing:",
        "whole": "Nothing is missing.",
        "kind": "the name of the file must end with .docx, .pdf or .xlsx",
    },
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "exit codes: 0 the file is written, 2 something given is unusable"
    parser.add_argument("file", metavar="FILE", help="a brief in JSON, or - for standard input")
    parser.add_argument("--contest", metavar="ID", required=True, help="such as fpg")
    parser.add_argument("--out", metavar="FILE", required=True, type=Path, help="where to write")
    parser.add_argument("--language", choices=list(WORDS), default="ru", help="ru unless given")


def run(options: argparse.Namespace) -> int:
    from peremena.contests.composition import compose

    try:
        kind = kind_of(options.out, options.language)
        contest = contest_of(options.contest, options.language)
        brief = opened(options.file, options.language)
        paper = compose(brief, contest)
        write(paper, kind, options)
    except Unusable as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    print("\n".join(report(brief, contest, paper, options)))
    return WRITTEN


def kind_of(out: Path, language: str) -> str:
    kind = out.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise Unusable(f"--out {out}: {WORDS[language]['kind']}")
    return kind


def write(paper: "Paper", kind: str, options: argparse.Namespace) -> None:
    from peremena.contests.papers import WRITERS

    try:
        options.out.write_bytes(WRITERS[kind](paper))
    except OSError as error:
        reason = WORDS[options.language].get(type(error).__name__, error.strerror)
        raise Unusable(f"--out {options.out}: {reason}") from None


def report(
    brief: "Brief", contest: "Contest", paper: "Paper", options: argparse.Namespace
) -> Iterator[str]:
    from peremena.contests import eligibility
    from peremena.projects import texts

    language, words = options.language, WORDS[options.language]
    yield str(options.out)
    if refusal := eligibility.why_not_apply(contest, brief.applicant.kind):
        yield f"\n{words['refused']} {refusal.reason.spoken(language)}"
        yield from (f"  → {advice.spoken(language)}" for advice in refusal.instead)
    yield f"\n{words['missing'] if paper.missing else words['whole']}"
    for chapter, gaps in groupby(paper.missing, key=lambda gap: gap.chapter):
        yield f"  {texts.section(chapter, language).title}"
        yield from (f"    — {gap.text.spoken(language)}" for gap in gaps)
