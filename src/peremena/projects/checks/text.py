"""Russian text as the rules need it: words, roots, phrases, people, places.

Letters ё and е are one here, and case does not matter. None is read as an empty text.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from peremena.kit import russian

from . import stems

WORD = re.compile(r"[а-яёa-z]+(?:-[а-яёa-z]+)*|\d+", re.IGNORECASE)
QUOTED = re.compile(r"«[^«»]*»|„[^„“]*“|\"[^\"]*\"")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[А-ЯЁA-Z«\d])")
ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[а-яё]|ул|им|пос|дер|обл|руб|коп|тыс|млн|млрд|чел|шт|стр|см|др|пр)\.$",
    re.IGNORECASE,
)
CACHED_WORDS, CACHED_TEXTS = 30_000, 2_000


@lru_cache(maxsize=CACHED_TEXTS)
def words(text: str | None) -> tuple[str, ...]:
    """Words and numbers in order, in small letters, without ё."""
    return tuple(WORD.findall(plain(text)))


def plain(text: str | None) -> str:
    """Small letters without ё, each at its place."""
    written = text or ""
    small = written.lower()
    if len(small) != len(written):  # a few foreign capitals become two letters
        small = "".join(sign.lower()[0] for sign in written)
    return small.replace("ё", "е")


@lru_cache(maxsize=CACHED_WORDS)
def root(word: str) -> str:
    """What the forms of a word have in common: the stem of its lemma.

    Words no dictionary knows, such as names of villages, are only stemmed: it is quicker and surer.
    """
    known = russian.morphology().word_is_known(word)
    return russian.stem(lemma(word).replace("ё", "е") if known else word)


@lru_cache(maxsize=CACHED_TEXTS)
def roots(text: str | None) -> frozenset[str]:
    """Roots of all words that mean something; numbers and stop words are left out."""
    return frozenset(root(word) for word in words(text) if not _empty(word)) - stems.STOP_ROOTS


def lemma(word: str) -> str:
    """The dictionary form: «подросткам» → «подросток»."""
    return _parsed(word)[0]


def is_noun(word: str) -> bool:
    return _parsed(word)[1] == "NOUN"


def is_infinitive(word: str) -> bool:
    return _parsed(word)[1] == "INFN"


def is_known(word: str) -> bool:
    """Whether the dictionary has the word."""
    return bool(russian.morphology().word_is_known(word))


def similarity(one: str | None, other: str | None) -> float:
    """Shared roots among all roots of both, 0…1; 0 when there is nothing to compare."""
    left, right = roots(one), roots(other)
    return len(left & right) / len(left | right) if left and right else 0.0


def kin(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Roots of the first that the second has too, or has a longer word of: «вечер», «вечерн»."""
    return frozenset(
        left for left in one if any(left == right or _begins_alike(left, right) for right in other)
    )


def found(pattern: re.Pattern[str], text: str | None) -> str:
    """The first match, widened to whole words, exactly as it stands in the text; "" if none."""
    match = pattern.search(plain(text))
    return whole_words(text or "", match.start(), match.end()) if match else ""


def whole_words(text: str, start: int, end: int) -> str:
    while start > 0 and _in_word(text[start - 1]) and _in_word(text[start]):
        start -= 1
    while end < len(text) and _in_word(text[end]) and _in_word(text[end - 1]):
        end += 1
    return text[start:end].strip()


def without_quotes(text: str | None) -> str:
    """The text with quoted names blanked out, every other letter at its place."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text or "")


@lru_cache(maxsize=CACHED_TEXTS)
def sentences(text: str | None) -> tuple[str, ...]:
    """Sentences in order; «с. Ключи» and «А. С. Ахметова» do not end one."""
    whole: list[str] = []
    for piece in SENTENCE_END.split((text or "").strip()):
        if whole and ABBREVIATION.search(whole[-1]):
            whole[-1] = f"{whole[-1]} {piece}"
        elif piece:
            whole.append(piece)
    return tuple(whole)


@lru_cache(maxsize=CACHED_TEXTS)
def people(text: str | None) -> frozenset[str]:
    """Kinds of people the text names, as in `stems.PEOPLE`: `young`, `old`, `everyone`…"""
    return frozenset(kind for kind, stem in stems.PEOPLE.items() if stem.search(plain(text)))


def name_roots(names: Iterable[str | None]) -> frozenset[str]:
    """Roots of proper names: «с. Малые Ключи» → «ключ», but «Малая» → «мал»."""
    return frozenset().union(*(_name_roots(name or "") for name in names))


def names_one_of(text: str | None, names: frozenset[str]) -> bool:
    """Whether a word of the text begins like one of the names: «Ключевской» and «ключ»."""
    return any(
        word.startswith(name) if len(name) > 3 else root(word) == name
        for word in words(text)
        for name in names
    )


def _begins_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 4 and (one.startswith(other) or other.startswith(one))


def _name_roots(name: str) -> frozenset[str]:
    proper = (word for word in WORD.findall(name) if word[0].isupper())
    found = frozenset(root(plain(word)) for word in proper) - stems.PLACE_TYPES
    return found - stems.PLACE_MODIFIERS or found


def _empty(word: str) -> bool:
    return word.isdigit() or word in stems.STOP_WORDS


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "-"


@lru_cache(maxsize=CACHED_WORDS)
def _parsed(word: str) -> tuple[str, str]:
    best = russian.morphology().parse(word)[0]
    return best.normal_form, str(best.tag.POS)
