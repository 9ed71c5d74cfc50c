"""Words of a text and of a question in the forms by which they meet. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from peremena.kit import russian

WORD = re.compile(r"[а-яa-z]+|\d+")
NUMBER_SAID = re.compile(r"[\d\s()+-]{7,}")
EMPTY = frozenset(
    {
        "а", "без", "бы", "в", "для", "до", "за", "и", "из", "или", "к", "как", "ко", "на", "над",
        "не", "о", "об", "от", "по", "под", "при", "про", "с", "со", "то", "у", "что", "это",
    }
)  # fmt: skip
LONG_ENOUGH = 4  # letters of a stem that may begin a longer word: «президент…ский»
MOST_WORDS = 8


@dataclass(frozen=True)
class Wanted:
    """One word of the question: whole terms, and beginnings of terms, any of which will do.

    `starts`: first two letters of any word that could fit.
    """

    whole: tuple[str, ...]
    beginnings: tuple[str, ...]
    starts: frozenset[str]

    def fits(self, term: str) -> bool:
        return term in self.whole or term.startswith(self.beginnings)


def plain(text: str) -> str:
    """Small letters without ё, each at its place."""
    small = text.lower()
    if len(small) != len(text):  # a few foreign capitals become two letters
        small = "".join(sign.lower()[0] for sign in text)
    return small.replace("ё", "е")


@lru_cache(maxsize=30_000)
def forms(word: str) -> tuple[str, ...]:
    """Lemmas, stem, stems of the lemmas: «людей» → «человек», «люд»."""
    if len(word) == 1 or word[0].isdigit() or word.isascii():
        return (word,)
    lemmas = [lemma.replace("ё", "е") for lemma in russian.lemmas(word)]
    lemmas = [lemma for lemma in lemmas if WORD.fullmatch(lemma)]
    stems = [russian.stem(one) for one in (word, *lemmas)]
    return tuple(dict.fromkeys([*lemmas, *stems]))


def terms(text: str) -> str:
    """All forms of all words that mean something, with spaces between."""
    words = (word for word in WORD.findall(plain(text)) if word not in EMPTY)
    return " ".join(form for word in words for form in forms(word))


def wanted(question: str) -> tuple[Wanted, ...]:
    """Each word has to be found; the last one may not be typed to its end. Empty: no question."""
    words = WORD.findall(telephone(plain(question)))
    meaning = [word for word in words if word not in EMPTY] or words
    meaning = list(dict.fromkeys(meaning))[:MOST_WORDS]
    ends = bool(question) and not (question[-1].isalnum())
    return tuple(
        word_wanted(word, unfinished=not ends and place == len(meaning) - 1)
        for place, word in enumerate(meaning)
    )


def word_wanted(word: str, *, unfinished: bool) -> Wanted:
    found = forms(word)
    stems = [form for form in found if form.isalpha() and len(form) >= LONG_ENOUGH]
    shortest = [
        one for one in stems if not any(other != one and one.startswith(other) for other in stems)
    ]
    if unfinished and len(word) > 1:
        shortest.append(word)
    starts = frozenset(term[:2] for term in (*found, *shortest))
    if word.isalpha() and not word.isascii():
        starts |= {start.replace("ё", "е") for start in russian.beginnings(word)}
    return Wanted(found, tuple(dict.fromkeys(shortest)), starts)


def telephone(question: str) -> str:
    """A telephone number is one word, without what one dials before it."""
    if not NUMBER_SAID.fullmatch(question.strip()):
        return question
    digits = re.sub(r"\D", "", question)
    return digits[1:] if len(digits) == 11 and digits[0] in "78" else digits


def score(words: Sequence[Wanted], title: str, text: str) -> float:
    """A word of the title counts for more than many of the text; each word counts by itself."""
    in_title, in_text = title.split(), text.split()
    total = 0.0
    for word in words:
        total += 10 * sum(term in word.whole for term in in_title[:60]) / (len(in_title) + 3)
        total += 3 if any(word.fits(term) for term in in_title) else 0
        total += min(sum(word.fits(term) for term in in_text), 10) / 10
    return total
