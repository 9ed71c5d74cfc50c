"""Square codes."""

import re

import pytest

from peremena.kit import qr

FINDER = [
    [True] * 7,
    [True] + [False] * 5 + [True],
    *[[True, False, True, True, True, False, True]] * 3,
    [True] + [False] * 5 + [True],
    [True] * 7,
]


@pytest.mark.parametrize("words", ["https://example.org/check/KMH27T9XPA/", "Перемена"])
def test_a_code_is_a_square_with_a_white_edge_and_three_eyes(words):
    rows = qr.modules(words)
    side = len(rows)

    assert {len(row) for row in rows} == {side}
    assert not any(any(row) for row in rows[:4] + rows[-4:])
    for top, left in ((4, 4), (4, side - 11), (side - 11, 4)):
        assert [row[left : left + 7] for row in rows[top : top + 7]] == FINDER


def test_the_outline_draws_the_same_modules():
    rows = qr.modules("Перемена")
    side, path = qr.outline("Перемена")
    drawn = [[False] * side for _ in range(side)]
    for start, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1H\1z", path):
        for x in range(int(start), int(start) + int(width)):
            drawn[int(y)][x] = True

    assert drawn == rows


def test_too_many_words_are_refused():
    with pytest.raises(ValueError, match="version"):
        qr.modules("a" * 3000)
