"""TG: for whom, how many."""

import pytest

TEENAGERS = {
    "id": "g1", "who": "Подростки 12–17 лет", "age_from": 12, "age_to": 17,
    "place": "с. Ключи и д. Лесная", "size": 40, "direct": True, "how_reached": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("who", "place"),
    [
        ("Все желающие жители", "Все желающие"),
        ("Население", "Население"),
        ("Жители села", "Жители села"),
        ("Молодёжь", "Молодёжь"),
        ("Широкая аудитория", "Широкая аудитория"),
        ("Дети", "Дети"),
    ],
)
def test_a_crowd_is_not_a_group(good, found, who, place):
    good["groups"] = [TEENAGERS | {"who": who, "age_from": None, "age_to": None}]

    assert found(good, "TG-01") == [("groups.g1.who", "E", place)]


@pytest.mark.parametrize(
    "who",
    [
        "Подростки",
        "Пенсионеры",
        "Многодетные семьи",
        "Жители улицы Мира",
        "Пожилое население деревни",
        "Молодёжь, вернувшаяся из города",
    ],
)
def test_people_one_can_count_are_a_group(good, found, who):
    good["groups"] = [TEENAGERS | {"who": who, "age_from": None, "age_to": None}]

    assert found(good, "TG-01") == []


@pytest.mark.parametrize("who", ["Дети", "Молодёжь", "Население"])
def test_an_age_makes_a_wide_word_narrow(good, found, who):
    good["groups"] = [TEENAGERS | {"who": who}]

    assert found(good, "TG-01") == []


def test_what_a_group_lacks_is_told_at_its_field(good, found):
    good["groups"] = [TEENAGERS | {"who": "", "place": "", "size": None}]

    assert [field for field, _severity, _place in found(good, "TG-01")] == [
        "groups.g1.who",
        "groups.g1.place",
        "groups.g1.size",
    ]


def test_a_place_and_a_number_may_stand_in_the_name_of_the_group(good, found):
    who = "Около 200 пожилых жителей с. Ачаир"
    good["groups"] = [TEENAGERS | {"who": who, "place": "", "size": None}]

    assert found(good, "TG-01") == []


def test_no_group_at_all_is_told_once(good, found):
    good["groups"] = []

    assert found(good, "TG-01") == [("groups", "E", "")]


def test_an_initiative_project_is_asked_more_gently(good, found):
    good |= {"profile": "ib", "groups": [TEENAGERS | {"who": "Жители села", "age_from": None}]}

    assert {severity for _field, severity, _place in found(good, "TG-01")} <= {"W"}


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ({"size": 74}, []),
        ({"size": 75}, ["groups.g1.size"]),
        ({"size": 3000, "age_from": None, "place": ""}, ["groups.g1.size"]),
        ({"size": 222, "age_from": 10}, []),
        ({"size": 223, "age_from": 10}, ["groups.g1.size"]),
        ({"size": 314, "age_from": 65, "age_to": 99}, []),
    ],
)
def test_no_more_people_than_live_there(good, found, group, expected):
    good["groups"] = [TEENAGERS | group]

    assert [field for field, _severity, _place in found(good, "TG-02")] == expected


@pytest.mark.parametrize(
    "group",
    [
        {"place": "Омск", "size": 5000},
        {"direct": False, "who": "Зрители районного канала", "size": 9000},
        {"size": None},
    ],
)
def test_people_from_elsewhere_are_not_compared_with_the_passport(good, found, group):
    good["groups"] = [TEENAGERS | group]

    assert found(good, "TG-02") == []


def test_an_unknown_population_is_no_bound(good, found):
    good["passport"] |= {"population": None, "population_by_age": {}}
    good["groups"] = [TEENAGERS | {"size": 5000}]

    assert found(good, "TG-02") == []


def test_groups_of_different_ages_together_fit_too(good, found):
    good["passport"]["population_by_age"] = {}
    good["groups"] = [
        TEENAGERS | {"size": 700},
        TEENAGERS | {"id": "g2", "age_from": 18, "age_to": 59, "size": 700},
    ]

    assert found(good, "TG-02") == [("groups", "E", "")]


def test_groups_that_may_share_people_are_not_added_up(good, found):
    good["passport"]["population_by_age"] = {}
    good["groups"] = [TEENAGERS | {"size": 700}, TEENAGERS | {"id": "g2", "size": 700}]

    assert found(good, "TG-02") == []


def test_how_people_are_invited_takes_more_than_two_words(good, found):
    good["groups"] = [TEENAGERS | {"how_reached": "через СМИ"}]

    assert found(good, "TG-03") == [("groups.g1.how_reached", "H", "через СМИ")]


@pytest.mark.parametrize(("size", "told"), [(314, []), (315, ["groups.g1.size"])])
def test_an_open_age_is_compared_too(good, found, size, told):
    good["groups"] = [TEENAGERS | {"age_from": 60, "age_to": None, "size": size}]

    assert [field for field, _severity, _place in found(good, "TG-02")] == told
