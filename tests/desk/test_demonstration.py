"""The demonstration as it lies in its files: the data are sound."""

import json
from importlib import resources

import pytest

from peremena.desk import demonstration
from peremena.desk.demonstration import cohorts, stories
from peremena.desk.demonstration.stories import Clash, Comment, Write
from peremena.people.registry_numbers import slip_in_inn, slip_in_ogrn
from peremena.places import outlines
from tests.factories import PersonFactory

STORIES = stories.stories()
BEGINNER = "ploshchadka"
DISTRICTS = resources.files("peremena.places") / "data" / "districts.geojson"
GROUND = {
    one["properties"]["name"]: one["geometry"]
    for one in json.loads(DISTRICTS.read_text(encoding="utf-8"))["features"]
}

each_story = pytest.mark.parametrize("name", STORIES)


@each_story
def test_the_brief_of_every_project_can_be_read(name):
    assert STORIES[name].brief_now().project.title


@each_story
def test_residents_by_age_add_up_to_all_residents(name):
    passport = STORIES[name].brief_now().passport

    by_age = [number for number in passport.population_by_age.values() if number is not None]

    assert not by_age or sum(by_age) == passport.population


def test_only_the_beginner_has_mistyped_the_numbers_of_the_applicant():
    applicants = {name: story.brief_now().applicant for name, story in STORIES.items()}

    slips = {
        name
        for name, applicant in applicants.items()
        if (applicant.inn and slip_in_inn(applicant.inn))
        or (applicant.ogrn and slip_in_ogrn(applicant.ogrn))
    }

    assert slips == {BEGINNER}


def test_all_addresses_are_of_domains_that_nobody_can_own():
    addresses = [somebody.email for somebody in stories.people() if somebody.email]

    assert all(address.split("@")[1].endswith(".example.org") for address in addresses)
    assert len(addresses) == len(set(addresses))


@each_story
def test_a_story_is_told_in_order_and_no_field_is_written_twice(name):
    story = STORIES[name]
    writing = [event for event in story.events if isinstance(event, Write | Clash)]
    ago = [story.begun, *(event.ago for event in writing)]
    fields = [field for event in writing for field in written(event)]
    talks = [event for event in story.events if isinstance(event, Comment)]

    assert ago == sorted(ago, reverse=True)
    assert len(fields) == len(set(fields))
    assert all(said.ago < talk.ago for talk in talks for said in talk.answers)


def written(event):
    if isinstance(event, Clash):
        return [event.field]
    return [*event.was, *event.now, *event.added, *event.unknown]


def test_a_database_with_one_person_is_not_empty(db):
    assert demonstration.is_empty()

    PersonFactory()

    assert not demonstration.is_empty()
    assert demonstration.people() == []


def test_every_point_lies_inside_the_outline_of_its_district():
    everywhere = [
        *stories.places(),
        *(one.territory for one in cohorts.alumni()),
        *(one.territory for one in cohorts.intake()),
    ]
    points = stories.points()

    strayed = {
        place.name for place in everywhere if not lies_in(points[place.name], place.district)
    }

    assert set(points) == {place.name for place in everywhere}
    assert not strayed


def lies_in(point, district):
    """By how many lines of the outline a way to the east crosses."""
    crossed = [
        one
        for ring in outlines.rings_of(GROUND[district])
        for one in zip(ring, [*ring[1:], ring[0]], strict=True)
        if crosses(*one, point)
    ]
    return len(crossed) % 2 == 1


def crosses(here, there, point):
    (x1, y1), (x2, y2) = here, there
    if (y1 > point.latitude) == (y2 > point.latitude):
        return False
    return point.longitude < (x2 - x1) * (point.latitude - y1) / (y2 - y1) + x1
