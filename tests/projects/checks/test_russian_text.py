"""Russian words as the rules need them."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.projects.checks import stems, text


@pytest.mark.parametrize(
    "forms",
    [
        ["подросток", "подростки", "подросткам", "Подростков"],
        ["ветеран", "ветераны", "ветеранам"],
        ["площадка", "площадки", "площадкой"],
        ["ребёнок", "дети", "детям"],
        ["занятие", "занятия", "занятий"],
    ],
)
def test_forms_of_a_word_have_one_root(forms):
    assert len({text.root(text.plain(form)) for form in forms}) == 1


def test_roots_leave_out_numbers_and_empty_words():
    assert text.roots("В 2027 году для 40 подростков и их родителей") == frozenset(
        {text.root("подросток"), text.root("родитель")}
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Субботник жителей", "субботники жителями", 1.0),
        ("Уборка парка", "Уборка территории парка", 2 / 3),
        ("Уборка парка", "Вечер песни", 0.0),
        ("", "Вечер", 0.0),
        (None, None, 0.0),
    ],
)
def test_similarity_is_the_share_of_common_roots(one, other, expected):
    assert text.similarity(one, other) == pytest.approx(expected)


def test_what_is_found_is_quoted_in_whole_words_as_it_stands():
    assert text.found(stems.CLICHE, "Это ОСОБЕННО актуально, ещё бы") == "ОСОБЕННО актуально"


def test_nothing_is_found_in_nothing():
    assert text.found(stems.CLICHE, None) == ""


def test_names_in_quotes_are_blanked_out_at_their_place():
    said = "Движение «Будущее» и „Грант“ растёт"

    assert text.without_quotes(said) == "Движение           и         растёт"
    assert len(text.without_quotes(said)) == len(said)


def test_abbreviations_do_not_end_a_sentence():
    said = "В с. Ключи живёт 1140 чел. Из них А. С. Ахметова. Клуб закрыт! Почему?"

    assert text.sentences(said) == (
        "В с. Ключи живёт 1140 чел. Из них А. С. Ахметова.",
        "Клуб закрыт!",
        "Почему?",
    )


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Подростки и их мамы", {"young", "family"}),
        ("Пожилые жители села", {"old", "everyone"}),
        ("Детская площадка и мастерская", set()),
        ("Мастер-класс, материалы, папка", set()),
        ("Семь дней в населённом пункте", set()),
        ("Ребёнок", {"young"}),
    ],
)
def test_kinds_of_people_are_told_from_words_that_look_like_them(said, kinds):
    assert text.people(said) == kinds


def test_names_of_places_are_known_in_other_forms():
    names = text.name_roots(["с. Ключи", "деревня Малые Полянки", "Красное"])

    assert text.names_one_of("в Ключевской школе", names)
    assert text.names_one_of("на Полянках", names)
    assert text.names_one_of("из Красного", names)
    assert not text.names_one_of("дети мало двигаются", names)


@given(st.text())
def test_plain_text_keeps_every_sign_at_its_place(written):
    assert len(text.plain(written)) == len(written)


@given(st.text(st.sampled_from("İкл-ю чЁ.«» 1")))
def test_whole_words_never_reach_beyond_the_text(written):
    place = text.found(re.compile("кл|ю"), written)

    assert place in written


def test_roots_are_the_same_from_many_threads():
    words = [f"{word}{ending}" for word in ("площадк", "занят", "школ") for ending in "аеуы"] * 200

    with ThreadPoolExecutor(8) as pool:
        text.root.cache_clear()
        found = list(pool.map(text.root, words))

    assert found == [text.root(word) for word in words]
