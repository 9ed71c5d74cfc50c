"""The passport as those see it who keep it, help with it, read it, or are strangers."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from peremena.drafts.protocol import SaveRequest
from peremena.people.abilities import Role
from peremena.people.models import Trust
from peremena.places import services as places
from peremena.places.models import PassportBlock, Post, Resource, Village
from peremena.places.passport import Block
from peremena.places.queries import passports as queries
from peremena.places.queries.years import years_table
from peremena.places.services import passports as services
from peremena.places.services import publishing
from tests.factories import NOON, PersonFactory, TerritoryFactory, known, somebody_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def territory():
    return TerritoryFactory(population=1140, population_year=2025)


@pytest.fixture
def head(territory):
    person = known(PersonFactory(name="Вера", surname="Зорина"))
    Post.objects.create(person=person, territory=territory, title="глава", since=NOON)
    return person


@pytest.fixture
def staff(territory):
    person = somebody_with(Role.STAFF)
    places.take_care(territory, person.registrations.get().centre, now=NOON, by=person)
    return person


def page(name, territory, *rest):
    return reverse(f"places:{name}", args=[territory.pk, *rest])


def save(fields, *, base=1, key="operation-0001", rows=None):
    return SaveRequest(operation=key, base=base, fields=fields, rows=rows or {})


def write(territory, block, fields, *, by, now=NOON, key="operation-0001", rows=None):
    row = services.open_block(territory, block, by=by, now=now)
    sent = save(fields, base=row.draft.version, key=key, rows=rows)
    return services.write(row, sent, by=by, now=now)


def test_the_next_question_skips_what_the_school_knows_already(client, territory, head):
    client.force_login(head)

    text = client.get(page("passport", territory)).text

    assert "Чем территория считается сейчас" in text
    assert f'href="{page("block", territory, "identity")}#f-status-kind"' in text
    assert "Главных ответов: 2 из 14" in text.replace("\xa0", " ")
    assert not PassportBlock.objects.exists()


def test_opening_a_block_begins_it_with_what_is_known(client, territory, head):
    client.force_login(head)

    text = client.get(page("block", territory, "people")).text

    assert 'value="1\xa0140"' in text
    assert PassportBlock.objects.get().draft.content == {
        "population": {"value": 1140, "as_of": "2025", "source": ""}
    }


def test_what_is_typed_is_kept_and_the_lists_follow(client, territory, head):
    client.force_login(head)
    client.get(page("block", territory, "people"))
    body = {"operation": "operation-0001", "base": 1, "fields": {"population.value": "1 109"}}

    answer = client.post(
        page("block", territory, "people"), json.dumps(body), content_type="application/json"
    )

    assert (answer.status_code, answer.json()["version"]) == (200, 2)
    territory.refresh_from_db()
    assert territory.population == 1109


def test_staff_and_the_heads_helper_write_on_behalf_of_the_head(client, territory, head, staff):
    helper = known(PersonFactory())
    Trust.objects.create(person=head, helper=helper, since=NOON)

    for number, person in enumerate((head, staff, helper)):
        write(territory, Block.PEOPLE, {"men.value": str(number + 1)}, by=person,
              key=f"operation-{number}")  # fmt: skip

    last = PassportBlock.objects.get().draft.revisions.order_by("version")
    assert [(one.author, one.on_behalf_of) for one in last][1:] == [
        (head, None),
        (staff, head),
        (helper, head),
    ]
    client.force_login(staff)
    assert "от имени: " in client.get(page("block", territory, "people")).text
    assert "от имени: " in client.get(page("block_versions", territory, "people")).text


def test_an_expert_reads_and_comments_and_writes_nothing(client, territory, head, staff):
    write(territory, Block.PEOPLE, {"men.value": "540"}, by=head)
    client.force_login(somebody_with(Role.EXPERT))
    people = page("block", territory, "people")

    text = client.get(people).text
    said = client.post(
        page("comment_block", territory, "people"),
        {"do": "say:men.value", "say:men.value": "Откуда число?"},
    )
    refused = client.post(people, {"base": "1", "operation": "operation-0002", "men.value": "1"})

    assert 'id="draft"' not in text
    assert said.status_code == 302
    assert refused.status_code == 409
    assert client.get(page("block", territory, "land")).status_code == 200
    assert PassportBlock.objects.count() == 1
    assert "Откуда число?" in client.get(people).text


@pytest.mark.parametrize(
    "name", ["passport", "years", "card", "publishing", "block", "block_versions", "public"]
)
def test_strangers_do_not_learn_what_stands_in_it(client, territory, head, name):
    write(territory, Block.PEOPLE, {"men.value": "540"}, by=head)
    rest = ["people"] if "block" in name else []
    client.force_login(PersonFactory())

    assert client.get(page(name, territory, *rest)).status_code == 404


def test_an_earlier_version_comes_back(client, territory, head):
    write(territory, Block.PEOPLE, {"population.value": "7"}, by=head)
    client.force_login(head)
    first = PassportBlock.objects.get().draft.revisions.get(version=1)

    client.post(page("restore_block", territory, "people", first.pk))

    territory.refresh_from_db()
    assert territory.population == 1140


def test_a_village_is_renamed_while_its_name_is_typed(territory, head):
    services.open_block(territory, Block.IDENTITY, by=head, now=NOON)
    there = [row["id"] for row in PassportBlock.objects.get().draft.content["villages"]]
    order = {"villages": [*there, "new"]}

    for number, name in enumerate(("Б", "Бере", "Берёзовка")):
        write(territory, Block.IDENTITY, {"villages.new.name": name}, by=head,
              key=f"operation-{number}", rows=order)  # fmt: skip
    write(territory, Block.IDENTITY, {"villages.new.population": "31"}, by=head,
          key="operation-4", rows=order)  # fmt: skip

    found = Village.objects.order_by("pk").values_list("name", "population")
    assert list(found) == [("Ключи", None), ("Лесная", None), ("Берёзовка", 31)]


def test_a_village_leaves_the_list_unless_a_resource_lies_in_it(territory, head):
    services.open_block(territory, Block.IDENTITY, by=head, now=NOON)
    Resource.objects.create(
        territory=territory, village=Village.objects.get(name="Лесная"), title="Кузница",
        layer="physical", added_by=head, added_at=NOON, changed_at=NOON,
    )  # fmt: skip

    write(territory, Block.IDENTITY, {}, by=head, rows={"villages": []})

    assert [village.name for village in Village.objects.all()] == ["Лесная"]


def test_the_numbers_stand_in_their_years(client, territory, head):
    row = services.open_block(territory, Block.PEOPLE, by=head, now=NOON)
    for number, (value, year) in enumerate([("1109", "2026"), ("1150", "2024")], 1):
        fields = {"population.value": value, "population.as_of": year}
        write(territory, Block.PEOPLE, fields, by=head, key=f"operation-{number}",
              now=NOON + timedelta(hours=number))  # fmt: skip
    assert row.draft.revisions.count() == 3

    with translation.override("ru"):
        (line,) = years_table(territory).lines

    assert [(cell.year, cell.words, cell.change, cell.said) for cell in line.cells] == [
        (2024, "1\xa0150", "", ""),
        (2025, "1\xa0140", "−10 (−1\xa0%)", "меньше на 10"),
        (2026, "1\xa0109", "−31 (−3\xa0%)", "меньше на 31"),
    ]
    client.force_login(head)
    assert "меньше на 31" in client.get(page("years", territory)).text


def test_completeness_of_many_asks_as_often_as_of_one(django_assert_num_queries, territory, head):
    more = [TerritoryFactory() for _ in range(3)]
    for one in (territory, *more):
        services.open_blocks(one, by=head, now=NOON)

    with django_assert_num_queries(3):
        found = queries.completeness_of([territory, *more])

    assert {pk: one.filled for pk, one in found.items()} == {
        territory.pk: 2,
        **{one.pk: 2 for one in more},
    }


def test_the_card_is_a_pdf_for_those_who_read_the_passport(client, territory, head):
    client.force_login(head)

    found = client.get(page("card", territory))

    assert (found.status_code, found["Content-Type"]) == (200, "application/pdf")
    assert "Cache-Control" in found
    assert found.content == client.get(page("card", territory)).content


# what everybody sees

SECRET = "Тайна-555-01-01"


@pytest.fixture
def told(territory, head):
    """Something in every place of every block, so that whatever leaks is seen."""
    for number, (block, row) in enumerate(
        services.open_blocks(territory, by=head, now=NOON).items()
    ):
        fields = queries.words_of(block).fields
        lists = queries.words_of(block).rows
        typed = {path: f"{SECRET} {path}" for path in fields if path.partition(".")[0] not in lists}
        rows = {f"{key.replace('.', '.r1.', 1)}": f"{SECRET} {key}" for key in fields
                if key.partition(".")[0] in lists}  # fmt: skip
        order = {name: ["r1"] for name in lists}
        sent = save(typed | rows, key=f"operation-{number}", rows=order)
        services.write(row, sent, by=head, now=NOON)
    return territory


def test_nothing_is_shown_until_somebody_ticks_it(client, told):
    assert client.get(page("public", told)).status_code == 404


def test_only_what_is_ticked_is_on_the_page(client, told, head):
    everything = {block: queries.words_of(block).fields for block in Block}
    for block, fields in everything.items():
        for name in {path.partition(".")[0] for path in fields} - {"known"}:
            publishing.publish(told, {block: [name]}, by=head, now=NOON)
            response = client.get(page("public", told))

            if response.status_code == 404:
                continue
            shown = {part.split("<")[0].strip() for part in response.text.split(SECRET)[1:]}
            allowed = {path for path in fields if path.partition(".")[0] == name}
            assert shown <= allowed | {"known.source"}, (block, name)
            assert not any("contact" in path or "leader" in path for path in shown)


def test_what_is_personal_cannot_be_ticked_at_all(client, told, head):
    client.force_login(head)
    forged = {"society": "bodies", "identity": "contact", "people": ["alone", "disabled"]}

    text = client.get(page("publishing", told)).text
    client.post(page("publishing", told), forged | {"do": "show"})
    client.logout()
    public = client.get(page("public", told)).text

    assert 'value="contact"' not in text
    assert 'value="alone"' not in text
    assert f"{SECRET} bodies.name" in public
    for path in ("bodies.leader", "bodies.contact", "contact"):
        assert f"{SECRET} {path}" not in public
        assert f"{SECRET} {path}" not in text


def test_a_look_beforehand_shows_it_to_nobody_else(client, told, head):
    client.force_login(head)

    look = client.post(page("publishing", told), {"do": "look", "identity": ["address"]})

    assert f"{SECRET} address" in look.text
    client.logout()
    assert client.get(page("public", told)).status_code == 404


def test_hiding_works_at_once(client, told, head):
    publishing.publish(told, {Block.IDENTITY: ["address"]}, by=head, now=NOON)
    shown = client.get(page("public", told))
    client.force_login(head)

    client.post(page("publishing", told), {"do": "hide"})

    assert (shown.status_code, shown["Cache-Control"]) == (200, "private, no-cache")
    assert client.get(page("public", told)).status_code == 404


def test_only_resources_that_are_shown_are_on_the_page(client, territory, head):
    common = {"territory": territory, "layer": "stories", "added_by": head, "added_at": NOON,
              "changed_at": NOON}  # fmt: skip
    Resource.objects.create(**common, title="Троица на Ключах", is_shown=True)
    Resource.objects.create(**common, title="Ещё не показано")
    Resource.objects.create(**common, title="Убрано", is_shown=True, removed_at=NOON)

    text = client.get(page("public", territory)).text

    assert "Троица на Ключах" in text
    assert "Ещё не показано" not in text
    assert "Убрано" not in text


def test_a_neighbour_sees_what_is_sought_only_when_it_is_shown(client, territory, head):
    near = TerritoryFactory(name="Соседняя", district=territory.district)
    keeper = known(PersonFactory())
    places.admit(near, keeper, now=NOON, by=keeper)
    write(near, Block.EXCHANGE, {"sought.r1.text": "холодильная витрина"}, by=keeper,
          rows={"sought": ["r1"]})  # fmt: skip
    client.force_login(head)

    before = client.get(page("passport", territory)).text
    publishing.publish(near, {Block.EXCHANGE: ["sought"]}, by=keeper, now=NOON)
    after = client.get(page("passport", territory)).text

    assert "холодильная витрина" not in before
    assert "холодильная витрина" in after
