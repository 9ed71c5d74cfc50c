"""What changed, by field, row and word."""

from hypothesis import given
from hypothesis import strategies as st

from peremena.drafts.diff import Change, Kind, Piece, changes, pieces

from .test_merge import forks


def test_changes_name_fields_rows_and_moves():
    old = {
        "problem": {"core": "Было", "causes": [{"id": "a"}, {"id": "b"}, {"id": "c", "text": "В"}]},
        "place": {"people": 5, "villages": ["Ключи"], "kind": None},
    }
    new = {
        "problem": {"core": "Стало", "causes": [{"id": "b"}, {"id": "a"}, {"id": "d"}]},
        "place": {"people": 5, "villages": ["Ключи", "Лесная"], "kind": ""},
        "for": "лыжи",
    }

    assert changes(old, new) == [
        Change("problem.core", Kind.CHANGED, "Было", "Стало"),
        Change("problem.causes.d", Kind.ADDED, None, {"id": "d"}),
        Change("problem.causes.c", Kind.REMOVED, {"id": "c", "text": "В"}, None),
        Change("problem.causes", Kind.MOVED, ["a", "b", "c"], ["b", "a", "d"]),
        Change("place.villages", Kind.CHANGED, ["Ключи"], ["Ключи", "Лесная"]),
        Change("for", Kind.CHANGED, None, "лыжи"),
    ]


def test_words_that_came_and_went():
    assert pieces("Клуб закрыт вечером", "Клуб открыт вечером, всегда") == [
        Piece("Клуб "),
        Piece("закрыт", Kind.REMOVED),
        Piece("открыт", Kind.ADDED),
        Piece(" вечером"),
        Piece(", всегда", Kind.ADDED),
    ]


def test_a_sentence_written_anew_is_shown_whole_and_a_number_is_one_word():
    assert pieces("Строим площадку вечером. 15\xa0000 ₽", "Дети играют. 18\xa0000 ₽") == [
        Piece("Строим площадку вечером", Kind.REMOVED),
        Piece("Дети играют", Kind.ADDED),
        Piece(". "),
        Piece("15\xa0000", Kind.REMOVED),
        Piece("18\xa0000", Kind.ADDED),
        Piece(" ₽"),
    ]


@given(forks())
def test_nothing_changed_between_a_version_and_itself(fork):
    assert changes(fork[0], fork[0]) == []


@given(st.text(), st.text())
def test_pieces_hold_both_texts(old, new):
    found = pieces(old, new)

    assert "".join(piece.text for piece in found if piece.kind is not Kind.ADDED) == old
    assert "".join(piece.text for piece in found if piece.kind is not Kind.REMOVED) == new
