"""TE: a leader one can call, roles one can explain, and not only the authorities."""

import pytest


def test_a_leader_of_whom_nothing_is_known(good, found, said):
    good["team"][0] |= {"contact": "", "past": None}

    assert found(good, "TE-01") == [("team.p1.contact", "W", "Ахметова Алия")]
    assert said(good, "TE-01") == [
        "О руководителе не сказано: как с ним связаться, что он уже сделал."
    ]


@pytest.mark.parametrize("role", ["помощник", "", None])
def test_a_team_without_a_leader(good, found, role):
    good["team"][0]["role"] = role

    assert found(good, "TE-01") == [("team", "W", "")]


@pytest.mark.parametrize(
    "role", ["Руководитель", "лидер команды", "координатор проекта", "директор АНО"]
)
def test_a_leader_by_another_name(good, found, role):
    good["team"][0]["role"] = role

    assert found(good, "TE-01") == []


def test_one_known_leader_is_enough(good, found):
    good["team"].append({"id": "p4", "person": "Юдин", "role": "руководитель кружка"})

    assert found(good, "TE-01") == []


@pytest.mark.parametrize(
    ("function", "place"),
    [
        ("Мастер", "Мастер"),
        ("секретарь", "секретарь"),
        (" ", "Никифоров Пётр"),
        (None, "Никифоров Пётр"),
    ],
)
def test_a_role_that_is_not_explained(good, found, function, place):
    good["team"][1]["function"] = function

    assert found(good, "TE-02") == [("team.p2.function", "W", place)]


def test_a_role_named_twice_is_not_explained_however_long(good, found):
    role = "ответственный секретарь проекта"
    good["team"][1] |= {"role": role, "function": role.upper()}

    assert found(good, "TE-02") == [("team.p2.function", "W", role.upper())]


def test_a_role_that_is_explained(good, found):
    good["team"][1] |= {"role": "секретарь", "function": "ведёт журнал, протоколы схода"}

    assert found(good, "TE-02") == []


def test_a_team_of_authorities(good, found):
    for member in good["team"]:
        member["kind"] = "authority"

    assert found(good, "TE-03") == [("team", "W", "")]


@pytest.mark.parametrize("kind", ["business", "institution", None])
def test_one_who_is_not_or_may_not_be_an_authority(good, found, kind):
    for member in good["team"]:
        member["kind"] = "authority"
    good["team"][2]["kind"] = kind

    assert found(good, "TE-03") == []


@pytest.mark.parametrize(("size", "count"), [(2, 1), (3, 0), (10, 0), (11, 1), (0, 0)])
def test_the_size_of_the_team(good, found, size, count):
    good["team"] = [{"id": f"p{number}", "person": "Человек"} for number in range(size)]

    assert found(good, "TE-05") == [("team", "H", "")] * count
