"""Whose name it is, as people type it and as programs of video calls write it. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Named:
    name: str
    surname: str
    patronymic: str = ""
    email: str = ""


def words(text: str) -> set[str]:
    """In small letters, ё as е, without signs and digits."""
    return set(WORD.findall(text.lower().replace("ё", "е")))


def found(said: str, people: Mapping[str, Named]) -> list[str]:
    """The keys of those whom it may mean, in order; one is a match, none or several are not.

    An address means whoever has it; else surname and name have to be there, in any order.
    """
    by_mail = [
        key for key, one in people.items() if one.email and one.email.lower() in said.lower()
    ]
    if by_mail:
        return by_mail
    told = words(said)
    meant = [key for key, one in people.items() if is_named(one, told)]
    closer = [key for key in meant if words(people[key].patronymic) & told]
    return closer if len(closer) == 1 else meant


def is_named(one: Named, told: set[str]) -> bool:
    """A patronymic that is said has to be right."""
    own = words(one.surname) | words(one.name)
    if not one.surname:
        return bool(own) and told == own
    rest = told - own
    patronymic = words(one.patronymic)
    is_other = any(word.endswith(("вич", "вна", "ична")) for word in rest) and patronymic
    return own <= told and not (is_other and not patronymic & rest)
