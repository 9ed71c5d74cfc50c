"""SU: who goes on, on what money, and who looks after what was built."""

import pytest


@pytest.mark.parametrize(
    ("after", "field"),
    [
        ({"who": "", "money": ""}, "afterwards.who"),
        ({"money": None}, "afterwards.money"),
        ({"how": " "}, "afterwards.how"),
    ],
)
def test_a_promise_without_a_person_or_money(good, found, after, field):
    good["afterwards"] |= after

    assert found(good, "SU-01") == [(field, "W", "")]


def test_an_answer_in_three_words(good, found):
    good["afterwards"] |= {"who": "ДК", "money": "свои", "how": "Работа будет продолжена."}

    assert found(good, "SU-01") == [("afterwards.how", "W", "Работа будет продолжена.")]


def test_an_answer_one_can_rely_on(good, found):
    good["afterwards"] |= {
        "who": "ДК",
        "money": "ставка мастера 0,25",
        "how": "продажа 20 пар в год на ярмарке района",
    }

    assert found(good, "SU-01") == []


@pytest.mark.parametrize(("profile", "severity"), [("ngo", "W"), ("ib", "E")])
def test_a_thing_without_a_keeper(good, found, profile, severity):
    good["profile"] = profile
    good["afterwards"] |= {"holder": "", "upkeep": None}

    assert found(good, "SU-02") == [("afterwards.holder", severity, "")]


@pytest.mark.parametrize(
    ("kind", "beginning"), [("build", "Вы строите"), ("gather", "Вы покупаете оборудование")]
)
def test_what_is_built_and_what_is_bought(good, said, kind, beginning):
    good["plan"][2]["kind"] = kind
    good["afterwards"]["holder"] = ""

    (text,) = said(good, "SU-02")

    assert text == f"{beginning}, но не сказано: чьё это потом."


def test_upkeep_that_costs_nothing_is_an_answer(good, found):
    good["afterwards"]["upkeep"] = 0

    assert found(good, "SU-02") == []


def test_without_things_there_is_nothing_to_keep(good, found):
    good["afterwards"] |= {"holder": "", "upkeep": None}
    good["budget"][0]["category"] = "services"

    assert found(good, "SU-02") == []
