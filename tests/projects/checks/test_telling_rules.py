"""IN: a plan of telling people, in ways that reach them."""

import pytest


@pytest.mark.parametrize("change", [{"date": None}, {"responsible": "p99"}, {"channel": ""}])
def test_a_message_nobody_will_write(good, found, said, change):
    good["telling"][1] |= change

    assert found(good, "IN-01") == [("telling", "W", "")]
    assert said(good, "IN-01") == ["День и ответственный есть у 2 сообщений. Нужно хотя бы три."]


@pytest.mark.parametrize("telling", [[], [{"id": "m1", "channel": "соцсети"}]])
def test_no_plan_of_telling(good, said, telling):
    good["telling"] = telling

    assert said(good, "IN-01") == [
        "Нет ни одного сообщения, у которого есть и день, и ответственный из команды."
    ]


def test_no_report_from_the_spot(good, said):
    good["telling"][1]["field_report"] = False

    assert said(good, "IN-01") == ["Нет репортажа с места для канала школы."]


def told_by(content, *channels):
    first = content["telling"][0]
    content["telling"] = [
        first | {"id": f"m{number}", "channel": channel} for number, channel in enumerate(channels)
    ]


@pytest.mark.parametrize(
    "group", [{"who": "Пенсионеры Ключей", "age_from": None}, {"who": "Жители", "age_from": 60}]
)
def test_the_old_are_told_on_the_internet_only(good, found, group):
    good["groups"][0] |= group
    told_by(good, "страница во ВКонтакте", "сайт округа")

    assert found(good, "IN-02") == [("telling", "W", group["who"])]


@pytest.mark.parametrize(
    "channel", ["объявление у магазина", "звонок старосты", "районка", "как обычно", None]
)
def test_one_way_off_the_internet_or_unknown(good, found, channel):
    good["groups"][0]["who"] = "Пенсионеры Ключей"
    good["groups"][0]["age_from"] = None
    told_by(good, "страница во ВКонтакте", channel)

    assert found(good, "IN-02") == []


def test_the_young_may_be_told_on_the_internet_only(good, found):
    told_by(good, "страница во ВКонтакте", "сайт округа")

    assert found(good, "IN-02") == []
