"""LA: texts fit the contest's form, and nothing in them is left for later."""

import pytest

from peremena.projects.checks import ContestFacts

LIMITS = {"goal.text": 100, "project.novelty": 139}


def test_a_text_longer_than_the_form_takes(good, found, said):
    good["goal"]["text"] = "я" * 103
    contest = ContestFacts(title="Добрые соседи", field_limits=LIMITS)

    (text,) = said(good, "LA-02", contest=contest)

    assert found(good, "LA-02", contest=contest) == [("goal.text", "E", "")]
    assert text.endswith("здесь 100 знаков, а у вас 103: на 3 больше.")


@pytest.mark.parametrize("goal", ["я" * 100, f" {'я' * 100}\n", "", None])
def test_a_text_that_fits(good, found, goal):
    good["goal"]["text"] = goal

    assert found(good, "LA-02", contest=ContestFacts(field_limits=LIMITS)) == []
    assert found(good, "LA-02") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("уточнить", "уточнить"),
        ("Ответственный: уточнить.", "уточнить"),
        ("Опрос — дописать", "дописать"),
        ("Сумма ???", "???"),
        ("Директор ________", "________"),
    ],
)
def test_a_stopgap(good, found, text, place):
    good["plan"][0]["title"] = text

    assert found(good, "LA-06") == [("plan.a1.title", "E", place)]


@pytest.mark.parametrize(
    "text",
    [
        "Ответственный: Алия К.",
        "Уточнить список у классных руководителей",
        "Вечер «Что? Где? Когда?»",
        "XXX фестиваль",
        "Куда идти???",
        "",
        None,
    ],
)
def test_a_text_that_is_ready(good, found, text):
    good["plan"][0]["title"] = text

    assert found(good, "LA-06") == []


def test_stopgaps_are_found_in_rows_with_and_without_an_id_and_in_letters(good, found):
    good["problem"]["facts"][1] |= {"source": "???"}
    good["partners"][0]["letter"]["leader"] = "уточнить"

    assert [field for field, _severity, _place in found(good, "LA-06")] == [
        "problem.facts",
        "partners.k1.letter.leader",
    ]
