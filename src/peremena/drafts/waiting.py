"""Whose word a talk waits for, and whom a text calls by name. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

CALLED = re.compile(r"(?<!\w)@(\w[\w-]*)(?:[ \xa0](\w[\w-]*))?")


@dataclass(frozen=True)
class Word:
    """One comment of a talk: who said it and whom it asks, by their keys."""

    author: int
    to: int | None = None


def waits_for(words: Sequence[Word]) -> int | None:
    """Who has to speak next in a talk, the first word given first; None: nobody by name."""
    first, last = words[0], words[-1]
    if last.to not in (None, last.author):
        return last.to
    if first.author != last.author:
        return first.author
    before = [key for word in reversed(words) for key in (word.to, word.author)]
    return next((key for key in before if key not in (None, last.author)), None)


def called(text: str, names: Mapping[int, str]) -> int | None:
    """Whom “@Name” or “@Name Surname” means among these people; None when that is not certain."""
    for name, surname in CALLED.findall(text):
        for wanted in (f"{name} {surname}", name):
            found = [key for key, known in names.items() if means(wanted, known)]
            if len(found) == 1:
                return found[0]
    return None


def means(wanted: str, known: str) -> bool:
    said, parts = plain(wanted).split(), plain(known).split()
    return bool(said) and parts[: len(said)] == said


def plain(name: str) -> str:
    return name.casefold().replace("ё", "е").replace("\xa0", " ")
