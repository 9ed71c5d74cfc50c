"""The map of the region: projects and confirmed money of one's own centre, and a table."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from peremena.desk.queries.region import region_page
from peremena.impact.services import verify
from peremena.people.abilities import Role
from peremena.places.models import District
from peremena.places.services import load_districts, take_care
from tests.factories import (
    NOON,
    PersonFactory,
    TerritoryFactory,
    another_centre,
    project_of,
    somebody_with,
)
from tests.impact.money import MILLION, gift, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    load_districts()
    person = somebody_with(Role.STAFF)
    client.force_login(person)
    return person


def project_in(name, person, territory="Ключевская территория"):
    project = project_of(person)
    project.territory.district = District.objects.get(name=name)
    project.territory.name = territory
    project.territory.save()
    return project


def test_projects_are_counted_by_territory_and_drawn_by_district(client, staff):
    project_in("Тарский район", PersonFactory())
    project_in("Одесский район", PersonFactory())

    found = region_page(staff, None, "")

    assert [(row.territory.district.name, row.projects) for row in found.rows] == [
        ("Одесский район", 1),
        ("Тарский район", 1),
    ]
    assert sorted(spot.name for spot in found.map.spots) == ["Одесский", "Тарский"]
    assert (found.territories, found.projects, found.money) == (2, 2, 0)
    assert "То же таблицей" in client.get("/map/").text


def test_the_table_is_cut_down_to_a_district_and_the_map_stays(client, staff):
    project_in("Тарский район", PersonFactory())
    odessa = project_in("Одесский район", PersonFactory()).territory

    found = region_page(staff, odessa.district, "")
    page = client.get("/map/", {"district": odessa.district.pk}).text

    assert [row.territory for row in found.rows] == [odessa]
    assert len(found.map.spots) == 2
    assert f'href="/territories/{odessa.pk}/"' in page


def test_a_territory_in_care_stands_in_the_table_without_a_circle(staff):
    territory = TerritoryFactory(district=District.objects.get(name="Тарский район"))
    take_care(territory, staff.registrations.first().centre, now=NOON, by=staff)

    found = region_page(staff, None, "")

    assert [row.territory for row in found.rows] == [territory]
    assert found.map.spots == ()


def test_another_centre_sees_nothing_of_ours(client, staff):
    project_in("Тарский район", PersonFactory())
    foreign = somebody_with(Role.STAFF, centre=another_centre())
    client.force_login(foreign)

    assert region_page(foreign, None, "").rows == []
    assert "Здесь пока ничего нет" in client.get("/map/").text


def test_many_territories_ask_as_often_as_one(staff):
    region_page(staff, None, "")
    asked = []
    for number in range(3):
        project_in("Тарский район", PersonFactory(), f"Территория {number}")
        with CaptureQueriesContext(connection) as queries:
            region_page(staff, None, "")
        asked.append(len(queries))

    assert len(set(asked)) == 1


def test_only_confirmed_money_shades_a_district(staff):
    project = project_in("Тарский район", PersonFactory())
    award = gift(project, staff)
    assert region_page(staff, None, "").money == 0

    verify(award, by=staff_of(project), now=NOON)

    found = region_page(staff, None, "")
    assert (found.money, [row.money for row in found.rows]) == (MILLION, [MILLION])
    assert [area.name for area in found.map.areas if area.shade] == ["Тарский район"]
