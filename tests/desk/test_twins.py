"""The page of twins: who is like us, why, what they have done; nothing that is not published."""

import pytest
from django.urls import reverse

from peremena.drafts import services as drafts
from peremena.places import services as places
from peremena.places.models import PassportBlock
from peremena.projects.brief import Brief
from tests.factories import NOON, PersonFactory, TerritoryFactory, project_of

pytestmark = pytest.mark.django_db

SECRETS = ("Тайный староста", "Секретная просьба", "31415", "Скрытый проект")


@pytest.fixture
def keeper(client):
    client.force_login(person := PersonFactory())
    return person


@pytest.fixture
def own(keeper):
    territory = TerritoryFactory(name="Своя территория", population=1140)
    places.admit(territory, keeper, now=NOON, by=keeper)
    return territory


def block(territory, name, content, *, shown=()):
    draft = drafts.open_draft(f"passport.{name}", content, by=PersonFactory(), now=NOON)
    PassportBlock.objects.create(territory=territory, name=name, draft=draft, shown=list(shown))


def page(client, territory):
    return client.get(reverse("desk:twins", args=[territory.pk]))


def test_a_twin_is_shown_with_its_reasons(client, own):
    block(own, "institutions", {"clinic": {"value": "none"}, "school": {"value": "here"}})
    twin = TerritoryFactory(name="Похожая территория", population=1096)
    there = {"clinic": {"value": "closed"}, "school": {"value": "here"}}
    block(twin, "institutions", there, shown=["clinic", "school"])

    text = page(client, own).text

    assert "Похожая территория" in text
    assert "тоже около 1\xa0100 жителей" in text
    assert "тоже нет ФАПа" in text
    assert "тоже есть школа" in text
    assert reverse("places:public", args=[twin.pk]) in text


def test_nothing_unpublished_of_others_is_on_the_page(client, own):
    block(own, "plans", {"requests": [{"id": "r1", "text": "Колодец пересыхает"}]})
    twin = project_of(PersonFactory(), brief=Brief.model_validate({
        "project": {"title": "Скрытый проект"}, "problem": {"core": "Вода из колодца ржавая"},
    })).territory  # fmt: skip
    block(twin, "society", {"bodies": [{"id": "b1", "name": "ТОС", "leader": "Тайный староста"}]},
          shown=["bodies"])  # fmt: skip
    block(twin, "plans", {"requests": [{"id": "r1", "text": "Секретная просьба: колодец"}]})
    block(twin, "people", {"alone": {"value": 31415}, "older": {"value": 342}}, shown=["alone"])

    text = page(client, own).text

    assert str(twin) in text
    assert [secret for secret in SECRETS if secret in text] == []
    assert "та же забота" not in text


def test_cases_about_the_same_worries_stand_beside(client, own):
    block(own, "plans", {"requests": [{"id": "r1", "text": "Хоккейная коробка для детей"}]})

    found = page(client, own).context["found"]

    assert found.cases
    assert all(card.rural for card in found.cases)
    assert "спорт" in found.worries


def test_where_nobody_is_alike_the_page_says_what_to_do(client, own):
    assert "Двойник пока не нашёлся" in page(client, own).text


def test_strangers_do_not_see_it(client, own):
    client.force_login(PersonFactory())

    assert page(client, own).status_code == 404
