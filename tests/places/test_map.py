"""The map of the region: every district, inside the frame, small; names never lie on each other."""

import json
import re
from importlib import resources
from itertools import combinations

import brotli
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from peremena.places import outlines
from peremena.places.map import LETTER, LINE, Label, Mark, Spot, region

TARA, OMSK = (56.896, 74.369), (54.992, 73.369)
WORDS = {"title": "Омская область", "about": "Чем больше кружок, тем больше проектов."}
NUMBER = re.compile(r"-?\d+")


def mark(place, label, size=1.0, url=""):
    return Mark(*place, label, size, url)


marks = st.builds(
    Mark,
    st.floats(52, 60),
    st.floats(69, 78),
    st.text("Ключиа ", min_size=1, max_size=20),
    st.floats(0, 1e6),
    st.sampled_from(["", "/territories/1/"]),
)


def points(path):
    for ring in path.removesuffix("z").split("z"):
        start, steps = ring.removeprefix("M").split("l")
        x, y = map(int, start.split())
        yield x, y
        numbers = [int(found) for found in NUMBER.findall(steps)]
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + down
            yield x, y


def test_every_district_of_the_package_is_drawn():
    file = resources.files("peremena.places") / "data" / "districts.geojson"
    features = json.loads(file.read_text(encoding="utf-8"))["features"]

    drawn = {area.name: area.path for area in region().areas}

    assert sorted(drawn) == sorted(one["properties"]["name"] for one in features)
    assert len(drawn) == 33
    assert all(drawn.values())


def test_every_district_lies_inside_the_frame():
    outside = [
        area.name
        for area in region().areas
        if not all(outlines.is_inside(point) for point in points(area.path))
    ]

    assert outside == []


def test_neighbours_keep_a_common_border():
    """No gap opens: a corner of three districts is a point of all three."""
    drawn = {area.name: set(points(area.path)) for area in region().areas}

    common = drawn["Тарский район"] & drawn["Знаменский район"]

    assert len(common) > 3


def test_the_map_fits_a_page():
    busy = [mark((54 + number / 8, 73.4), f"Ключевская-{number}", number) for number in range(30)]

    drawn = render_to_string("places/map.html", {"map": region(busy, {}), **WORDS})

    assert len(brotli.compress(drawn.encode(), quality=5)) <= 6_000


def test_a_name_that_would_lie_on_another_is_left_to_the_table():
    crowd = [mark((55 + number / 100, 73.4), f"Ключевская-{number}", number) for number in range(9)]

    drawn = region(crowd).spots

    assert len(drawn) == 9
    assert 1 <= sum(spot.label is not None for spot in drawn) < 9
    assert drawn[0].name == "Ключевская-8"
    assert drawn[0].label is not None


def test_two_links_that_a_thumb_cannot_tell_apart_are_one():
    near = region([mark(TARA, "Тара", 2, "/1/"), mark((56.9, 74.4), "Рядом", 1, "/2/")])
    far = region([mark(TARA, "Тара", 2, "/1/"), mark(OMSK, "Омск", 1, "/2/")])

    assert [spot.url for spot in near.spots] == ["/1/", ""]
    assert [spot.url for spot in far.spots] == ["/1/", "/2/"]


def test_areas_of_circles_compare_as_sizes_do():
    large, small = region([mark(TARA, "Тара", 100), mark(OMSK, "Омск", 25)]).spots

    assert (large.radius, small.radius) == (40, 20)


def test_shades_go_from_the_least_to_the_most():
    shades = {"Тарский район": 100, "Омский район": 26, "Одесский район": 1, "Азовский": 7}

    drawn = {area.name: area.shade for area in region(shades=shades).areas}

    assert drawn["Тарский район"] == 4
    assert drawn["Омский район"] == 2
    assert drawn["Одесский район"] == 1
    assert drawn["Полтавский район"] == 0


def test_a_place_outside_the_region_is_left_out():
    assert region([mark((43.1, 131.9), "Владивосток")]).spots == ()


def test_the_drawing_has_a_name_and_its_source():
    alone = render_to_string("places/map.html", {"map": region(), **WORDS})
    linked = render_to_string(
        "places/map.html", {"map": region([mark(TARA, "Тара", 1, "/1/")]), **WORDS}
    )

    assert 'role="img"' in alone
    assert "OpenStreetMap" in alone
    assert 'role="group"' in linked
    assert '<a href="/1/">' in linked


def box(spot: Spot, label: Label):
    wide = LETTER * len(spot.name)
    left = {"start": 0, "end": wide, "middle": wide / 2}[label.anchor]
    return label.x - left, label.y - LINE, label.x - left + wide, label.y


@given(st.lists(marks, max_size=12))
def test_names_never_lie_on_each_other_nor_outside(some):
    spots = [spot for spot in region(some).spots if spot.label]

    for spot in spots:
        left, top, right, bottom = box(spot, spot.label)
        assert left >= -2
        assert right <= 902
        assert top >= -14
        assert bottom <= 1254
    for one, other in combinations(spots, 2):
        a, b = box(one, one.label), box(other, other.label)
        across = a[0] + 2 < b[2] and b[0] + 2 < a[2]
        assert not (across and a[1] + 2 < b[3] and b[1] + 2 < a[3])


def test_the_more_circles_the_smaller_the_largest():
    points = [(55.0 + number % 7 * 0.4, 71.5 + number // 7 * 0.5) for number in range(42)]
    few, many = (
        max(spot.radius for spot in region([mark(point, "Село", 1) for point in some]).spots)
        for some in (points[:8], points)
    )

    assert (few, many) == (40, 17)
