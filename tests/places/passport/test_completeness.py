"""How full a passport is, and what to ask next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.drafts.outline import node_at, outline
from peremena.places.passport import Block, Question, completeness, model_of, words
from peremena.places.passport.blocks import PERSONAL, REQUIRED
from peremena.places.passport.completeness import FIRST, THEN
from peremena.places.passport.words import of_block

WHOLE = {
    Block.IDENTITY: {
        "name": {"value": "Журавлёвская территория"},
        "status": {"kind": "unit", "since": "2025"},
    },
    Block.PEOPLE: {"population": {"value": 1140}},
    Block.INSTITUTIONS: {path.partition(".")[0]: {"value": "here"}
                         for path in REQUIRED[Block.INSTITUTIONS]},
    Block.INFRASTRUCTURE: {
        "internet": {"value": "some"},
        "operators": {"value": "МТС"},
        "dead_zones": {"value": "Лесная"},
    },
}  # fmt: skip


def test_an_empty_passport_asks_first_how_many_people_live_there():
    found = completeness({})

    assert (found.filled, found.required, found.percent) == (0, 14, 0)
    assert found.next == Question(Block.PEOPLE, "population.value")
    assert not any(tally.is_begun for tally in found.blocks.values())


def test_only_what_is_marked_counts_for_the_percent():
    found = completeness(WHOLE)

    assert found.percent == 100
    assert found.next == Question(Block.PEOPLE, "known.as_of")
    assert not found.blocks[Block.MONEY].is_whole


def test_a_number_that_cannot_be_read_is_no_answer():
    assert completeness({Block.PEOPLE: {"population": {"value": "около тысячи"}}}).filled == 0


def test_what_nobody_knows_is_asked_only_when_nothing_else_is_left():
    people = {"unknown": {"population.value": True}}

    assert completeness({Block.PEOPLE: people}).next == Question(Block.IDENTITY, "name.value")

    everything = {**WHOLE, Block.PEOPLE: people}
    for question in THEN:
        content = everything.setdefault(question.block, {})
        head, _, rest = question.path.partition(".")
        content[head] = (
            {**content.get(head, {}), rest: "2026"} if rest else [{"id": "r", "text": "а"}]
        )
    assert completeness(everything).next == Question(Block.PEOPLE, "population.value")


def test_a_row_in_which_nothing_stands_is_no_answer():
    empty = {Block.EXCHANGE: {"offered": [{"id": "r1", "text": "", "as_of": "2026"}]}}

    assert not completeness(empty).blocks[Block.EXCHANGE].is_begun


PATHS = [(block, path) for block, paths in REQUIRED.items() for path in paths]
VALUES = st.sampled_from(["here", "unit", "2025", "some", 7, "Журавлёвка", "МТС"])


@given(st.lists(st.tuples(st.sampled_from(PATHS), VALUES)), st.sampled_from(PATHS), VALUES)
def test_adding_a_value_never_lowers_it(written, place, value):
    blocks = {}
    for (block, path), one in written:
        head, _, rest = path.partition(".")
        blocks.setdefault(block, {}).setdefault(head, {})[rest] = one
    before = completeness(blocks)
    block, path = place
    head, _, rest = path.partition(".")
    there = blocks.setdefault(block, {}).setdefault(head, {})
    there.setdefault(rest, value)

    after = completeness(blocks)

    assert before.filled <= after.filled <= after.required
    assert 0 <= before.percent <= after.percent <= 100


@pytest.mark.parametrize("question", [*FIRST, *THEN], ids=str)
def test_every_question_has_a_place_and_words_in_both_languages(question):
    assert node_at(outline(model_of(question.block)), question.path) is not None
    assert all(words.name_of(question.block, question.path, language).label
               for language in ("ru", "en"))  # fmt: skip


def test_everything_required_is_asked():
    assert {(question.block, question.path) for question in FIRST} == set(PATHS)


@pytest.mark.parametrize("block", Block)
def test_both_languages_name_the_same_things(block):
    russian, english = of_block(block, "ru"), of_block(block, "en")

    assert russian.fields.keys() == english.fields.keys()
    assert russian.rows.keys() == english.rows.keys()
    assert {key: [*codes] for key, codes in russian.choices.items()} == {
        key: [*codes] for key, codes in english.choices.items()
    }
    for key, codes in russian.choices.items():
        mark = node_at(outline(model_of(block)), with_a_row(block, key))
        assert tuple(codes) == mark.options


@pytest.mark.parametrize(("block", "path"), sorted(PERSONAL))
def test_what_is_personal_stands_in_the_passport(block, path):
    assert any(key == path or key.startswith(f"{path}.") for key in of_block(block, "ru").fields)


def with_a_row(block, key):
    """The path of a field in some row, for a key without ids."""
    head, _, rest = key.partition(".")
    return f"{head}.r.{rest}" if head in of_block(block, "ru").rows else key
