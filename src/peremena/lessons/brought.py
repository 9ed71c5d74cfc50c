"""A list that a video call gives: where names stand, and how long somebody was there. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

NAMES = ("фио", "имя", "участник", "пользователь", "name", "participant", "user")
MAILS = ("почта", "mail")
MINUTES = ("минут", "длительность", "продолжительность", "duration", "minutes")
CLOCK = re.compile(r"^(\d{1,2}):(\d{2}):(\d{2})$")


@dataclass(frozen=True)
class Line:
    """`number`: of the row in the file; `minutes`: None when the file does not say."""

    number: int
    said: str
    minutes: int | None


def lines(
    header: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]
) -> Iterator[Line]:
    """A file without headings begins with a name at once."""
    name, mail, time = (place(header, words) for words in (NAMES, MAILS, MINUTES))
    if name is None:
        rows, numbers, name = [header, *rows], [1, *numbers], 0
    for number, row in zip(numbers, rows, strict=True):
        said = " ".join(row[at] for at in (name, mail) if at is not None)
        yield Line(number, said.strip(), minutes_of(row[time]) if time is not None else None)


def place(header: Sequence[str], words: Sequence[str]) -> int | None:
    """The first column whose heading has one of the words, the earlier word the better."""
    titles = [one.lower() for one in header]
    return next((titles.index(t) for word in words for t in titles if word in t), None)


def together(lines: Iterable[Line]) -> int | None:
    """Minutes of somebody whose link dropped and who came back; None when no line says."""
    said = [one.minutes for one in lines if one.minutes is not None]
    return sum(said) if said else None


def is_short(minutes: int | None, *, of: int) -> bool:
    """Less than half of the `of` minutes; False when the file does not say."""
    return minutes is not None and 2 * minutes < of


def minutes_of(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    clock = CLOCK.match(text)
    return int(clock[1]) * 60 + int(clock[2]) if clock else None
