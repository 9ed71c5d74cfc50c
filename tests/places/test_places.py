"""Districts come from the package's map; territories are common ground."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.places.models import District, Territory
from peremena.places.services import add_territory, load_districts
from tests.factories import DistrictFactory, PersonFactory, TerritoryFactory

pytestmark = pytest.mark.django_db


def test_the_map_holds_every_district_and_the_city():
    assert load_districts() == 33

    tara = District.objects.get(name="Тарский район")
    assert [(one.name, one.code, one.is_current) for one in tara.statuses.order_by("pk")] == [
        ("Тарский район", "52654000", False),
        ("Тарский муниципальный округ", "52554000", True),
    ]
    assert (tara.population, tara.population_year) == (39200, 2025)
    assert (round(tara.latitude, 1), round(tara.longitude, 1)) == (56.9, 74.4)


def test_what_the_map_does_not_know_stays_empty():
    load_districts()

    tevriz = District.objects.get(name="Тевризский район")
    assert [(one.code, one.is_current) for one in tevriz.statuses.all()] == [("52655000", False)]
    assert District.objects.get(name="Русско-Полянский район").population_year is None


def test_loading_again_mends_and_doubles_nothing():
    load_districts()
    before = dict(District.objects.values_list("name", "pk"))
    District.objects.filter(name="Тарский район").update(population=1)

    load_districts()

    assert dict(District.objects.values_list("name", "pk")) == before
    tara = District.objects.get(name="Тарский район")
    assert (tara.population, tara.statuses.count()) == (39200, 2)


def test_a_territory_is_added_by_somebody_and_begins_with_its_centre():
    district, head = DistrictFactory(), PersonFactory()

    territory = add_territory("Ключевская территория", district=district, centre="Ключи", by=head)

    assert (territory.villages, territory.is_demonstration) == (["Ключи"], False)
    assert [(entry.actor, entry.deed) for entry in Entry.objects.about(territory)] == [
        (head, "places.territory.added")
    ]


def test_a_territory_that_is_here_is_chosen_and_not_added_again():
    known = TerritoryFactory()

    with pytest.raises(Refused):
        add_territory(known.name, district=known.district, centre="Ключи", by=PersonFactory())

    assert Territory.objects.get() == known


def test_everybody_signed_in_sees_territories_and_a_visitor_none():
    territory = TerritoryFactory()

    assert list(Territory.objects.visible_to(PersonFactory())) == [territory]
    assert list(Territory.objects.visible_to(AnonymousUser())) == []


def test_a_district_has_one_territory_of_a_name():
    territory = TerritoryFactory()

    with pytest.raises(IntegrityError):
        TerritoryFactory(district=territory.district)
