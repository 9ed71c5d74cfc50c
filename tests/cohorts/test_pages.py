"""Pages of programmes, cohorts and those who are enrolled, for the staff of a centre."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from peremena.cohorts import services
from peremena.cohorts.models import Cohort, Deadline, Enrolment, PlannedIndicator, Programme
from peremena.cohorts.rules import Part, Status
from peremena.people.abilities import Role
from peremena.people.models import Person
from peremena.places import services as places
from tests.factories import (
    NOON,
    DistrictFactory,
    PersonFactory,
    TerritoryFactory,
    another_centre,
    known,
    project_of,
    somebody_with,
)

from .school import cohort_of, enrolled, enrolled_with_project, staff_of

pytestmark = pytest.mark.django_db

DICTATED = {"surname": "Ключников", "name": "Сергей", "patronymic": "Петрович",
            "phone": "8 913 000-11-22", "village": "Ключи", "part": "learner"}  # fmt: skip


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def cohort(staff):
    return cohort_of(staff)


@pytest.fixture
def at_work(client, staff):
    client.force_login(staff)
    return client


def test_a_programme_with_its_plan_and_a_cohort_is_begun(at_work, staff):
    programme = at_work.post(
        "/cohorts/programmes/new/",
        {"name": "Территория развития", "centre": staff.own_centre, "starts_on": "2026-09-01"},
    ).url
    rows = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "Обучено глав",
            "form-0-plan": "12", "form-0-unit": "чел."}  # fmt: skip
    at_work.post(f"{programme}plan/", rows)
    cohort = at_work.post(
        f"{programme}cohorts/new/", {"name": "Осень", "places": 12, "starts_on": "2026-11-19"}
    ).url

    assert Programme.objects.get().get_absolute_url() == programme
    assert [str(one.plan) for one in PlannedIndicator.objects.all()] == ["12.00"]
    assert (Cohort.objects.get().get_absolute_url(), Cohort.objects.get().places) == (cohort, 12)
    assert "12 чел." in at_work.get(programme).text
    assert "Свободно 12" in at_work.get(cohort).text


def test_a_programme_and_a_cohort_are_mended(at_work, cohort):
    programme = cohort.programme
    page = f"{programme.get_absolute_url()}edit/"
    given = {"name": "Новое имя", "centre": programme.centre_id, "grant_number": "24-2-1"}
    assert at_work.post(page, given).url == programme.get_absolute_url()
    cohort_page = f"{cohort.get_absolute_url()}edit/"
    dates = {"name": "Осень", "places": 10, "starts_on": "2026-11-19"}
    assert at_work.post(cohort_page, dates).url == cohort.get_absolute_url()

    cohort.refresh_from_db()
    assert (cohort.programme.grant_number, cohort.places) == ("24-2-1", 10)
    backwards = dates | {"ends_on": "2026-11-01", "lessons_end_on": "2026-11-01"}
    assert at_work.post(cohort_page, backwards).status_code == 422
    early = given | {"starts_on": "2026-02-01", "ends_on": "2026-01-01"}
    assert at_work.post(page, early).status_code == 422


@pytest.mark.parametrize(
    "rows",
    [
        {"form-0-name": "Обучено глав"},
        {"form-0-plan": "12"},
        {"form-0-name": "А", "form-0-plan": "1", "form-1-name": "А", "form-1-plan": "2"},
    ],
)
def test_half_a_row_of_a_plan_is_not_kept(at_work, cohort, rows):
    page = f"{cohort.programme.get_absolute_url()}plan/"
    counted = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0"}

    assert at_work.post(page, counted | rows).status_code == 422
    assert not PlannedIndicator.objects.exists()


def test_a_head_who_dictates_by_phone_is_enrolled_on_one_page(at_work, cohort):
    district = DistrictFactory()

    response = at_work.post(
        f"{cohort.get_absolute_url()}enrol/new/", DICTATED | {"district": district.pk}
    )

    enrolment = Enrolment.objects.get()
    assert response.url == enrolment.get_absolute_url()
    assert enrolment.person.full_name == "Ключников Сергей Петрович"
    assert (enrolment.territory.centre, enrolment.territory.district) == ("Ключи", district)
    assert "Сергей Ключников" in at_work.get(response.url).text


def test_what_was_dictated_stays_on_the_page_when_something_is_wrong(at_work, cohort, staff):
    TerritoryFactory()
    page = f"{cohort.get_absolute_url()}enrol/new/"

    nowhere = at_work.post(page, DICTATED)
    assert (nowhere.status_code, "8 913 000-11-22" in nowhere.text) == (422, True)
    assert "Выберите территорию или назовите её район и село." in nowhere.text

    Person.objects.filter(pk=staff.pk).update(phone="+7 913 000 11 22")
    twice = at_work.post(page, DICTATED | {"district": DistrictFactory().pk, "email": staff.email})
    assert "Выберите его в списке" in twice.text
    assert "Человек с такой почтой уже есть." in twice.text


def test_a_full_cohort_says_so_beside_what_was_dictated(at_work, staff):
    full = cohort_of(staff, places=0)
    page = f"{full.get_absolute_url()}enrol/new/"

    response = at_work.post(page, DICTATED | {"district": DistrictFactory().pk})

    assert response.status_code == 422
    assert "В этом наборе больше нет мест." in response.text
    assert "Все места заняты." in at_work.get(full.get_absolute_url()).text


def test_whoever_is_here_comes_with_territory_and_project(at_work, cohort):
    leader = known(PersonFactory())
    project = project_of(leader)
    chosen = at_work.get(f"{cohort.get_absolute_url()}enrol/", {"person": leader.pk}).url

    page = at_work.get(chosen).text
    assert f'value="{project.territory_id}" selected' in page
    given = {"territory": project.territory_id, "project": project.pk, "part": "learner"}
    at_work.post(chosen, given)

    assert Enrolment.objects.get().project == project


def test_the_next_step_for_whoever_has_no_email_is_a_code_on_paper(at_work, cohort, staff):
    enrolment = enrolled(cohort, staff)
    Person.objects.filter(pk=enrolment.person_id).update(email=None)

    asked = at_work.get(enrolment.get_absolute_url()).text
    at_work.post(f"/people/{enrolment.person_id}/paper-code/")
    waiting = at_work.get(enrolment.get_absolute_url()).text

    assert f'action="/people/{enrolment.person_id}/paper-code/"' in asked
    assert f'action="/people/{enrolment.person_id}/paper-code/"' not in waiting
    assert 'href="/paper-codes/"' in waiting


def test_nobody_of_another_centre_can_be_enrolled(at_work, cohort, staff):
    elsewhere = another_centre()
    foreign = known(PersonFactory(), elsewhere)
    hidden = TerritoryFactory()
    places.take_care(hidden, elsewhere, now=NOON, by=None)
    page = cohort.get_absolute_url()

    assert at_work.get(f"{page}enrol/{foreign.pk}/").status_code == 404
    assert at_work.get(f"{page}enrol/", {"person": foreign.pk}).status_code == 422
    given = DICTATED | {"territory": hidden.pk}
    assert at_work.post(f"{page}enrol/new/", given).status_code == 422


def test_deadlines_are_kept(at_work, cohort):
    page = f"{cohort.get_absolute_url()}deadlines/"
    at_work.post(page, {"title": "Паспорт заполнен", "due_on": "2026-12-24"})
    deadline = Deadline.objects.get()
    at_work.post(f"/cohorts/deadlines/{deadline.pk}/", {"title": "Паспорт", "due_on": "2026-12-25"})
    assert "25 декабря 2026" in at_work.get(page).text.replace("\xa0", " ")

    at_work.post(f"/cohorts/deadlines/{deadline.pk}/remove/")

    assert not Deadline.objects.exists()


def test_the_page_of_somebody_tells_status_calls_and_project(at_work, cohort, staff):
    enrolment = enrolled(cohort, staff)
    enrolment.person.phone = "+7 (913) 000-11-22"
    enrolment.person.save()
    project = project_of(enrolment.person)
    page = enrolment.get_absolute_url()

    assert 'href="tel:+79130001122"' in at_work.get(page).text
    at_work.post(f"{page}project/{project.pk}/")
    assert at_work.post(f"{page}status/", {"status": "left"}).status_code == 422
    at_work.post(f"{page}status/", {"status": "left", "reason": "Переехал в город"})

    enrolment.refresh_from_db()
    assert (enrolment.project, enrolment.status) == (project, Status.LEFT)
    assert "Переехал в город" in at_work.get(page).text
    assert "Выбыли" in at_work.get(cohort.get_absolute_url()).text


def test_a_call_is_noted_and_leads_back_to_where_one_came_from(at_work, cohort, staff):
    enrolment = enrolled(cohort, staff)
    page = f"{enrolment.get_absolute_url()}call/"
    said = {"has_answered": "yes", "text": "Пришлёт паспорт", "next_on": "2026-12-01"}

    assert at_work.post(page, said | {"back": "/"}).url == "/"
    assert at_work.post(page, said | {"back": "https://example.org/"}).url == (
        enrolment.get_absolute_url()
    )
    assert "Пришлёт паспорт" in at_work.get(enrolment.get_absolute_url()).text
    assert [note.next_on for note in enrolment.notes.filter(is_done=False)] == [date(2026, 12, 1)]


def test_a_funders_observer_sees_no_names(client, cohort, staff):
    enrolment = enrolled_with_project(cohort, staff)
    client.force_login(somebody_with(Role.OBSERVER))

    for page in (cohort, enrolment, cohort.programme):
        assert client.get(page.get_absolute_url()).status_code == 404


def test_mentors_stand_apart(at_work, cohort, staff):
    services.enrol(
        cohort, person=known(PersonFactory()), territory=TerritoryFactory(), part=Part.MENTOR,
        by=staff, now=NOON,
    )  # fmt: skip

    page = at_work.get(cohort.get_absolute_url()).text

    assert "Наставники" in page
    assert "Свободно 12" in page.replace("\xa0", " ")


@pytest.mark.parametrize("number", [1, 12])
def test_a_cohort_asks_as_often_for_twelve_as_for_one(at_work, cohort, staff, number):
    for place in range(number):
        enrolled_with_project(cohort, staff)
        services.add_deadline(cohort, f"Срок {place}", due_on=date(2026, 12, 1), by=staff)

    queries = {}
    for name, page in PAGES_OF_A_COHORT.items():
        with CaptureQueriesContext(connection) as asked:
            at_work.get(page.format(cohort.pk, cohort.programme_id))
        queries[name] = len(asked)

    assert queries == {"cohort": 13, "list": 5, "programme": 7, "deadlines": 5}


PAGES_OF_A_COHORT = {
    "cohort": "/cohorts/{0}/",
    "list": "/cohorts/",
    "programme": "/cohorts/programmes/{1}/",
    "deadlines": "/cohorts/{0}/deadlines/",
}
