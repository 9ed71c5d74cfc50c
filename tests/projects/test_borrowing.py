"""A fact or a resource comes into a project with one press and stays linked to its source."""

import pytest
from django.urls import reverse

from peremena.drafts import services as drafts
from peremena.drafts.paths import find
from peremena.journal.models import Entry
from peremena.people.abilities import Role
from peremena.places import services as places
from peremena.places.models import PassportBlock, Territory
from peremena.places.rules import Layer
from peremena.places.services import resources
from peremena.places.services.resources import Told
from peremena.projects import borrowing
from peremena.projects.borrowing import Refusal, Thing, Use, fields, news, renewed, why_not_take
from peremena.projects.brief import Section
from peremena.projects.models import Borrowed
from peremena.projects.queries import brief_of
from peremena.projects.services import projects
from tests.factories import (
    NOON,
    DistrictFactory,
    PersonFactory,
    example,
    member_of,
    project_of,
    somebody_with,
)

POND = Thing(
    what="resource:17",
    title="Пруд за школой",
    source="Карта ресурсов: Ключи",
    where="Ключи, за школой",
    layer="physical",
    said={"title": "Пруд за школой", "where": "Ключи, за школой"},
)
PEOPLE = Thing(
    what="fact:5:people:population",
    title="Население",
    number="1140",
    unit="чел.",
    as_of="2026",
    source="Паспорт: Ключи, 2026, похозяйственная книга",
    where="Ключи",
    said={"number": "1140", "as_of": "2026", "source": "похозяйственная книга"},
)


@pytest.mark.parametrize(
    ("thing", "use", "expected"),
    [
        (
            POND,
            Use.FACT,
            {
                "text": "Пруд за школой",
                "place": "Ключи, за школой",
                "source": "Карта ресурсов: Ключи",
            },
        ),
        (POND, Use.PLAN, {"title": "Пруд за школой", "place": "Ключи, за школой"}),
        (
            POND,
            Use.BUDGET,
            {"title": "Пруд за школой", "source": "in_kind", "comment": "Карта ресурсов: Ключи"},
        ),
        (POND, Use.ASSET, {"title": "Пруд за школой", "layer": "physical"}),
        (
            PEOPLE,
            Use.FACT,
            {
                "text": "Население",
                "number": "1140",
                "unit": "чел.",
                "place": "Ключи",
                "source": "Паспорт: Ключи, 2026, похозяйственная книга",
            },
        ),
    ],
)
def test_what_is_written_into_the_row(thing, use, expected):
    assert fields(thing, use) == expected


@pytest.mark.parametrize(
    ("thing", "use", "is_there", "expected"),
    [
        (POND, Use.BUDGET, False, None),
        (POND, Use.BUDGET, True, Refusal.THERE_ALREADY),
        (PEOPLE, Use.FACT, False, None),
        (PEOPLE, Use.BUDGET, False, Refusal.DOES_NOT_FIT),
    ],
)
def test_why_not_take(thing, use, is_there, expected):
    assert why_not_take(thing, use, is_there=is_there) == expected


def test_only_what_changed_at_the_source_changes_in_the_row():
    was = dict(PEOPLE.said, number="1100")

    assert news(PEOPLE, was) == {"number"}
    assert renewed(PEOPLE, Use.FACT, was) == {"number": "1140", "unit": "чел."}
    assert renewed(PEOPLE, Use.FACT, PEOPLE.said) == {}


def test_a_new_source_never_changes_the_payer_of_a_line():
    assert "source" not in renewed(POND, Use.BUDGET, {"source": "x"})


@pytest.fixture
def leader(client, db):
    person = PersonFactory()
    client.force_login(person)
    return person


@pytest.fixture
def project(leader):
    return project_of(leader, brief=example())


@pytest.fixture
def pond(project, leader):
    told = Told(title="Пруд за школой", layer=Layer.PHYSICAL, whereabouts="за школой")
    return resources.add(project.territory, told, by=leader, now=NOON)


def population(territory, value, by, as_of="2026-01-01"):
    content = {"population": {"value": value, "as_of": as_of, "source": "похозяйственная книга"}}
    block = PassportBlock.objects.filter(territory=territory, name="people").first()
    if block:
        block.draft.content = content
        block.draft.save()
        return
    draft = drafts.open_draft("passport.people", content, by=by, now=NOON)
    PassportBlock.objects.create(territory=territory, name="people", draft=draft)


def begun_by(leader):
    """Every page of it is still blank."""
    told = {"title": "Каток", "village": "Ключи", "profile": "ngo"}
    return projects.begin(**told, district=DistrictFactory(), by=leader, now=NOON)


def press(client, project, what, to):
    return client.post(reverse("projects:borrow", args=[project.pk]), {"what": what, "to": to})


def section(client, project, name):
    return client.get(reverse("projects:section", args=[project.pk, name])).text


def content(project, name):
    return project.sections.select_related("draft").get(name=name).draft.content


@pytest.mark.parametrize("use", Use)
def test_a_resource_becomes_a_row_with_its_source(client, project, pond, use):
    response = press(client, project, f"resource:{pond.pk}", use)

    link = Borrowed.objects.get()
    row = find(content(project, borrowing.SECTIONS[use]), link.row)
    assert response.headers["Location"].startswith(
        reverse("projects:section", args=[project.pk, borrowing.SECTIONS[use]])
    )
    assert row["text" if use is Use.FACT else "title"] == "Пруд за школой"
    assert (link.resource, link.was) == (pond, {"title": "Пруд за школой", "where": "за школой"})
    assert "С карты ресурсов" in section(client, project, borrowing.SECTIONS[use])
    assert brief_of(project)  # still a brief that can be read and taken along


def test_a_resource_in_the_budget_is_our_own_share_without_a_made_up_sum(client, project, pond):
    press(client, project, f"resource:{pond.pk}", Use.BUDGET)

    line = brief_of(project).budget[-1]
    assert (line.title, line.source, line.sum, line.price) == (
        "Пруд за школой",
        "in_kind",
        None,
        None,
    )


def test_a_fact_brings_its_number_day_and_source(client, project, leader):
    population(project.territory, 1140, leader)

    press(client, project, f"fact:{project.territory_id}:people:population", Use.FACT)

    fact = brief_of(project).problem.facts[-1]
    assert (fact.number, fact.date.isoformat(), fact.place) == (
        1140,
        "2026-01-01",
        "Ключевская территория",
    )
    assert "похозяйственная книга" in fact.source
    assert "Из паспорта" in section(client, project, Section.PROBLEM)


@pytest.mark.parametrize("use", Use)
def test_a_project_that_has_only_just_begun_can_take_a_resource(client, leader, pond, use):
    pond.territory = (begun := begun_by(leader)).territory
    pond.save()

    response = press(client, begun, f"resource:{pond.pk}", use)

    assert response.status_code == 302
    assert find(content(begun, borrowing.SECTIONS[use]), Borrowed.objects.get().row)


def test_the_same_thing_is_not_taken_twice_into_one_place(client, project, pond):
    first = press(client, project, f"resource:{pond.pk}", Use.PLAN)
    again = press(client, project, f"resource:{pond.pk}", Use.PLAN)
    elsewhere = press(client, project, f"resource:{pond.pk}", Use.BUDGET)

    assert [one.status_code for one in (first, again, elsewhere)] == [302, 409, 302]
    assert [row.title for row in brief_of(project).plan].count("Пруд за школой") == 1


def test_a_row_that_was_removed_forgets_its_source_and_can_be_taken_again(client, project, pond):
    press(client, project, f"resource:{pond.pk}", Use.PLAN)
    row = Borrowed.objects.get().row
    draft = project.sections.get(name="plan").draft
    client.post(
        reverse("projects:section", args=[project.pk, "plan"]),
        {"base": str(draft.version), "operation": "3f2a9c1e-0001", "do": f"remove:{row}"},
    )
    without = section(client, project, "plan")

    again = press(client, project, f"resource:{pond.pk}", Use.PLAN)

    assert "С карты ресурсов" not in without
    assert again.status_code == 302
    assert Borrowed.objects.count() == 1


def test_what_is_new_in_the_passport_is_offered_and_taken_with_one_press(client, project, leader):
    population(project.territory, 1100, leader)
    press(client, project, f"fact:{project.territory_id}:people:population", Use.FACT)
    link = Borrowed.objects.get()
    own = f"{link.row}.text"
    draft = project.sections.get(name="problem").draft
    client.post(
        reverse("projects:section", args=[project.pk, "problem"]),
        {"base": str(draft.version), "operation": "3f2a9c1e-0002", own: "Нас осталось столько"},
    )
    same = section(client, project, "problem")
    population(project.territory, 1040, leader, "2027-01-01")
    changed = section(client, project, "problem")

    client.post(reverse("projects:renew", args=[project.pk]), {"link": link.pk})

    fact = brief_of(project).problem.facts[-1]
    assert "Взять новое" not in same
    assert "Взять новое" in changed
    assert (fact.text, fact.number, fact.date.year) == ("Нас осталось столько", 1040, 2027)
    assert "Взять новое" not in section(client, project, "problem")


def test_a_source_that_is_gone_is_said_and_the_row_stays(client, project, pond, leader):
    press(client, project, f"resource:{pond.pk}", Use.PLAN)
    resources.remove(pond, by=leader, now=NOON)

    assert "Источника больше нет" in section(client, project, "plan")
    assert brief_of(project).plan[-1].title == "Пруд за школой"


def test_what_the_project_can_take_is_offered_with_what_it_has(client, project, pond, leader):
    population(project.territory, 1140, leader)
    page = reverse("projects:borrow", args=[project.pk])
    press(client, project, f"resource:{pond.pk}", Use.FACT)

    facts = client.get(page, {"to": "fact"}).context["offered"]
    money = client.get(page, {"to": "budget"}).context["offered"]

    numbers = {one.thing.number: one.is_taken for one in facts if one.thing.number}
    assert numbers["1140"] is False
    assert {one.thing.title: one.is_taken for one in facts}["Пруд за школой"] is True
    assert [one.thing.title for one in money] == ["Пруд за школой"]


def test_from_a_resource_one_sees_only_projects_one_writes(client, project, pond):
    other = project_of(PersonFactory())
    reader = member_of(project, "reader")

    page = client.get(reverse("projects:take"), {"what": f"resource:{pond.pk}"})
    client.force_login(reader)
    places.admit(project.territory, reader, now=NOON, by=reader)
    read = client.get(reverse("projects:take"), {"what": f"resource:{pond.pk}"})

    assert list(page.context["projects"]) == [project]
    assert list(read.context["projects"]) == []
    assert other not in page.context["projects"]


@pytest.mark.parametrize(
    "what", ["", "x", "resource:", "resource:999999", "fact:1", "fact:999:people:population",
             "resource:1e9", "fact:" + "9" * 40 + ":people:x", "resource:١"]
)  # fmt: skip
def test_what_is_not_there_cannot_be_taken(client, project, what):
    assert press(client, project, what, Use.FACT).status_code == 404
    assert client.get(reverse("projects:take"), {"what": what}).status_code == 404


def test_nobody_takes_from_a_passport_that_is_closed_to_them(client, project, leader):
    other = project_of(other_leader := PersonFactory())
    told = Told(title="Секретный родник", layer=Layer.PHYSICAL)
    spring = resources.add(other.territory, told, by=other_leader, now=NOON)
    population(other.territory, 77, other_leader)

    for what in (f"resource:{spring.pk}", f"fact:{other.territory_id}:people:population"):
        assert press(client, project, what, Use.FACT).status_code == 404
        assert client.get(reverse("projects:take"), {"what": what}).status_code == 404


def test_a_reader_of_the_team_cannot_take(client, project, pond):
    reader = member_of(project, "reader")
    places.admit(project.territory, reader, now=NOON, by=reader)
    client.force_login(reader)

    response = press(client, project, f"resource:{pond.pk}", Use.PLAN)

    assert response.status_code == 409
    assert not Borrowed.objects.exists()


def test_staff_take_on_behalf_of_the_leader(client, project, pond, leader):
    staff = somebody_with(Role.STAFF, centre=project.centre)
    places.take_care(
        Territory.objects.get(pk=project.territory_id), project.centre, now=NOON, by=staff
    )
    client.force_login(staff)

    press(client, project, f"resource:{pond.pk}", Use.PLAN)

    revision = project.sections.get(name="plan").draft.revisions.order_by("-version").first()
    assert (revision.author, revision.on_behalf_of) == (staff, leader)
    assert Entry.objects.get(deed="projects.row.borrowed").on_behalf_of == leader
