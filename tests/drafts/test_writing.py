"""What is typed comes to stand at its path; what cannot be taken is refused field by field."""

from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from peremena.drafts.content import orders, problems, shown
from peremena.drafts.marks import Number, Text, Yes
from peremena.drafts.outline import Group, Rows, node_at, outline, pattern
from peremena.drafts.paths import BadPath, find, split, stands
from peremena.drafts.values import Problem
from peremena.drafts.writing import MOST_ROWS, Refusal, tidy, write

from .village import VILLAGE, Cause

CONTENT = {
    "place": {"villages": ["Ключи"], "ages": {"0-11": 148}, "people": 1140, "distance": "12.5"},
    "problem": {
        "core": "Зимой негде заниматься.\r\nКлуб закрыт.",
        "causes": [{"id": "c1", "text": "нет ставки"}, {"id": "c2", "text": None, "chosen": True}],
    },
    "partners": [{"id": "k1", "org": "КФХ", "causes": ["c1"], "letter": None}],
}


@pytest.mark.parametrize(
    ("path", "node"),
    [
        ("problem.core", Text(1000, lines=4)),
        ("problem.causes.c1.chosen", Yes()),
        ("place.ages.12-17", Number()),
        ("for", Text(100)),
        ("unknown.problem.core", Yes()),
        ("unknown.problem.causes.c1.text", Yes()),
        ("unknown.problem", None),
        ("unknown", None),
        ("format", None),
        ("problem.causes.c1.id", None),
        ("problem.core.deeper", None),
        ("elsewhere", None),
    ],
)
def test_what_may_stand_at_a_path(path, node):
    assert node_at(VILLAGE, path) == node


def test_lists_and_groups_have_a_path_too():
    assert isinstance(node_at(VILLAGE, "problem"), Group)
    assert isinstance(node_at(VILLAGE, "problem.causes"), Rows)
    assert isinstance(node_at(VILLAGE, "problem.causes.c1"), Group)


@pytest.mark.parametrize(
    "path", ["", ".", "a..b", "a b", "a\x00", "a.\ud83d", "x" * 65, "a.b.c.d.e.f.g.h.i"]
)
def test_what_is_no_path(path):
    with pytest.raises(BadPath):
        split(path)


def test_texts_are_looked_up_without_ids_and_bands():
    assert pattern(VILLAGE, "problem.causes.c1.text") == "problem.causes.text"
    assert pattern(VILLAGE, "place.ages.0-11") == "place.ages"
    assert pattern(VILLAGE, "partners.k1.letter.sum") == "partners.letter.sum"


def test_a_mark_may_stand_deep_in_an_annotation():
    class Deep(BaseModel):
        word: Annotated[str, Text(5)] | None = None
        rows: list[Annotated[Cause, "more"]] = []
        both: Annotated[Annotated[str, "more"], Text(7)] | None = None
        none: dict[str, str] = {}

    deep = outline(Deep)

    assert node_at(deep, "word") == Text(5)
    assert node_at(deep, "rows.c1.chosen") == Yes()
    assert node_at(deep, "both") == Text(7)
    assert node_at(deep, "none") is None


def test_finding():
    assert find(CONTENT, "problem.causes.c1.text") == "нет ставки"
    assert find(CONTENT, "problem.causes.c9.text") is None
    assert find(CONTENT, "problem.core.deeper") is None
    assert find({"unknown": {"problem.core": True}}, "unknown.problem.core") is True
    assert stands(CONTENT, "problem.causes.c1.text")
    assert stands(CONTENT, "partners.k1.letter.sum")
    assert not stands(CONTENT, "problem.causes.c9.text")


def test_fields_rows_groups_and_bands_are_written():
    fields = {
        "problem.core": "Теперь есть где.",
        "problem.causes.c1.text": "ставка есть",
        "partners.k1.letter.sum": "64 800,50",
        "partners.k1.causes": ["", "c2"],
        "place.ages.60+": "314",
        "place.ages.0-11": "",
        "for": "лыжи",
        "unknown.place.kind": "on",
    }

    written = write(CONTENT, VILLAGE, fields, {})

    assert not written.refused
    assert written.content == {
        "place": {"villages": ["Ключи"], "ages": {"60+": 314}, "people": 1140, "distance": "12.5"},
        "problem": {
            "core": "Теперь есть где.",
            "causes": [
                {"id": "c1", "text": "ставка есть"},
                {"id": "c2", "text": None, "chosen": True},
            ],
        },
        "partners": [{"id": "k1", "org": "КФХ", "causes": ["c2"], "letter": {"sum": "64800.50"}}],
        "for": "лыжи",
        "unknown": {"place.kind": True},
    }


def test_a_page_sent_back_untouched_changes_nothing():
    page = {
        path: list(value) if isinstance(value, tuple) else value
        for path, value in shown(VILLAGE, CONTENT).items()
    }

    written = write(CONTENT, VILLAGE, page, orders(VILLAGE, CONTENT))

    assert written.content == CONTENT
    assert not written.refused


def test_an_order_moves_removes_and_adds_rows():
    written = write(CONTENT, VILLAGE, {}, {"problem.causes": ["c3", "c2", "c3"]})

    assert written.content["problem"]["causes"] == [
        {"id": "c3"},
        {"id": "c2", "text": None, "chosen": True},
    ]


def test_words_for_a_row_that_is_not_there_make_the_row():
    written = write({}, VILLAGE, {"problem.causes.c7.text": "дорога"}, {})

    assert written.content == {"problem": {"causes": [{"id": "c7", "text": "дорога"}]}}


def test_one_bad_field_does_not_hold_back_the_others():
    fields = {
        "problem.core": "новое",
        "problem.nothing": "x",
        "problem": "x",
        "place.ages": "x",
        "a..b": "x",
        "place.villages": "я" * 20_001,
    }

    written = write({}, VILLAGE, fields, {"problem.core": ["c1"], "problem.causes": ["a b"]})

    assert written.content == {"problem": {"core": "новое"}}
    assert written.refused == {
        "problem.nothing": Refusal.NO_SUCH_FIELD,
        "problem": Refusal.NO_SUCH_FIELD,
        "place.ages": Refusal.NO_SUCH_FIELD,
        "a..b": Refusal.NO_SUCH_FIELD,
        "place.villages": Refusal.FAR_TOO_LONG,
        "problem.core": Refusal.NO_SUCH_FIELD,
        "problem.causes": Refusal.NO_SUCH_FIELD,
    }


def test_a_list_has_an_end():
    full = write({}, VILLAGE, {}, {"problem.causes": [f"c{n}" for n in range(MOST_ROWS)]}).content

    by_order = write(full, VILLAGE, {}, {"problem.causes": [f"c{n}" for n in range(201)]})
    by_words = write(full, VILLAGE, {"problem.causes.new.text": "ещё"}, {})

    assert by_order.refused == {"problem.causes": Refusal.TOO_MANY_ROWS}
    assert by_words.refused == {"problem.causes.new.text": Refusal.TOO_MANY_ROWS}
    assert by_words.content == full


def test_what_cannot_be_read_stays_as_typed_and_is_reported():
    fields = {"place.people": "около тысячи", "partners.k1.letter.date": "весной"}

    written = write(CONTENT, VILLAGE, fields, {})

    assert find(written.content, "place.people") == "около тысячи"
    assert shown(VILLAGE, written.content)["partners.k1.letter.date"] == "весной"
    assert problems(VILLAGE, written.content) == {
        "place.people": Problem.NOT_A_NUMBER,
        "partners.k1.letter.date": Problem.NOT_A_DAY,
    }


def test_not_knowing_ends_with_the_answer_and_with_the_row():
    unknown = {"problem.core": True, "place.kind": True, "problem.causes.c9.text": True}

    assert tidy({**CONTENT, "unknown": unknown}) == {**CONTENT, "unknown": {"place.kind": True}}
    assert tidy(CONTENT) == CONTENT


PARTS = ["unknown", "problem", "causes", "c1", "text", "place", "ages", "60+"]
PATHS = st.one_of(st.text(), st.lists(st.sampled_from(PARTS)).map(".".join))
TYPED = st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.text()))


@given(st.dictionaries(PATHS, TYPED), st.dictionaries(PATHS, st.lists(st.text())))
def test_no_input_breaks_the_content(fields, rows):
    written = write(CONTENT, VILLAGE, fields, rows)

    shown(VILLAGE, written.content)
    problems(VILLAGE, written.content)
    assert tidy(tidy(written.content)) == tidy(written.content)
    assert write(written.content, VILLAGE, fields, rows).content == written.content
