"""Deeds with programmes, cohorts, enrolments, deadlines and calls."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from peremena.cohorts import services
from peremena.cohorts.models import Deadline, Enrolment, PlannedIndicator
from peremena.cohorts.rules import Part, Status
from peremena.cohorts.services.programmes import Indicator
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from peremena.people.models import Person
from peremena.places.models import Territory
from peremena.projects.models import Project
from tests.factories import (
    NOON,
    PersonFactory,
    TerritoryFactory,
    another_centre,
    project_of,
)

from .school import cohort_of, enrolled, enrolled_with_project, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def cohort(staff):
    return cohort_of(staff)


def anew(person):
    """As the next request finds the person."""
    return Person.objects.get(pk=person.pk)


def test_a_cohort_has_twelve_places_and_lives_for_two_years(cohort):
    assert (cohort.places, cohort.free_places, cohort.ends_on) == (12, 12, date(2028, 11, 19))


def test_a_name_stands_once(cohort, staff):
    with pytest.raises(Refused):
        services.add_programme(cohort.programme.name, centre=cohort.programme.centre, by=staff)
    with pytest.raises(Refused):
        services.add_cohort(cohort.programme, cohort.name, starts_on=cohort.starts_on, by=staff)


def test_a_programme_and_a_cohort_change(cohort, staff):
    programme, spring = cohort.programme, date(2026, 3, 1)
    services.change_programme(
        programme, name="Ещё одна", funder=None, grant_number="24-2", starts_on=spring,
        ends_on=None, by=staff,
    )  # fmt: skip
    services.change_cohort(
        cohort, name="Весна", starts_on=spring, places=10, lessons_end_on=None, ends_on=None,
        by=staff,
    )  # fmt: skip

    cohort.refresh_from_db()
    assert (cohort.programme.name, cohort.programme.grant_number) == ("Ещё одна", "24-2")
    assert (cohort.name, cohort.places, cohort.ends_on) == ("Весна", 10, date(2028, 3, 1))


def test_a_change_does_not_take_the_name_of_another(cohort, staff):
    other = services.add_programme("Другая", centre=cohort.programme.centre, by=staff)
    second = cohort_of(staff, name="Второй набор")
    dates = {"starts_on": None, "ends_on": None}

    with pytest.raises(Refused):
        services.change_programme(
            other, name=cohort.programme.name, funder=None, grant_number="", by=staff, **dates
        )
    with pytest.raises(Refused):
        services.change_cohort(
            second, name=cohort.name, starts_on=second.starts_on, places=12,
            lessons_end_on=None, ends_on=None, by=staff,
        )  # fmt: skip


def test_what_is_planned_replaces_what_was(cohort, staff):
    plan = services.plan_indicators
    plan(cohort.programme, [Indicator("Проекты", Decimal(12)), Indicator("Люди", Decimal(30))],
         by=staff)  # fmt: skip
    plan(cohort.programme, [Indicator("Проекты", Decimal(10), "шт.")], by=staff)

    planned = PlannedIndicator.objects.values_list("name", "plan", "unit")
    assert list(planned) == [("Проекты", Decimal(10), "шт.")]


def test_enrolling_does_everything_at_once(cohort, staff):
    enrolment = enrolled_with_project(cohort, staff)

    person, centre = anew(enrolment.person), cohort.programme.centre
    assert (enrolment.part, enrolment.status) == (Part.LEARNER, Status.LEARNING)
    assert person.held == ((Role.HEAD, centre.pk),)
    assert list(Territory.objects.in_care_of([centre.pk])) == [enrolment.territory]
    assert list(Territory.objects.kept_by(person)) == [enrolment.territory]
    assert enrolment.project.centre == centre
    assert [change.status for change in enrolment.changes.all()] == [Status.LEARNING]
    assert cohort.free_places == 11


def test_the_journal_names_nobody(cohort, staff):
    enrolment = enrolled(cohort, staff)
    services.change_status(enrolment, Status.LEFT, reason="Болезнь", by=staff, now=NOON)
    services.note_contact(enrolment, has_answered=True, text="О болезни", by=staff, now=NOON)

    entries = Entry.objects.about(enrolment).order_by("pk")
    assert [(entry.deed, entry.details) for entry in entries] == [
        ("cohorts.enrolment.made", {"cohort": cohort.pk, "part": "learner"}),
        ("cohorts.enrolment.status-changed", {"before": "learning", "after": "left"}),
        ("cohorts.contact.noted", {"answered": True, "next_on": None}),
    ]


def test_what_may_not_be_changes_nothing(cohort, staff):
    there = enrolled(cohort, staff)
    full = cohort_of(staff, places=1, name="Маленький набор")
    enrolled(full, staff)

    for place, given in [
        (cohort, {"person": there.person}),
        (cohort, {"territory": there.territory}),
        (full, {}),
    ]:
        with pytest.raises(Refused):
            enrolled(place, staff, **given)

    assert Enrolment.objects.count() == 2


def test_a_head_comes_back_as_a_mentor_and_takes_no_place(cohort, staff):
    head = enrolled(cohort, staff).person
    full = cohort_of(staff, places=0, name="Следующий набор")

    enrolled(full, staff, person=head, part=Part.MENTOR)

    assert set(anew(head).current_roles) == {Role.HEAD, Role.MENTOR}


def test_whoever_leaves_frees_the_place_and_may_come_back(cohort, staff):
    enrolment = enrolled(cohort, staff)

    services.change_status(enrolment, Status.LEFT, reason="Переехал", by=staff, now=NOON)
    assert cohort.free_places == 12
    services.change_status(enrolment, Status.LEARNING, by=staff, now=NOON + timedelta(days=1))

    assert cohort.free_places == 11
    changes = enrolment.changes.order_by("at").values_list("status", "reason")
    assert list(changes) == [("learning", ""), ("left", "Переехал"), ("learning", "")]


def test_whoever_left_comes_back_only_to_a_free_place(cohort, staff):
    gone = enrolled(cohort, staff)
    services.change_status(gone, Status.LEFT, reason="Переехал", by=staff, now=NOON)
    enrolled(cohort, staff, territory=gone.territory)

    with pytest.raises(Refused):
        services.change_status(gone, Status.LEARNING, by=staff, now=NOON)
    with pytest.raises(Refused):
        enrolled(cohort, staff, person=gone.person)


def test_alumni_stay(cohort, staff):
    enrolment = enrolled(cohort, staff)

    services.change_status(enrolment, Status.GRADUATED, by=staff, now=NOON)

    assert list(Enrolment.objects.sitting()) == [enrolment]


def test_whoever_is_nobodys_mentor_any_more_sees_no_projects(cohort, staff):
    first = enrolled(cohort, staff, part=Part.MENTOR)
    other = cohort_of(staff, name="Второй набор")
    second = enrolled(other, staff, person=first.person, part=Part.MENTOR)

    services.change_status(first, Status.LEFT, reason="Занят", by=staff, now=NOON)
    assert Role.MENTOR in anew(first.person).current_roles
    services.change_status(second, Status.LEFT, reason="Занят", by=staff, now=NOON)

    assert Role.MENTOR not in anew(first.person).current_roles


def test_a_project_passes_to_whoever_comes_after(cohort, staff):
    """The head leaves office: the project stays in the cohort with another of the team."""
    gone = enrolled_with_project(cohort, staff)
    heir = PersonFactory()
    gone.project.memberships.create(person=heir, role="leader", joined_at=NOON)
    services.change_status(gone, Status.LEFT, reason="Сложил полномочия", by=staff, now=NOON)

    new = enrolled(cohort, staff, person=heir, territory=gone.territory, project=gone.project)

    assert new.project == gone.project


def test_no_project_of_others_is_attached(cohort, staff):
    enrolment = enrolled_with_project(cohort, staff)
    stranger, foreign = project_of(PersonFactory()), project_of(enrolment.person)
    elsewhere = another_centre()
    Project.objects.filter(pk=foreign.pk).update(centre=elsewhere)

    for project in (stranger, foreign):
        with pytest.raises(Refused):
            services.attach_project(enrolment, project, by=staff)

    colleague = PersonFactory()
    enrolment.project.memberships.create(person=colleague, role="writer", joined_at=NOON)
    with pytest.raises(Refused):
        enrolled(cohort, staff, person=colleague, territory=TerritoryFactory(),
                 project=enrolment.project)  # fmt: skip


def test_a_deadline_is_added_moved_and_removed(cohort, staff):
    given = {"due_on": date(2026, 12, 24), "by": staff}
    deadline = services.add_deadline(cohort, "Команда собрана", **given)
    with pytest.raises(Refused):
        services.add_deadline(cohort, "Команда собрана", **given)

    moved = {"due_on": date(2026, 12, 25), "about": "passport", "by": staff}
    services.change_deadline(deadline, title="Паспорт", **moved)
    assert list(Deadline.objects.values_list("title", "due_on", "about")) == [
        ("Паспорт", date(2026, 12, 25), "passport")
    ]

    services.remove_deadline(deadline, by=staff)
    assert not Deadline.objects.exists()


def test_a_call_settles_the_calls_that_were_due(cohort, staff):
    enrolment = enrolled(cohort, staff)
    first = services.note_contact(enrolment, has_answered=False, by=staff, now=NOON)
    assert (first.next_on, first.is_done) == (date(2026, 11, 24), False)

    services.note_contact(enrolment, has_answered=True, text="Всё хорошо", by=staff, now=NOON)

    assert not enrolment.notes.filter(is_done=False).exists()
