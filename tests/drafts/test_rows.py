"""Rows are added, removed, moved and put back."""

from typing import Annotated

import pytest
from pydantic import BaseModel

from peremena.drafts.deeds import Deed, Verb
from peremena.drafts.marks import Ref
from peremena.drafts.outline import outline
from peremena.drafts.rows import done, put_back
from peremena.drafts.writing import MOST_ROWS, NotTaken, Refusal

from .village import VILLAGE


class Twig(BaseModel):
    id: str
    under: Annotated[str | None, Ref("causes")] = None


class Tree(BaseModel):
    causes: list[Twig] = []


def causes(*keys):
    return {"problem": {"causes": [{"id": key, "text": key.upper()} for key in keys]}}


@pytest.mark.parametrize(
    ("verb", "path", "expected"),
    [
        (Verb.UP, "problem.causes.b", causes("b", "a", "c")),
        (Verb.UP, "problem.causes.a", causes("a", "b", "c")),
        (Verb.DOWN, "problem.causes.b", causes("a", "c", "b")),
        (Verb.DOWN, "problem.causes.c", causes("a", "b", "c")),
        (Verb.REMOVE, "problem.causes.b", causes("a", "c")),
        (Verb.REMOVE, "problem.causes.gone", causes("a", "b", "c")),
        (Verb.UP, "problem.causes.gone", causes("a", "b", "c")),
    ],
)
def test_moving_and_removing(verb, path, expected):
    assert done(causes("a", "b", "c"), VILLAGE, Deed(verb, path), "new") == expected


def test_adding_to_a_list_that_has_no_rows_yet():
    added = done({}, VILLAGE, Deed(Verb.ADD, "partners"), "new")

    assert added == {"partners": [{"id": "new"}]}


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("a", [{"id": "a"}, {"id": "new", "under": "a"}]),
        ("gone", [{"id": "a"}]),
    ],
)
def test_a_new_row_hangs_on_a_row_that_is_there(above, expected):
    tree = outline(Tree)

    hung = done({"causes": [{"id": "a"}]}, tree, Deed(Verb.HANG, f"causes.{above}"), "new")

    assert hung == {"causes": expected}


def test_rows_hang_only_where_they_name_each_other():
    with pytest.raises(NotTaken) as refused:
        done(causes("a"), VILLAGE, Deed(Verb.HANG, "problem.causes.a"), "new")

    assert refused.value.refusal == Refusal.NO_SUCH_FIELD


@pytest.mark.parametrize("path", ["problem", "problem.core", "elsewhere"])
def test_rows_are_added_to_lists_only(path):
    with pytest.raises(NotTaken) as refused:
        done({}, VILLAGE, Deed(Verb.ADD, path), "new")

    assert refused.value.refusal == Refusal.NO_SUCH_FIELD


def test_a_full_list_takes_no_row():
    full = causes(*(f"c{number}" for number in range(MOST_ROWS)))

    with pytest.raises(NotTaken) as refused:
        done(full, VILLAGE, Deed(Verb.ADD, "problem.causes"), "new")

    assert refused.value.refusal == Refusal.TOO_MANY_ROWS


@pytest.mark.parametrize(
    ("now", "back"),
    [
        (causes("a", "c"), causes("a", "b", "c")),
        (causes("c", "a"), causes("c", "a", "b")),
        (causes("c"), causes("b", "c")),
        (causes("a", "b"), causes("a", "b")),
        ({}, causes("b")),
    ],
)
def test_a_row_comes_back_to_its_neighbour(now, back):
    assert put_back(now, causes("a", "b", "c"), VILLAGE, "problem.causes.b") == back


def test_a_row_that_never_was_does_not_come_back():
    assert put_back({}, causes("a"), VILLAGE, "problem.causes.b") == {}
