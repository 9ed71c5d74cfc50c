"""Pages of territories and districts: found in any case of letters, written down by staff."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from peremena.kit.tables_in import read
from peremena.people.abilities import Role
from peremena.places import tasks
from peremena.places.models import District, Import, Post, Territory, Village
from peremena.places.rules import Status
from peremena.places.services import admit, imports, load_districts, territories
from tests.factories import NOON, PersonFactory, TerritoryFactory, another_centre, somebody_with
from tests.places.tables import many, row, table

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def staff(client):
    person = somebody_with(Role.STAFF)
    client.force_login(person)
    return person


def address(name, *args):
    return reverse(f"places:{name}", args=args)


@pytest.mark.parametrize("asked", ["ключ", "КЛЮЧЕВСКАЯ  территория", "берЕзовка", "Берёз"])
def test_a_territory_is_found_by_its_name_or_a_village_in_any_case(client, staff, asked):
    TerritoryFactory(villages=["Ключи", "Берёзовка"])
    TerritoryFactory(name="Тихоозёрная", centre="Тихоозёрье", villages=["Тихоозёрье"])

    page = client.get(address("list"), {"find": asked}).text

    assert "Ключевская территория" in page
    assert "Тихоозёрная" not in page


def test_the_list_is_cut_down_to_a_district_and_a_wrong_question_finds_everything(client, staff):
    one, other = TerritoryFactory(), TerritoryFactory(name="Другая")

    cut = client.get(address("list"), {"district": one.district.pk}).text
    whole = client.get(address("list"), {"district": "x"}).text

    assert one.name in cut
    assert f">{other.name}<" not in cut
    assert f">{other.name}<" in whole


def test_what_is_not_found_is_said_with_a_way_out(client, staff):
    assert "Ничего такого не нашлось" in client.get(address("list"), {"find": "ы"}).text


def test_a_page_of_a_territory_tells_what_it_was_and_is(client, staff):
    territory = TerritoryFactory()
    law = {"source": "Закон № 1", "by": staff}
    territories.change_status(territory, Status.RURAL_SETTLEMENT, since=date(2006, 1, 1), **law)
    territories.change_status(territory, Status.UNIT, since=date(2025, 2, 1), **law)

    page = client.get(territory.get_absolute_url()).text

    assert "с 1\xa0января 2006 до 1\xa0февраля 2025" in page
    assert "с 1\xa0февраля 2025" in page
    assert "Закон № 1" in page


def test_a_name_is_shown_only_to_those_who_may_see_the_person(client, staff):
    territory, head = TerritoryFactory(), PersonFactory(surname="Тайная")
    Post.objects.create(person=head, territory=territory, title="глава")

    page = client.get(territory.get_absolute_url()).text

    assert "Тайная" not in page


def test_staff_write_down_a_territory_and_change_it(client, staff):
    load_districts()
    tara = District.objects.get(name="Тарский район")
    told = {"district": tara.pk, "name": "Ключевская", "centre": "Ключи", "population": "1140"}

    client.post(address("add"), told | {"population_year": "2021"})
    territory = Territory.objects.get()
    client.post(address("edit", territory.pk), told | {"name": "Новая"})

    territory.refresh_from_db()
    assert (territory.name, territory.centre, territory.villages) == ("Новая", "Ключи", ["Ключи"])
    assert (territory.population, territory.population_year) == (1140, None)


def test_a_name_that_is_taken_is_refused_whatever_its_letters(client, staff):
    known = TerritoryFactory(name="Берёзовая")
    told = {"district": known.district.pk, "name": "БЕРЕЗОВАЯ", "centre": "Берёзовка"}

    answer = client.post(address("add"), told)

    assert (answer.status_code, 'value="БЕРЕЗОВАЯ"' in answer.text) == (409, True)
    assert Territory.objects.count() == 1


def test_a_status_earlier_than_the_present_one_is_refused(client, staff):
    territory = TerritoryFactory()
    sent = {"status": "unit", "since": "2025-02-01", "source": "закон"}
    client.post(address("change_status", territory.pk), sent)

    answers = [
        client.post(address("change_status", territory.pk), sent | {"status": "other"} | change)
        for change in ({"since": "2025-01-01"}, {"since": ""}, {"status": "unit"})
    ]

    assert [answer.status_code for answer in answers] == [409, 409, 409]
    assert all('value="закон"' in answer.text for answer in answers)
    assert territory.statuses.count() == 1


def test_a_code_of_another_territory_is_refused(client, staff):
    one, other = TerritoryFactory(), TerritoryFactory()
    client.post(address("change_code", one.pk), {"code": "52654411", "since": ""})

    answer = client.post(address("change_code", other.pk), {"code": "52654411", "since": ""})

    assert (answer.status_code, other.codes.count()) == (409, 0)
    assert 'value="52654411"' in answer.text


def test_villages_are_written_down_and_the_centre_keeps_being_the_centre(client, staff):
    territory = TerritoryFactory()
    centre = territory.places.get(name="Ключи")

    client.post(address("add_village", territory.pk), {"name": "Новая", "population": "12"})
    client.post(address("village", centre.pk), {"name": "Большие Ключи"})
    twice = client.post(address("add_village", territory.pk), {"name": "НОВАЯ"})
    kept = client.post(address("remove_village", centre.pk))
    client.post(address("remove_village", territory.places.get(name="Лесная").pk))

    territory.refresh_from_db()
    assert (twice.status_code, kept.status_code) == (409, 409)
    assert 'value="НОВАЯ"' in twice.text
    assert (territory.centre, territory.villages) == ("Большие Ключи", ["Большие Ключи", "Новая"])


def test_half_a_point_is_not_taken(client, staff):
    territory = TerritoryFactory()
    sent = {"name": "Новая", "latitude": "56.1"}

    assert client.post(address("add_village", territory.pk), sent).status_code == 422


def test_staff_take_a_territory_into_care_and_end_it(client, staff):
    territory, (centre,) = TerritoryFactory(), staff.centres
    foreign = another_centre()

    client.post(address("begin_care", territory.pk, centre))
    assert territory.care.get().until is None
    client.post(address("end_care", territory.pk, centre))
    theirs = client.post(address("begin_care", territory.pk, foreign.pk))

    assert territory.care.get().until is not None
    assert theirs.status_code == 404


def test_what_a_district_has_become_is_written_with_day_and_source(client, staff):
    load_districts()
    tevriz = District.objects.get(name="Тевризский район")
    assert "не подтверждено" in client.get(tevriz.get_absolute_url()).text

    sent = {"kind": "okrug", "name": "Тевризский муниципальный округ", "source": "закон"}
    client.post(address("change_district", tevriz.pk), sent | {"since": "2025-01-01"})

    page = client.get(tevriz.get_absolute_url()).text
    assert "Сейчас: Тевризский муниципальный округ" in page
    assert tevriz.statuses.count() == 2


def test_my_territory_leads_straight_to_the_only_one(client):
    keeper, territory = PersonFactory(), TerritoryFactory()
    client.force_login(keeper)
    assert "пока нет территории" in client.get(address("mine")).text

    admit(territory, keeper, now=NOON, by=keeper)
    assert client.get(address("mine")).url == territory.get_absolute_url()

    admit(TerritoryFactory(name="Вторая"), keeper, now=NOON, by=keeper)
    assert "Вторая" in client.get(address("mine")).text


def test_the_map_has_a_circle_for_a_district_and_the_same_as_a_table(client, staff):
    load_districts()
    tara = District.objects.get(name="Тарский район")
    TerritoryFactory(district=tara)
    placed = TerritoryFactory(name="С точкой", district=tara)
    Village.objects.filter(territory=placed, name="Ключи").update(latitude=54.9, longitude=73.3)

    page = client.get(address("map")).text

    assert page.count('class="mark-at"') == 2
    assert f'href="/territories/?district={tara.pk}"' in page
    assert f'href="{placed.get_absolute_url()}"' in page
    assert "OpenStreetMap" in page


def sent(file):
    return SimpleUploadedFile(file.name, file.read())


def test_a_table_is_looked_through_confirmed_and_brought_in(client, staff):
    load_districts()

    answer = client.post(address("import"), {"table": sent(many(2))}, follow=True)
    assert "Новых территорий: 2." in answer.text
    found = Import.objects.get()
    client.post(address("confirm_import", found.pk))
    again = client.post(address("confirm_import", found.pk))

    assert "Таблица загружена" in client.get(found.get_absolute_url()).text
    assert (again.status_code, Territory.objects.count()) == (409, 2)


def test_mistakes_are_shown_with_row_and_column_and_no_button_to_go_on(client, staff):
    load_districts()
    wrong = table(row(Население="много"), row(Район="Тарскйи район", Территория="Вторая"))

    page = client.post(address("import"), {"table": sent(wrong)}, follow=True).text

    assert "D · Население" in page
    assert "«много» — не целое число." in page
    assert "Может быть, «Тарский район»?" in page
    assert "begin/" not in page


def test_a_file_that_is_no_table_is_refused(client, staff):
    file = SimpleUploadedFile("x.csv", b"\x00\x01\x02")

    assert client.post(address("import"), {"table": file}).status_code == 409
    assert client.post(address("import"), {}).status_code == 422


def test_progress_is_seen_with_and_without_scripts(client, staff):
    load_districts()
    found = imports.look_through(many(3), by=staff, now=NOON)
    imports.confirm(found, by=staff)

    whole = client.get(found.get_absolute_url()).text
    part = client.get(found.get_absolute_url(), headers=HTMX).text
    tasks.bring_in.call(found.pk)
    ended = client.get(found.get_absolute_url(), headers=HTMX).text

    assert 'http-equiv="refresh"' in whole
    assert part.lstrip().startswith('<div id="state"')
    assert "0 из 3" in part
    assert "hx-get" not in ended


def test_a_file_of_a_colleague_is_not_there(client, staff):
    load_districts()
    found = imports.look_through(many(1), by=somebody_with(Role.STAFF), now=NOON)

    assert client.get(found.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_taken_away_comes_in_again_and_changes_nothing(client, staff, kind):
    load_districts()
    tasks.begin(imports.look_through(many(2), by=staff, now=NOON), by=staff)
    answer = client.get(address("export", kind), {"find": "территория"})
    file = SimpleUploadedFile(f"x.{kind}", b"".join(answer.streaming_content))

    page = client.post(address("import"), {"table": file}, follow=True).text

    assert "загружать нечего" in page
    assert Import.objects.latest("pk").report["same"] == 2


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_explains_itself_and_is_not_brought_in(client, staff, kind):
    load_districts()
    answer = client.get(address("import_template", kind))
    content = answer.getvalue() if hasattr(answer, "getvalue") else answer.content
    file = SimpleUploadedFile(f"x.{kind}", content)

    assert len(read(file).rows) == 2
    client.post(address("import"), {"table": file})
    assert Import.objects.get().total == 0


def test_there_is_no_table_of_another_kind(client, staff):
    assert client.get(address("export", "pdf")).status_code == 404
    assert client.get(address("import_template", "pdf")).status_code == 404
