"""The form of a call: ready questions and own ones as a draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.drafts.marks import Choice, Text
from peremena.intake import questions, wording
from peremena.intake.questions import Question

KINDS = st.sampled_from([*questions.READY, *questions.OWN])
ASKED = st.builds(
    Question,
    key=st.from_regex(r"[a-z]{1,8}", fullmatch=True),
    kind=KINDS,
    required=st.booleans(),
)


def test_the_usual_form_has_words_for_each_question_in_both_languages():
    for language in ("ru", "en"):
        words = wording.of_questions(questions.usual(), language)

        assert set(words.fields) == {one.key for one in questions.usual()}
        assert all(one.label for one in words.fields.values())


def test_every_ready_choice_has_a_word_in_both_languages():
    asked = [Question(kind, kind) for kind in questions.READY]
    for language in ("ru", "en"):
        words = wording.of_questions(asked, language)

        for kind, mark in questions.READY.items():
            if isinstance(mark, Choice):
                assert set(words.choices[kind]) == set(mark.options)


def test_an_own_question_keeps_its_words():
    own = Question("own1", "choice", label="Есть ли клуб?", options=("да", "нет"))

    assert questions.read(questions.stored([own])) == (own,)
    assert own.mark == Choice(("да", "нет"))
    assert Question("own2", "line").mark == Text(200)
    assert wording.of_questions([own], "ru").fields["own1"].label == "Есть ли клуб?"


def test_a_question_of_a_kind_that_is_no_more_is_left_out():
    assert questions.read([{"key": "a", "kind": "photo"}]) == ()


@pytest.mark.parametrize(
    ("content", "lacking"),
    [
        ({}, ["idea", "team", "before"]),
        ({"idea": " ", "team": "двое", "before": "no"}, ["idea"]),
        ({"idea": "Клуб", "team": "двое", "before": "no"}, []),
    ],
)
def test_what_has_to_be_answered_is_named_in_order(content, lacking):
    assert [one.key for one in questions.unanswered(questions.usual(), content)] == lacking


def test_an_answer_that_is_too_long_is_not_usable():
    content = {"idea": "я" * 601}

    assert [one.key for one in questions.unusable(questions.usual(), content)] == ["idea"]


@given(st.lists(ASKED, max_size=12, unique_by=lambda one: one.key))
def test_what_was_stored_reads_as_the_same_questions(asked):
    plain = questions.read(questions.stored(asked))

    assert questions.stored(plain) == questions.stored(asked)
    assert list(questions.group_of(plain).fields) == [one.key for one in asked]
