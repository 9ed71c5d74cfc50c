"""The place of a text where the words stand, with the words marked. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .terms import WORD, Wanted, forms, plain

AROUND = 70
LONGEST = 180


@dataclass(frozen=True)
class Piece:
    text: str
    is_marked: bool = False


def marked(text: str, words: Sequence[Wanted]) -> tuple[Piece, ...]:
    """The whole text in pieces."""
    pieces, end = [], 0
    for start, stop in places(text, words):
        pieces += [Piece(text[end:start]), Piece(text[start:stop], is_marked=True)]
        end = stop
    return tuple(piece for piece in (*pieces, Piece(text[end:])) if piece.text)


def snippet(text: str, words: Sequence[Wanted]) -> tuple[Piece, ...]:
    """About two lines, beginning shortly before the first word that was asked for."""
    first = next(places(text, words), (0, 0))[0]
    start = max(0, first - AROUND)
    start = text.find(" ", start, first) + 1 if start else 0
    end = start + LONGEST
    end = text.rfind(" ", first, end) if end < len(text) else len(text)
    cut = text[start:end] if end > start else text[start : start + LONGEST]
    before = (Piece("… "),) if start else ()
    after = (Piece(" …"),) if start + len(cut) < len(text) else ()
    return (*before, *marked(cut, words), *after)


def places(text: str, words: Sequence[Wanted]) -> Iterator[tuple[int, int]]:
    """Only words that begin like one that is wanted are analysed: that is quick for long texts."""
    begins = frozenset().union(*(word.starts for word in words))
    for match in WORD.finditer(plain(text)):
        found = match[0]
        if found[:2] in begins and any(
            word.fits(one) for word in words for one in (found, *forms(found))
        ):
            yield match.span()
