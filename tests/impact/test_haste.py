"""The ledger under haste: pages gone stale, buttons pressed twice, words that must not be lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from peremena.impact import services
from peremena.people.abilities import Role
from peremena.people.services.accounts import give_role
from tests.factories import NOON, another_centre, somebody_with
from tests.impact.money import MILLION, PDF, TODAY, staff_of, submitted, won

pytestmark = pytest.mark.django_db

DAY = TODAY.isoformat()
WIN = {
    "awarded": "1 250 000,50",
    "decided_on": DAY,
    "kind": "fund",
    "document": "17-Г",
    "attribution": "full",
}


@pytest.fixture
def application():
    return submitted()


@pytest.fixture
def staff(application):
    return staff_of(application.project)


@pytest.fixture
def colleague(application):
    return staff_of(application.project)


def at(name, *arguments):
    return reverse(f"impact:{name}", args=arguments)


def as_(client, person):
    client.force_login(person)
    return client


def test_what_was_typed_stays_when_it_is_refused(client, application, staff):
    said = WIN | {"project": application.project.pk, "source": "ООО «Заря»", "kind": "business"}
    as_(client, staff).post(at("add"), said)

    again = client.post(at("add"), said | {"document": "17–Г"})

    assert again.status_code == 409
    assert "уже записано" in again.text
    assert all(words in again.text for words in ("ООО «Заря»", "1 250 000,50", "17–Г"))


def test_nobody_confirms_a_sum_they_have_not_seen(client, application, staff, colleague):
    award = won(application, staff)
    seen = as_(client, colleague).get(award.get_absolute_url()).text
    services.change(award, awarded=MILLION * 2, why="Опечатка", by=staff, now=NOON)

    refused = client.post(at("verify", award.pk), {"seen": 1})

    award.refresh_from_db()
    assert 'name="seen" value="1"' in seen
    assert (refused.status_code, award.is_verified) == (409, False)
    assert client.post(at("verify", award.pk), {"seen": 2}).status_code == 302


def test_a_correction_from_an_old_page_overwrites_nothing_unseen(client, application, staff):
    award = won(application, staff)
    services.change(award, awarded=MILLION * 2, why="Опечатка", by=staff, now=NOON)
    said = WIN | {"why": "Сверили с приказом", "seen": 1}

    refused = as_(client, staff).post(at("change", award.pk), said)

    award.refresh_from_db()
    assert (refused.status_code, award.awarded) == (409, MILLION * 2)
    assert "Сверили с приказом" in refused.text
    assert client.post(at("change", award.pk), said | {"seen": 2}).status_code == 302
    assert client.post(at("change", award.pk), said | {"seen": 3}).status_code == 409


def test_a_button_pressed_twice_counts_once(client, application, staff):
    award = won(application, staff)
    payment = {"amount": "250 000", "on": DAY, "number": ""}
    gift_of_firm = {"kind": "business", "form": "money", "paid": "5 000"}
    as_(client, staff)

    paid = [client.post(at("pay", application.pk), payment).status_code for _ in "12"]
    given = [client.post(at("contribute", award.pk), gift_of_firm).status_code for _ in "12"]

    award.refresh_from_db()
    assert (paid, given) == ([302, 409], [302, 409])
    assert (award.paid, award.contributions.count()) == (250_000, 1)
    assert client.post(at("pay", application.pk), payment | {"number": "6"}).status_code == 302


def test_names_are_told_only_of_ones_own_centre(client, application, staff):
    other = another_centre()
    observer = somebody_with(Role.OBSERVER, centre=application.project.centre)
    give_role(observer, Role.STAFF, centre=other, now=NOON)
    won(application, staff)

    table = as_(client, observer).get(at("export", "csv")).getvalue().decode()

    assert "Президентские гранты" in table
    assert str(staff) not in table
    assert str(application.project.memberships.get().person) not in table


def test_a_file_that_the_store_has_lost_is_no_broken_page(client, application, staff):
    award = won(application, staff, file=SimpleUploadedFile("order.pdf", PDF))
    award.file.storage.delete(award.file.name)

    assert as_(client, staff).get(at("evidence", award.pk)).status_code == 409


@pytest.mark.parametrize("year", ["0", "24", "99999"])
def test_a_year_that_cannot_be_is_not_asked(client, application, staff, year):
    won(application, staff)

    assert as_(client, staff).get(at("ledger"), {"year": year}).status_code == 200
    assert client.get(at("decisions"), {"year": year}).status_code == 200
    said = WIN | {"project": application.project.pk, "source": "Заря", "decided_on": "01.01.0024"}
    assert client.post(at("add"), said).status_code == 422
