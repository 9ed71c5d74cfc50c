"""By which words a person is known in a text: names in their orders and cases, phone, e-mail. Pure.

A name alone means anybody; a surname with the name, or with initials, means this person.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from os.path import commonprefix
from typing import Any

import pymorphy3

BLANK = "[удалено]"
BETWEEN = r"[\s\u200b]{1,3}"
AFTER_A_SURNAME = r"[\s,\u200b]{1,3}"
CAPITAL = "(?-i:[А-ЯЁA-Z])"
PATRONYMIC_LIKE = rf"{BETWEEN}[а-яё]+(?:вич|вн|ичн|ьич)[а-яё]{{0,3}}(?!\w)"
DIGITS_APART = r"[\s()./\u2011–—-]*"
SHORTEST = 2
# Endings of surnames that the dictionary may not know.
OF_IVANOV = (
    re.compile(r"(.*(?:[оеё]в|[иы]н))а?$"),
    ("", "а", "у", "ым", "ом", "е", "ой", "ою", "ы", "ых", "ыми"),
)
OF_DUBROVSKY = (
    re.compile(r"(.*[сц]к)(?:ий|ой|ая)$"),
    ("ий", "ого", "ому", "им", "ом", "ой", "ая", "ую", "ою", "ие", "их", "ими"),
)
# What stands in one row with a name and tells of the same person.
BESIDE_A_NAME = frozenset(
    {"contact", "contacts", "phone", "telephone", "email", "past", "employment", "birthday"}
)


class Loose(StrEnum):
    """Words that may mean somebody else as well; a person decides about them."""

    SURNAME = "surname"
    POLITE = "polite"


@dataclass(frozen=True)
class Named:
    """Whom to look for; every part may be empty."""

    name: str
    patronymic: str
    surname: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


def certain(named: Named, also: Iterable[Loose] = ()) -> re.Pattern[str]:
    """What means this person and nobody else, with the loose words that were decided to."""
    possible = loose(named)
    ways = [
        *full_names(named),
        *(rf"(?<![\w.+-]){re.escape(email)}(?!\w)" for email in named.emails if email),
        *(number(phone) for phone in named.phones if phone.strip()),
        *(possible[one] for one in also if one in possible),
    ]
    return re.compile("|".join(ways) or r"(?!)", re.IGNORECASE)


def loose(named: Named) -> dict[Loose, str]:
    """Patterns of what may mean this person: the surname alone, the name with the patronymic."""
    found = {}
    if len(named.surname) >= SHORTEST:
        found[Loose.SURNAME] = rf"(?<!\w){cases(named.surname, 'Surn')}(?!\w)"
    if named.name and named.patronymic:
        name, patronymic = cases(named.name, "Name"), cases(named.patronymic, "Patr")
        found[Loose.POLITE] = rf"(?<!\w){name}{BETWEEN}{patronymic}(?!\w)"
    return found


def full_names(named: Named) -> list[str]:
    if len(named.surname) < SHORTEST or not named.name:
        return []
    surname, name = cases(named.surname, "Surn"), cases(named.name, "Name")
    first = initial(named.name)
    patronymic, second = "", CAPITAL
    tail = f"(?:{PATRONYMIC_LIKE})?"
    if named.patronymic:
        patronymic = cases(named.patronymic, "Patr")
        second = initial(named.patronymic)
        tail = rf"(?:{BETWEEN}{patronymic}(?!\w)|(?!{PATRONYMIC_LIKE}))"
    middle = rf"(?:{BETWEEN}{patronymic})?" if patronymic else f"(?:{PATRONYMIC_LIKE})?"
    both = rf"{first}\.\s?(?:{second}\.|(?!\s?{CAPITAL}\.))"
    return [
        rf"(?<!\w){surname}{AFTER_A_SURNAME}{name}(?!\w){tail}",
        rf"(?<!\w){name}{middle}{BETWEEN}{surname}(?!\w)",
        rf"(?<!\w){surname}{BETWEEN}{both}",
        rf"(?<!\w){surname}{BETWEEN}{first}{second}(?!\w)",
        rf"(?<![\w.])(?<!\.\s){first}\.\s?(?:{second}\.\s?)?{surname}(?!\w)",
    ]


def initial(word: str) -> str:
    return f"(?-i:{re.escape(word[0].upper())})"


def cases(word: str, kind: str) -> str:
    """All forms of a word as one pattern; each half of a double surname by itself."""
    return "-".join(alternatives(part, kind) for part in word.split("-"))


def alternatives(word: str, kind: str) -> str:
    found = sorted(forms(word, kind), key=len, reverse=True)
    return f"(?:{'|'.join(either_e(form) for form in found)})"


def forms(word: str, kind: str) -> set[str]:
    known = {word.lower(), *declined(word, kind)}
    return known | {f"{form[:-1]}е" for form in known if form.endswith("ия")}  # as many write it


def declined(word: str, kind: str) -> set[str]:
    """`kind`: Name, Patr or Surn of the dictionary; else the word is declined as any noun is."""
    found = morphology().parse(word)
    parses = [parse for parse in found if kind in parse.tag]
    parses = parses or [parse for parse in found if parse.tag.POS in ("NOUN", "ADJF")]
    known = {form.word for parse in parses for form in parse.lexeme}
    return known | by_endings(word.lower()) if kind == "Surn" else known


def by_endings(surname: str) -> set[str]:
    stems = ((pattern.match(surname), endings) for pattern, endings in (OF_IVANOV, OF_DUBROVSKY))
    return {f"{stem[1]}{ending}" for stem, endings in stems if stem for ending in endings}


def either_e(word: str) -> str:
    return re.escape(word.replace("ё", "е")).replace("е", "[её]")


def beginnings(named: Named) -> set[str]:
    """What every form of the surname begins with, and the telephone: as an index cuts words."""
    digits = [re.sub(r"\D", "", phone)[-10:] for phone in named.phones]
    parts = [part.lower() for email in named.emails for part in re.split(r"[@.]", email)[:1]]
    found = {stem(named.surname, "Surn"), *digits, *parts}
    return {one for one in found if len(one) > SHORTEST}


def stem(word: str, kind: str) -> str:
    """What all forms of the word begin with, without ё."""
    known = forms(word, kind) if word else ()
    return commonprefix([one.replace("ё", "е") for one in known])  # noqa: RUF071 -- of letters


def signs(named: Named) -> frozenset[str]:
    """Pieces of which a text has at least one if it tells of the person at all."""
    found = {email.lower() for email in named.emails}
    found |= {re.sub(r"\D", "", phone)[-2:] or phone for phone in named.phones}
    if named.surname:
        found.add(stem(named.surname, "Surn"))
    if named.name and named.patronymic:
        found.add(stem(named.patronymic, "Patr"))
    return frozenset(found)


def may_tell(value: Any, pieces: Iterable[str]) -> bool:
    """A quick look before the slow one: most texts have nothing of the person."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    plain = text.lower().replace("ё", "е")
    return any(piece in plain for piece in pieces)


@lru_cache(maxsize=1)
def morphology() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def number(phone: str) -> str:
    """The same telephone number however it is written; with 8, +7 or neither."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) < 6:
        return re.escape(phone.strip())
    last = digits[-10:]
    return rf"(?<!\d)(?:(?:\+?7|8){DIGITS_APART})?{DIGITS_APART.join(last)}(?!\d)"


def without(value: Any, pattern: re.Pattern[str]) -> tuple[Any, int]:
    """The value with the words blanked, however deep they lie, and how many there were."""
    if isinstance(value, str):
        return without_in_text(value, pattern)
    if isinstance(value, list):
        cleared = [without(one, pattern) for one in value]
        return [one for one, _ in cleared], sum(count for _, count in cleared)
    if isinstance(value, dict):
        return without_in_row(value, pattern)
    return value, 0


def without_in_text(text: str, pattern: re.Pattern[str]) -> tuple[str, int]:
    """Text that is a document of its own, such as a frozen brief, is looked into as one."""
    for other in beside_in_document(text, pattern):
        text = text.replace(other, json.dumps(BLANK, ensure_ascii=False))
    return pattern.subn(BLANK, text)


def beside_in_document(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Quoted words of a document that stand in one row with the name."""
    if not text.startswith("{") or not pattern.search(text):
        return []
    try:
        document = json.loads(text)
    except ValueError:
        return []
    found = sorted(set(beside(document, pattern)), key=len, reverse=True)
    return [json.dumps(one, ensure_ascii=False) for one in found]


def beside(value: Any, pattern: re.Pattern[str]) -> Iterable[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from beside(one, pattern)
    if isinstance(value, dict) and names(value, pattern):
        yield from (value[key] for key in BESIDE_A_NAME & set(value) if told(value[key]))


def without_in_row(row: dict[str, Any], pattern: re.Pattern[str]) -> tuple[dict[str, Any], int]:
    is_named = names(row, pattern)
    cleared, total = {}, 0
    for key, value in row.items():
        new, count = without(value, pattern)
        if is_named and key in BESIDE_A_NAME and told(value):
            new, count = BLANK, max(count, 1)
        cleared[pattern.sub(BLANK, key)] = new
        total += count
    return cleared, total


def names(row: dict[str, Any], pattern: re.Pattern[str]) -> bool:
    return any(isinstance(value, str) and pattern.search(value) for value in row.values())


def told(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
