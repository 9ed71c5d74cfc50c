"""What the buttons of a page do beside saving: `add:problem.causes`, `take:12`. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from .paths import join, split


class Verb(StrEnum):
    """Of a list: ADD. Of a row: HANG (a new row on it), REMOVE, UP, DOWN, RESTORE. Of an offer:
    TAKE, KEEP, JOIN.
    """

    ADD = "add"
    HANG = "hang"
    REMOVE = "remove"
    UP = "up"
    DOWN = "down"
    RESTORE = "restore"
    TAKE = "take"
    KEEP = "keep"
    JOIN = "join"


ADDING = frozenset({Verb.ADD, Verb.HANG})
ABOUT_OFFERS = frozenset({Verb.TAKE, Verb.KEEP, Verb.JOIN})


@dataclass(frozen=True)
class Deed:
    """`path`: of the list for ADD, of the row for other verbs of rows, else the offer's number."""

    verb: Verb
    path: str

    def __str__(self) -> str:
        return f"{self.verb}:{self.path}"

    @property
    def list_path(self) -> str:
        return self.path if self.verb is Verb.ADD else join(*split(self.path)[:-1])

    @property
    def row_id(self) -> str:
        return split(self.path)[-1]


def read(text: str) -> Deed:
    """From the value of a button. Raises `ValueError`."""
    verb, _, path = text.partition(":")
    split(path)
    return Deed(Verb(verb), path)
