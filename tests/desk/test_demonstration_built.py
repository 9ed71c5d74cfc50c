"""The demonstration as it stands when it has been built: once for all tests of this file."""

import json
from collections import Counter
from datetime import UTC, datetime

import pytest
from django.db import transaction

from peremena.cohorts.models import Cohort
from peremena.contests.models import Application, Turn
from peremena.desk import demonstration
from peremena.desk.demonstration import cohorts, stories
from peremena.drafts.models import Clash as ClashRow
from peremena.drafts.models import Comment as CommentRow
from peremena.drafts.models import Revision
from peremena.impact.models import Award
from peremena.intake import words
from peremena.intake.models import Call
from peremena.intake.queries.calls import asked
from peremena.intake.queries.candidates import doubles_of
from peremena.intake.questions import unusable
from peremena.journal.models import Entry
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.people.models import PaperCode, Person, PersonalRequest
from peremena.places.models import District, Resource, Territory
from peremena.places.queries.passports import completeness_of
from peremena.places.queries.regions import points_of
from peremena.projects.brief import export
from peremena.projects.models import Project, PutAside
from peremena.projects.queries import brief_of, changes_since_last_look

NOVEMBER = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
STORIES = stories.stories()
HALF = ["Долгогривская территория", "Верхнебродовская территория"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("db")]


@pytest.fixture(scope="module", autouse=True)
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        demonstration.build(say=lambda _sentence: None, now=NOVEMBER)
        yield
        transaction.set_rollback(True)


def test_an_empty_database_gets_the_whole_demonstration():
    people = Person.objects.all()

    assert (people.count(), Territory.objects.count(), Project.objects.count()) == (68, 45, 24)
    assert District.objects.count() == 33
    assert all(person.is_demonstration and person.about for person in people)
    assert all(territory.is_demonstration for territory in Territory.objects.all())
    assert all(project.is_demonstration for project in Project.objects.all())
    assert [str(person) for person in people if Role.STAFF in person.current_roles] == [
        "Марина Воробьёва",
        "Светлана Егорова",
    ]


def test_projects_hold_in_the_end_what_their_briefs_say():
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


def test_there_is_something_to_see_of_every_kind():
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


def test_the_frozen_application_differs_from_the_project_of_today_in_what_was_changed_since():
    application = Application.objects.get(project__title="Пимокаты Ключей")

    frozen, today = plain(application.frozen_brief), plain(brief_of(application.project))

    assert application.contest == "fpg"
    assert {key for key in today if today[key] != frozen[key]} == {"afterwards"}


def test_twelve_learn_and_fifteen_have_learned():
    found = {
        cohort.name: Counter(cohort.enrolments.values_list("part", "status"))
        for cohort in Cohort.objects.all()
    }

    assert found == {
        "Первый поток": {("learner", "learning"): 12, ("mentor", "learning"): 2},
        "Пятнадцать сёл": {("learner", "graduated"): 15},
        "Второй поток": {},
    }
    assert len(cohorts.intake()) + len(cohorts.school().enrolled) == 30


def test_passports_are_of_different_fullness():
    found = completeness_of(Territory.objects.filter(name__in=["Ключевская территория", *HALF]))

    percents = sorted(one.percent for one in found.values())

    assert percents[-1] == 100
    assert all(0 < percent < 100 for percent in percents[:-1])


def test_last_years_fifteen_have_brought_more_than_125_million():
    confirmed = Award.objects.filter(verified_at__isnull=False)

    total = sum(award.awarded for award in confirmed)

    assert total > 125_000_000
    assert len({award.territory_id for award in confirmed}) == 15
    assert len({award.source for award in confirmed}) >= 5
    assert all(award.is_demonstration for award in confirmed)


def test_a_second_build_adds_nothing_and_says_so():
    said = []

    demonstration.build(say=said.append, now=NOVEMBER)

    assert Person.objects.count() == 68
    assert said == ["There are people or projects here already, so nothing was added."]


def test_the_console_names_people_with_what_they_are():
    assert demonstration.people()[:2] == [
        "Сергей Ключников — глава территории, Ключи",
        "Алия Ахметова — библиотекарь, Ключи: её заявка уже готова",
    ]


def test_applications_stand_in_every_state_of_life():
    states = Counter(Application.objects.values_list("life__state", flat=True))

    assert states == {
        None: 2, "submitted": 1, "admitted": 1, "refused": 1, "reserved": 1, "lost": 1, "won": 1,
        "contracted": 1,
    }  # fmt: skip
    assert Turn.objects.exclude(file="").count() == 10


def test_a_win_of_this_year_waits_for_a_second_person_and_is_not_counted():
    award = Award.objects.get(application__project__title="Баня по субботам")

    assert (award.awarded, award.is_verified) == (700_000, False)


def test_letters_stand_in_the_states_that_staff_have_to_do_with():
    states = set(Letter.objects.values_list("state", flat=True))

    assert states == {"sent", "gathered", "held", "failed", "told", "to_tell", "waiting"}
    assert not Letter.objects.due(NOVEMBER).exists()
    assert Letter.objects.filter(kind="mail.daily").count() == 1


def test_the_journal_tells_when_things_happened():
    days = Entry.objects.dates("at", "day")

    assert len(days) > 60
    assert not Entry.objects.filter(at__gt=NOVEMBER).exists()


def test_a_request_and_a_code_on_paper_wait_for_staff():
    assert PersonalRequest.objects.open().count() == 1
    assert Entry.objects.filter(deed="desk.data.copied").exists()
    assert PaperCode.objects.filter(confirmed_at=None).count() == 1
    assert PaperCode.objects.usable(NOVEMBER).count() == 1


def test_every_territory_and_resource_has_a_point():
    assert len(points_of(Territory.objects.all())) == Territory.objects.count()
    assert not Resource.objects.filter(latitude=None).exists()


def test_the_call_of_this_year_shows_every_kind_of_application():
    call = Call.objects.get(slug="potok-1")
    candidates = call.candidates.all()

    assert Counter(candidates.values_list("state", flat=True)) == {"handed-in": 31, "begun": 1}
    assert Counter(candidates.values_list("channel", flat=True)) == {
        "web": 30,
        "phone": 1,
        "paper": 1,
    }
    assert candidates.filter(is_late=True).count() == 1
    assert candidates.exclude(arrived_at=None).count() == 30
    told = candidates.exclude(decision__told_at=None)
    assert Counter(told.values_list("decision__verdict", flat=True)) == {
        "taken": 12, "waiting": 4, "not-taken": 15,
    }  # fmt: skip
    assert told.filter(decision__enrolment__cohort=call.cohort).count() == 12
    assert told.filter(standing__count=2).count() > 25
    doubles = doubles_of(call, candidates.with_place())
    assert sum(words.SAME_TERRITORY in why for why in doubles.values()) == 4


def test_a_call_is_open_now_with_applications_of_every_kind_and_experts_who_mark():
    [call] = Call.objects.open_at(NOVEMBER)
    candidates = call.candidates.all()
    double = doubles_of(call, candidates.with_place())

    assert Counter(candidates.values_list("state", flat=True)) == {
        "handed-in": 5, "begun": 1, "withdrawn": 1,
    }  # fmt: skip
    assert set(candidates.values_list("channel", flat=True)) == {"web", "phone", "paper"}
    assert candidates.filter(territory=None).count() == 1
    assert list(double.values()) == [(words.SAME_TERRITORY,)] * 2
    assert all(not list(unusable(asked(call), one.draft.content)) for one in candidates)
    assert {str(one.person): one.marks.count() for one in call.markers.all()} == {
        "Дмитрий Лузин": 0, "Наталья Остапенко": 1,
    }  # fmt: skip
