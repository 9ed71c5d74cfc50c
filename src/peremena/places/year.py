"""In which months something happens, out of the words people use for it. Pure."""

import re
from collections.abc import Mapping

ALL_YEAR = frozenset(range(1, 13))
WORDS: Mapping[str, frozenset[int]] = {
    **{stem: frozenset({month}) for month, stems in enumerate((
        "январ januar рождеств крещен святк christmas epiphany",
        "феврал februar",
        "март march",
        "апрел april",
        "ма[йяею]\\b may\\b побед",
        "июн\\w june сабантуй троиц",
        "июл\\w july купал",
        "август august спас[а-я]?\\b",
        "сентябр septemb",
        "октябр octob покров",
        "ноябр novemb",
        "декабр decemb",
    ), 1) for stem in stems.split()},
    "маслениц": frozenset({2, 3}),
    "shrovetide": frozenset({2, 3}),
    "пасх": frozenset({4, 5}),
    "easter": frozenset({4, 5}),
    "нов\\w+ год": frozenset({12, 1}),
    "new year": frozenset({12, 1}),
    "зим": frozenset({12, 1, 2}),
    "winter": frozenset({12, 1, 2}),
    "вес[не]": frozenset({3, 4, 5}),
    "spring": frozenset({3, 4, 5}),
    "лет[оа]\\b": frozenset({6, 7, 8}),
    "летом": frozenset({6, 7, 8}),
    "summer": frozenset({6, 7, 8}),
    "осен": frozenset({9, 10, 11}),
    "autumn": frozenset({9, 10, 11}),
    "кругл\\w+ год": ALL_YEAR,
    "весь год": ALL_YEAR,
    "all year": ALL_YEAR,
}  # fmt: skip
KNOWN = {re.compile(rf"\b{stem}"): months for stem, months in WORDS.items()}


def months(season: str) -> tuple[int, ...]:
    """In order; none when the words name no time that is known here.

    A feast that moves, such as Shrovetide, belongs to every month it may fall in, unless the words
    name a month themselves.
    """
    text = season.lower().replace("ё", "е")
    found = [months for pattern, months in KNOWN.items() if pattern.search(text)]
    named = [months for months in found if len(months) == 1]
    return tuple(sorted(frozenset().union(*(named or found))))
