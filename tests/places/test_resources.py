"""The map of resources: what is added, shown, removed, and who sees the photos."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from peremena.journal.models import Entry
from peremena.kit.files import examined_photo
from peremena.people.abilities import Role
from peremena.people.services import centre_meant
from peremena.places import services as places
from peremena.places import showing
from peremena.places.models import Resource
from peremena.places.rules import Layer
from peremena.places.services import resources
from peremena.places.services.resources import Told
from tests.factories import NOON, PersonFactory, TerritoryFactory, somebody_with
from tests.places.photos import photo

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def territory():
    return TerritoryFactory()


@pytest.fixture
def keeper(territory, client):
    person = PersonFactory()
    places.admit(territory, person, now=NOON, by=person)
    client.force_login(person)
    return person


def added(territory, by, title="Пруд", **told):
    told = {"layer": Layer.PHYSICAL} | told
    return resources.add(territory, Told(title=title, **told), by=by, now=NOON)


def address(name, *arguments):
    return reverse(f"places:{name}", args=arguments)


def deeds():
    return list(
        Entry.objects.filter(deed__startswith="places.resource").values_list("deed", flat=True)
    )


SENT = {"layer": "stories", "title": "Масленица у реки", "operation": "3f2a9c1e0001"}
PARCEL = {"accept": "application/json"}


def test_a_resource_that_waited_on_a_phone_arrives_once_however_often_it_is_sent(
    client, keeper, territory
):
    adding = address("add_resource", territory.pk)

    answers = [client.post(adding, SENT, headers=PARCEL).json() for _turn in range(2)]

    assert answers == [{"address": address("resources", territory.pk)}] * 2
    assert Resource.objects.count() == 1
    assert deeds() == ["places.resource.added"]


def test_an_old_page_sent_again_with_other_words_is_another_resource(client, keeper, territory):
    for title in ("Масленица у реки", "Троица в роще"):
        client.post(address("add_resource", territory.pk), SENT | {"title": title})

    assert Resource.objects.count() == 2


def test_why_a_resource_that_waited_is_not_taken_is_told_field_by_field(client, keeper, territory):
    sent = SENT | {"point": "где-то там"}

    response = client.post(address("add_resource", territory.pk), sent, headers=PARCEL)

    told = {"errors": {"point": "Напишите два числа, например 55.1234, 73.3821."}}
    assert (response.status_code, response.json()) == (422, told)
    assert not Resource.objects.exists()


def test_a_title_is_enough(client, keeper, territory):
    response = client.post(
        address("add_resource", territory.pk), {"layer": "stories", "title": "Масленица у реки"}
    )

    resource = Resource.objects.get()
    assert response.headers["Location"] == address("resources", territory.pk)
    assert (resource.title, resource.layer, resource.on_behalf_of) == (
        "Масленица у реки",
        "stories",
        None,
    )
    assert (resource.is_shown, resource.added_by, deeds()) == (
        False,
        keeper,
        ["places.resource.added"],
    )


def test_first_a_layer_is_chosen(client, keeper, territory):
    page = client.get(address("add_resource", territory.pk)).text

    assert all(f"?layer={layer}" in page for layer in Layer)


@pytest.mark.parametrize(
    "sent",
    [
        {"layer": "stories", "title": ""},
        {"layer": "stories", "title": "П" * 201},
        {"layer": "stories", "title": "Пруд", "point": "у школы"},
        {"layer": "stories", "title": "Пруд", "point": "155, 73"},
        {"layer": "stories", "title": "Пруд", "village": "999999"},
    ],
)
def test_what_is_not_whole_is_asked_again_and_nothing_is_lost(client, keeper, territory, sent):
    response = client.post(address("add_resource", territory.pk), sent | {"story": "Слова деда"})

    assert response.status_code == 422
    assert "Слова деда" in response.text
    assert not Resource.objects.exists()


@pytest.mark.parametrize("typed", ["55.1234, 73.3821", "55,1234; 73,3821", " 55.1234 73.3821 "])
def test_a_point_is_read_however_it_was_copied(client, keeper, territory, typed):
    client.post(
        address("add_resource", territory.pk),
        {"layer": "physical", "title": "Пруд", "point": typed},
    )

    resource = Resource.objects.get()
    assert (resource.latitude, resource.longitude) == (55.1234, 73.3821)


def test_half_a_point_is_no_point(territory, keeper):
    resource = added(territory, keeper)

    with pytest.raises(IntegrityError), transaction.atomic():
        Resource.objects.filter(pk=resource.pk).update(latitude=55)


def test_staff_write_on_behalf_of_the_head(client, territory):
    head, staff = PersonFactory(), somebody_with(Role.STAFF)
    territory.posts.create(person=head, title="Глава", since=None)
    places.take_care(territory, centre_meant(), now=NOON, by=staff)
    client.force_login(staff)

    client.post(address("add_resource", territory.pk), {"layer": "people", "title": "Печник"})

    resource = Resource.objects.get()
    assert (resource.added_by, resource.on_behalf_of) == (staff, head)
    assert Entry.objects.get(deed="places.resource.added").on_behalf_of == head


def test_the_head_reads_how_staff_learned_of_a_resource(client, territory):
    head, staff = PersonFactory(), somebody_with(Role.STAFF)
    territory.posts.create(person=head, title="Глава", since=None)
    places.take_care(territory, centre_meant(), now=NOON, by=staff)
    client.force_login(staff)
    told = {"layer": "stories", "title": "Масленица у реки", "heard": "phone"}

    asked = client.get(address("add_resource", territory.pk) + "?layer=stories").text
    client.post(address("add_resource", territory.pk), told)
    client.post(address("show_resource", Resource.objects.get().pk), {"shown": "yes"})
    client.force_login(head)
    page = client.get(reverse("desk:written_for_me")).text

    assert "Откуда вы знаете, что писать?" in asked
    assert page.count("Сказано по телефону") == 2  # it holds for the rest of the day
    assert "Сказано по телефону" in client.get(reverse("desk:my_deeds")).text


def test_who_writes_for_oneself_is_not_asked_how_they_know(client, keeper, territory):
    page = client.get(address("add_resource", territory.pk) + "?layer=stories").text
    client.post(
        address("add_resource", territory.pk), {"layer": "stories", "title": "Пруд", "heard": "?"}
    )

    assert "Откуда вы знаете" not in page
    assert Entry.objects.get(deed="places.resource.added").details == {}


def test_what_is_written_is_shown_as_words(client, keeper, territory):
    resource = added(territory, keeper, HOSTILE, story=HOSTILE, season=HOSTILE, owner=HOSTILE)

    for page in (resource.get_absolute_url(), address("resources", territory.pk)):
        assert HOSTILE not in client.get(page).text


def test_removed_by_mistake_comes_back(client, keeper, territory):
    resource = added(territory, keeper)

    answer = client.post(address("remove_resource", resource.pk), follow=True)
    gone = client.get(resource.get_absolute_url()).status_code
    client.post(address("put_back_resource", resource.pk))

    assert address("put_back_resource", resource.pk) in answer.text
    assert gone == 404
    assert client.get(resource.get_absolute_url()).status_code == 200
    assert deeds()[1:] == ["places.resource.removed", "places.resource.put-back"]


def test_after_a_month_it_is_gone_with_its_photo(client, keeper, territory):
    resource = added(territory, keeper, photo=examined())
    resources.remove(resource, by=keeper, now=timezone.now() - timedelta(days=31))
    files = resource.photo.name, resource.small.name

    assert client.post(address("put_back_resource", resource.pk)).status_code == 409
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transaction, "on_commit", lambda do: do())
        assert resources.forget_removed(timezone.now() - showing.KEPT) == 1

    assert not Resource.objects.exists()
    assert not any(default_storage.exists(file) for file in files)


def examined():
    return examined_photo(photo())


def test_a_photo_is_kept_small_and_without_place_and_device(client, keeper, territory):
    sent = {"layer": "physical", "title": "Пруд", "photo": photo(), "faces": "nobody"}
    client.post(address("add_resource", territory.pk), sent)

    resource = Resource.objects.get()
    kept = b"".join(client.get(address("resource_photo", resource.pk, "large")))
    small = Image.open(resource.small)
    assert b"SecretPhone" not in kept
    assert dict(Image.open(resource.photo).getexif()) == {}
    assert max(small.size) == 320
    assert resource.people_agreed is None


@pytest.mark.parametrize(
    "content", [b"<svg onload='alert(1)'/>", b"\xff\xd8\xff broken", b"%PDF-1.7"]
)
def test_a_file_that_is_no_photo_is_refused_beside_the_field(client, keeper, territory, content):
    sent = {"layer": "physical", "title": "Пруд", "photo": photo(content=content)}

    response = client.post(address("add_resource", territory.pk), sent)

    assert response.status_code == 422
    assert "f-photo-error" in response.text
    assert not Resource.objects.exists()


@pytest.mark.parametrize(
    ("faces", "shown", "expected"),
    [
        ("nobody", "yes", 200),
        ("agreed", "yes", 200),
        ("not-yet", "yes", 404),
        ("", "yes", 404),
        ("nobody", "no", 404),
        ("agreed", "no", 404),
    ],
)
@pytest.mark.usefixtures("keeper")
def test_a_visitor_sees_a_photo_only_when_nobody_on_it_objects(
    client, territory, faces, shown, expected
):
    sent = {"layer": "physical", "title": "Пруд", "photo": photo(), "faces": faces}
    client.post(address("add_resource", territory.pk), sent)
    resource = Resource.objects.get()
    client.post(address("show_resource", resource.pk), {"shown": shown})
    client.logout()

    response = client.get(address("resource_photo", resource.pk, "large"))

    assert response.status_code == expected


def test_who_agreed_to_one_photo_has_not_agreed_to_another(client, keeper, territory):
    first = {"layer": "people", "title": "Хор", "photo": photo(), "faces": "agreed"}
    client.post(address("add_resource", territory.pk), first)
    resource = Resource.objects.get()
    was = resource.photo.name
    page = client.get(address("edit_resource", resource.pk)).text

    client.post(
        address("edit_resource", resource.pk), {"layer": "people", "title": "Хор", "photo": photo()}
    )

    resource.refresh_from_db()
    assert 'value="agreed" checked' not in page
    assert resource.photo.name != was
    assert resource.people_agreed is False


def test_other_words_leave_the_photo_and_what_was_agreed(client, keeper, territory):
    first = {"layer": "people", "title": "Хор", "photo": photo(), "faces": "agreed"}
    client.post(address("add_resource", territory.pk), first)
    resource = Resource.objects.get()

    client.post(
        address("edit_resource", resource.pk), {"layer": "people", "title": "Хор ветеранов"}
    )

    after = Resource.objects.get()
    assert (after.title, after.photo.name, after.people_agreed) == (
        "Хор ветеранов",
        resource.photo.name,
        True,
    )


def test_a_photo_can_be_taken_off(client, keeper, territory):
    resource = added(territory, keeper, photo=examined())

    client.post(address("take_photo_off", resource.pk))

    resource.refresh_from_db()
    assert (resource.photo.name, resource.small.name) == ("", "")
    assert client.get(address("resource_photo", resource.pk, "large")).status_code == 404


def test_a_layer_is_listed_whole_page_by_page(client, keeper, territory):
    Resource.objects.bulk_create(
        Resource(
            territory=territory,
            layer=Layer.PEOPLE,
            title=f"Мастер {number:02}",
            added_by=keeper,
            added_at=NOON,
            changed_at=NOON,
        )
        for number in range(35)
    )
    page = address("resources", territory.pk)

    whole, first = client.get(page).text, client.get(f"{page}?layer=people")

    assert (whole.count("Мастер"), first.text.count("Мастер")) == (4, 30)
    after = first.context["listed"].after
    assert client.get(page, {"layer": "people", "after": after}).text.count("Мастер") == 5


def test_the_year_shows_traditions_by_month(client, keeper, territory):
    added(territory, keeper, "Сенокос", layer=Layer.STORIES, season="в июле")
    added(territory, keeper, "Печник", layer=Layer.PEOPLE, season="в июле")

    months = client.get(address("resources", territory.pk)).context["map"].year

    assert [(month.number, [str(story) for story in month.stories]) for month in months] == [
        (7, ["Сенокос"])
    ]


def test_strangers_find_neither_resources_nor_photos(client, keeper, territory):
    resource = added(territory, keeper, photo=examined())
    client.force_login(PersonFactory())

    for page in (
        address("resources", territory.pk),
        address("add_resource", territory.pk),
        resource.get_absolute_url(),
        address("edit_resource", resource.pk),
        address("resource_photo", resource.pk, "small"),
    ):
        assert client.get(page).status_code == 404
    for deed in ("show_resource", "remove_resource", "put_back_resource", "take_photo_off"):
        assert client.post(address(deed, resource.pk), {"shown": "yes"}).status_code == 404
    assert Resource.objects.get().is_shown is False


def test_experts_read_and_do_not_write(client, territory, keeper):
    resource = added(territory, keeper)
    expert = somebody_with(Role.EXPERT)
    places.take_care(territory, centre_meant(), now=NOON, by=expert)
    client.force_login(expert)

    read = client.get(resource.get_absolute_url())

    assert read.status_code == 200
    assert address("remove_resource", resource.pk) not in read.text
    assert client.post(address("remove_resource", resource.pk)).status_code == 404
