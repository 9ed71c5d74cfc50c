"""RI: what may go wrong, and what is done then."""

import pytest


@pytest.mark.parametrize(
    ("left", "beginning"),
    [
        (0, "Не записано ни одного риска."),
        (1, "Записан 1 риск."),
        (2, "Записаны 2 риска."),
    ],
)
def test_too_few_risks(good, found, said, left, beginning):
    del good["risks"][left:]

    (text,) = said(good, "RI-01")

    assert found(good, "RI-01") == [("risks", "W", "")]
    assert text.startswith(beginning)


def test_a_risk_without_a_measure(good, found):
    good["risks"][1] |= {"measure": "", "owner": None}

    assert found(good, "RI-01") == [("risks.x2.measure", "W", "Шерсть подорожает")]


@pytest.mark.parametrize(
    ("measure", "place"),
    [
        ("Постараемся купить раньше", "Постараемся"),
        ("Мы надеемся на хорошую погоду", "надеемся"),
        ("Не допустим роста цен", "Не допустим"),
    ],
)
def test_a_hope_in_place_of_a_measure(good, found, measure, place):
    good["risks"][1]["measure"] = measure

    assert found(good, "RI-02") == [("risks.x2.measure", "H", place)]


@pytest.mark.parametrize("measure", ["Второй подрядчик до 1.05", "Обнадёжить детей письмом", None])
def test_a_measure_that_is_done(good, found, measure):
    good["risks"][1]["measure"] = measure

    assert found(good, "RI-02") == []


@pytest.mark.parametrize("beliefs", [[], [{"text": "Все нас поддержат", "check": ""}]])
def test_nothing_that_can_be_checked(good, found, beliefs):
    good["assumptions"] = beliefs

    assert found(good, "RI-04") == [("assumptions", "H", "")]


def test_initiative_projects_need_no_beliefs(good, found):
    good |= {"profile": "ib", "assumptions": []}

    assert found(good, "RI-04") == []
