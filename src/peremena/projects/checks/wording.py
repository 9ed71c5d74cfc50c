"""The words of rules: files per language, filled in with what a rule found."""

import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("ru", "en")
MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "en": "January February March April May June July August September October November December",
}
SPACE = "\u00a0"
NO_BREAK = re.compile(
    r" (?=[—→])|(?<=\d) (?=[\w%₽])|(?<=}) (?={\w+:[^}]*\|)|(?<=[\s«„(][авикосуя]) (?=\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Words:
    """All words of one rule. `wrong`, `advice`: one sentence, or one for each variant.

    `names`: what to call a thing a finding names by its code.
    """

    title: str
    wrong: str | Mapping[str, str]
    advice: str | Mapping[str, str]
    example: str
    why: str
    names: Mapping[str, str] = field(default_factory=dict)


@cache
def words_of_rules(language: str) -> dict[str, Words]:
    """Rule id → its words. Raises TypeError when a file misses a key or has one too many."""
    folder = resources.files(__package__) / "texts" / language
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    tables = [tomllib.loads(typeset(file.read_text(encoding="utf-8"))) for file in files]
    return {rule: Words(**words) for table in tables for rule, words in table.items()}


@cache
def sources(language: str) -> dict[str, str]:
    """Source id → its name for people; "own" is a rule of the school itself."""
    file = resources.files(__package__) / "texts" / "sources.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        key: ", ".join(filter(None, (source[language], source.get("address"))))
        for key, source in table.items()
    }


def typeset(text: str) -> str:
    """Spaces where a line must not break: before a dash, after a number and after a short word."""
    return NO_BREAK.sub(SPACE, text)


def sentence(
    templates: str | Mapping[str, str], variant: str, filling: "Filling", values: Mapping[str, Any]
) -> str:
    """The sentence of the variant with its placeholders filled in; see `Filling`."""
    template = templates if isinstance(templates, str) else templates[variant]
    return filling.vformat(template, (), values)


class Filling(string.Formatter):
    """Placeholders: `{n}`, `{n:день|дня|дней}` the form that agrees with n, `{sum:roubles}`,
    `{date:day}`, `{share:percent}` of 0…1, `{missing:names}` codes by the rule's own names."""

    def __init__(self, language: str, names: Mapping[str, str]) -> None:
        self.language = language
        self.names = names

    def format_field(self, value: Any, spec: str) -> str:
        if "|" in spec:
            return plural(value, spec.split("|"))
        if spec == "roubles":
            return f"{grouped(value)}{SPACE}₽"
        if spec == "percent":
            return f"{round(value * 100)}{SPACE}%"
        if spec == "day":
            return written_day(value, self.language)
        if spec == "names":
            return ", ".join(self.names[code] for code in value)
        return grouped(value) if isinstance(value, int | Decimal) else str(value)


def plural(number: Decimal | int, forms: list[str]) -> str:
    """The form that agrees with the number: two forms for English, three for Russian."""
    whole = number == int(number)
    if len(forms) == 2:
        return forms[0] if number == 1 else forms[1]
    if not whole:
        return forms[1]
    last, tens = int(number) % 10, int(number) % 100 // 10
    if tens == 1 or last in (0, 5, 6, 7, 8, 9):
        return forms[2]
    return forms[0] if last == 1 else forms[1]


def grouped(number: Decimal | int) -> str:
    """Thousands apart, kopecks only where there are any."""
    if number == int(number):
        return f"{int(number):,}".replace(",", SPACE)
    return f"{number:,.2f}".replace(",", SPACE).replace(".", ",")


def written_day(day: date, language: str) -> str:
    month = MONTHS[language].split()[day.month - 1]
    return f"{day.day}{SPACE}{month} {day.year}"
