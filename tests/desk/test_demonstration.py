"""The demonstration: its data are sound, it is built once, and it shows what it should show."""

import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from peremena.cohorts.models import Cohort
from peremena.contests.models import Application
from peremena.desk import demonstration
from peremena.desk.demonstration import cohorts, stories
from peremena.desk.demonstration.stories import Clash, Comment, Write
from peremena.drafts.models import Clash as ClashRow
from peremena.drafts.models import Comment as CommentRow
from peremena.drafts.models import Revision
from peremena.impact.models import Award
from peremena.people.abilities import Role
from peremena.people.models import Person
from peremena.people.registry_numbers import slip_in_inn, slip_in_ogrn
from peremena.places.models import District, Territory
from peremena.places.queries.passports import completeness_of
from peremena.projects.brief import export
from peremena.projects.models import Project, PutAside
from peremena.projects.queries import brief_of, changes_since_last_look
from tests.factories import PersonFactory

NOVEMBER = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
STORIES = stories.stories()
HALF = ["Долгогривская территория", "Верхнебродовская территория"]
BEGINNER = "ploshchadka"

each_story = pytest.mark.parametrize("name", STORIES)


@pytest.fixture
def built(db):
    demonstration.build(say=lambda _sentence: None, now=NOVEMBER)


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


@pytest.mark.slow
def test_an_empty_database_gets_the_whole_demonstration(built):
    people = Person.objects.all()

    assert (people.count(), Territory.objects.count(), Project.objects.count()) == (58, 45, 24)
    assert District.objects.count() == 33
    assert all(person.is_demonstration and person.about for person in people)
    assert all(territory.is_demonstration for territory in Territory.objects.all())
    assert all(project.is_demonstration for project in Project.objects.all())
    assert [str(person) for person in people if Role.STAFF in person.current_roles] == [
        "Марина Воробьёва",
        "Светлана Егорова",
    ]


@pytest.mark.slow
def test_projects_hold_in_the_end_what_their_briefs_say(built):
    expected = [plain(story.brief_now()) for story in STORIES.values() if not story.case]
    this_year = Project.objects.filter(case="").order_by("pk")[: len(expected)]

    found = [plain(brief_of(project)) for project in this_year]

    assert found == expected


def plain(brief):
    """Without what is empty: a page that was saved says `null` where a file says nothing."""
    return without_blanks(json.loads(export(brief)))


def without_blanks(value):
    if isinstance(value, dict):
        kept = {key: without_blanks(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner not in (None, "", [], {})}
    return [without_blanks(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.slow
def test_there_is_something_to_see_of_every_kind(built):
    galina = Person.objects.get(surname="Бережная")
    trail = Project.objects.get(title="Светлая тропа к ФАПу")
    talks = CommentRow.objects.filter(parent=None)

    assert {str(change.who) for change in changes_since_last_look(trail, galina)} == {
        "Ирина Казанцева"
    }
    assert talks.filter(closed_at=None).exists()
    assert talks.exclude(closed_at=None).exists()
    assert CommentRow.objects.exclude(parent=None).exists()
    assert Revision.objects.exclude(on_behalf_of=None).exists()
    assert ClashRow.objects.open().count() == 1
    assert PutAside.objects.count() == 1


@pytest.mark.slow
def test_the_frozen_application_differs_from_the_project_of_today_in_what_was_changed_since(built):
    application = Application.objects.get()

    frozen, today = plain(application.frozen_brief), plain(brief_of(application.project))

    assert application.contest == "fpg"
    assert {key for key in today if today[key] != frozen[key]} == {"afterwards"}


@pytest.mark.slow
def test_twelve_learn_and_fifteen_have_learned(built):
    found = {
        cohort.name: Counter(cohort.enrolments.values_list("part", "status"))
        for cohort in Cohort.objects.all()
    }

    assert found == {
        "Первый поток": {("learner", "learning"): 12, ("mentor", "learning"): 2},
        "Пятнадцать сёл": {("learner", "graduated"): 15},
    }
    assert len(cohorts.intake()) + len(cohorts.school().enrolled) == 30


@pytest.mark.slow
def test_passports_are_of_different_fullness(built):
    found = completeness_of(Territory.objects.filter(name__in=["Ключевская территория", *HALF]))

    percents = sorted(one.percent for one in found.values())

    assert percents[-1] == 100
    assert all(0 < percent < 100 for percent in percents[:-1])


@pytest.mark.slow
def test_last_years_fifteen_have_brought_more_than_125_million(built):
    confirmed = Award.objects.filter(verified_at__isnull=False)

    total = sum(award.awarded for award in confirmed)

    assert total > 125_000_000
    assert len({award.territory_id for award in confirmed}) == 15
    assert len({award.source for award in confirmed}) >= 5
    assert all(award.is_demonstration for award in confirmed)


@pytest.mark.slow
def test_a_second_build_adds_nothing_and_says_so(built):
    said = []

    demonstration.build(say=said.append, now=NOVEMBER)

    assert Person.objects.count() == 58
    assert said == ["There are people or projects here already, so nothing was added."]


def test_a_database_with_one_person_is_not_empty(db):
    assert demonstration.is_empty()

    PersonFactory()

    assert not demonstration.is_empty()
    assert demonstration.people() == []


@pytest.mark.slow
def test_the_console_names_people_with_what_they_are(built):
    assert demonstration.people()[:2] == [
        "Сергей Ключников — глава территории, Ключи",
        "Алия Ахметова — библиотекарь, Ключи: её заявка уже готова",
    ]
