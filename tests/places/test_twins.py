"""Twins: the nearest by what is known of both, with reasons, and nothing that is not published."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.drafts import services as drafts
from peremena.places import sayings
from peremena.places.models import PassportBlock
from peremena.places.queries import twins as queries
from peremena.places.themes import Theme, themes
from peremena.places.twins import Kind, Profile, Reason, compared, distances, nearest
from tests.factories import NOON, PersonFactory, TerritoryFactory

OWN = Profile(
    key=1,
    population=1140,
    ages={"older": 0.3},
    has={"clinic": False, "school": True},
    themes=frozenset({Theme.WATER}),
    at=(55.0, 73.0),
)

PROFILES = st.builds(
    Profile,
    key=st.integers(1, 50),
    population=st.none() | st.integers(0, 20_000),
    ages=st.dictionaries(st.sampled_from(["younger", "older"]), st.floats(0, 1)),
    has=st.dictionaries(st.sampled_from(["school", "clinic", "club"]), st.booleans()),
    themes=st.frozensets(st.sampled_from(Theme), max_size=4),
    at=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)


def test_reasons_say_what_both_have_in_common():
    twin = replace(OWN, key=2, population=1100, has={"clinic": False, "school": False})

    assert nearest(OWN, [twin])[0].reasons == (
        Reason(Kind.RESIDENTS, number=1100),
        Reason(Kind.PROBLEM, Theme.WATER),
        Reason(Kind.LACKS, "clinic"),
        Reason(Kind.OLDER, number=30),
        Reason(Kind.NEAR, number=0),
    )


def test_the_more_is_alike_the_nearer():
    same = replace(OWN, key=2)
    larger = replace(OWN, key=3, population=2500)
    other = replace(OWN, key=4, population=2500, has={"clinic": True, "school": False})

    assert [twin.key for twin in nearest(OWN, [other, larger, same])] == [2, 3, 4]


def test_what_is_not_known_is_neither_near_nor_far():
    silent = replace(OWN, key=2, has={})
    alike, unlike = replace(OWN, key=3), replace(OWN, key=4, has={"clinic": True, "school": False})

    assert [twin.key for twin in nearest(OWN, [unlike, silent, alike])] == [3, 2, 4]


@pytest.mark.parametrize(
    "other",
    [
        Profile(key=2),
        Profile(key=2, at=(55.0, 73.0)),
        Profile(key=2, ages={"older": 0.3}),
        Profile(key=2, population=0),
    ],
)
def test_of_whom_too_little_is_known_nothing_is_said(other):
    assert compared(OWN, other) is None


def test_one_is_not_ones_own_twin():
    assert nearest(OWN, [OWN]) == ()


@given(PROFILES, PROFILES)
def test_likeness_is_the_same_from_both_sides_and_between_nothing_and_all(one, other):
    there, back = compared(one, other), compared(other, one)

    assert (there is None) == (back is None)
    if there and back:
        assert there.likeness == pytest.approx(back.likeness)
        assert 0 <= there.likeness <= 1


@given(PROFILES)
def test_nobody_is_more_alike_than_the_same_again(profile):
    assert all(apart < 1e-6 for apart in distances(profile, replace(profile, key=99)).values())


@given(PROFILES, st.lists(PROFILES, max_size=8), st.integers(1, 5))
def test_twins_come_in_order_with_reasons_that_are_known_of_both(own, others, count):
    found = nearest(own, others, count)

    assert len(found) <= count
    assert [twin.likeness for twin in found] == sorted(
        (twin.likeness for twin in found), reverse=True
    )
    for twin in found:
        same_key = [other for other in others if other.key == twin.key]
        assert twin.reasons
        for reason in twin.reasons:
            assert sayings.reason(reason)
            if reason.kind in (Kind.HAS, Kind.LACKS):
                assert any(
                    own.has.get(reason.name) is other.has.get(reason.name) is not None
                    for other in same_key
                )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        ("Летом колодцы пересыхают, водопровода нет", {Theme.WATER}),
        ("До ФАПа 12 км, дорогу не чистят", {Theme.HEALTH, Theme.ROADS}),
        ("Одинокие пенсионеры неделями ни с кем не говорят", {Theme.ELDERLY}),
        ("Подросткам негде заниматься спортом", {Theme.YOUTH, Theme.SPORT}),
        ("Следы предков: музей ремёсел", {Theme.MEMORY}),
        ("Ничего особенного", set()),
    ],
)
def test_themes(text, expected):
    assert themes(text) == expected


def written(territory, name, content, *, shown=()):
    person = PersonFactory()
    draft = drafts.open_draft(f"passport.{name}", content, by=person, now=NOON)
    PassportBlock.objects.create(territory=territory, name=name, draft=draft, shown=list(shown))


def institutions(territory, *, shown=()):
    content = {"clinic": {"value": "none"}, "school": {"value": "here", "name": "Тайная школа"}}
    written(territory, "institutions", content, shown=shown)


@pytest.mark.django_db
def test_of_others_only_what_they_published_is_compared():
    own, open_one, closed = (
        TerritoryFactory(name=name) for name in ("Своя", "Открытая", "Закрытая")
    )
    institutions(own)
    institutions(open_one, shown=["clinic"])
    institutions(closed)
    written(closed, "plans", {"requests": [{"id": "r1", "text": "Вода из колодца ржавая"}]})

    found = {one.territory: one for one in queries.twins(own, worries=["Нет воды: колодец сух"])}

    names = {one.name: {reason.name for reason in found[one].twin.reasons} for one in found}
    assert names == {"Открытая": {"", "clinic"}, "Закрытая": {""}}
    assert {one.name: found[one].has_page for one in found} == {"Открытая": True, "Закрытая": False}


@pytest.mark.django_db
def test_twins_are_found_in_as_many_queries_for_many_as_for_one(django_assert_num_queries):
    own = TerritoryFactory()
    institutions(own)
    for number in range(6):
        institutions(TerritoryFactory(name=f"Двойник {number}"), shown=["clinic", "school"])

    with django_assert_num_queries(5):
        assert len(queries.twins(own)) == 5


@pytest.mark.django_db
def test_where_nobody_has_counted_those_who_published_are_compared():
    own, other = TerritoryFactory(population=None), TerritoryFactory(population=None)
    institutions(own)
    institutions(other, shown=["clinic", "school"])

    [found] = queries.twins(own)

    assert found.territory == other
    assert {(reason.kind, reason.name) for reason in found.twin.reasons} >= {
        (Kind.LACKS, "clinic"),
        (Kind.HAS, "school"),
    }
