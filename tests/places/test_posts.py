"""Posts in a territory: given, handed over, ended; what they open and what stays."""

from datetime import date, timedelta

import pytest

from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people import services as people
from peremena.people.abilities import Role
from peremena.people.models import Organisation
from peremena.places import rules, services
from peremena.places.models import Territory
from peremena.places.rules import Refusal
from peremena.places.services import posts
from peremena.places.services.posts import Office
from tests.factories import (
    NOON,
    PersonFactory,
    TerritoryFactory,
    another_centre,
    known,
    somebody_with,
)

pytestmark = pytest.mark.django_db

HEAD = Office(title="руководитель территории", since=date(2025, 3, 1))
NEXT = Office(title="начальник территориального отдела", since=date(2026, 11, 1))


@pytest.fixture
def centre():
    return people.centre_meant()


@pytest.fixture
def staff(centre):
    return somebody_with(Role.STAFF, centre=centre)


@pytest.fixture
def head(centre):
    return known(PersonFactory(name="Анна", surname="Ковалёва"), centre)


@pytest.fixture
def territory():
    return TerritoryFactory()


def open_to(person):
    return list(Territory.objects.with_passport_by(person))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"is_others_care": False, "heads_already": False}, None),
        ({"is_others_care": True, "heads_already": False}, Refusal.OTHERS_CARE),
        ({"is_others_care": False, "heads_already": True}, Refusal.HEADS_ALREADY),
    ],
)
def test_why_not_take_post(facts, expected):
    assert rules.why_not_take_post(**facts) == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, date(2026, 1, 1), None),
        (date(2026, 1, 1), date(2026, 1, 1), None),
        (date(2026, 1, 2), date(2026, 1, 1), Refusal.ENDS_BEFORE_BEGUN),
    ],
)
def test_why_not_end_post(since, until, expected):
    assert rules.why_not_end_post(since, until) == expected


def test_a_post_opens_the_passport_and_the_centre_works_with_the_territory(
    territory, head, staff, centre
):
    post = posts.give_post(head, territory, HEAD, by=staff, now=NOON)

    assert (open_to(head), open_to(staff)) == ([territory], [territory])
    assert [care.centre for care in territory.care.all()] == [centre]
    details = {"territory": territory.pk, "person": head.pk}
    entry = Entry.objects.about(post).get()
    assert (entry.deed, entry.actor, entry.details) == ("places.post.given", staff, details)


def test_a_territory_has_one_head_at_a_time(territory, head, staff, centre):
    posts.give_post(head, territory, HEAD, by=staff, now=NOON)
    other = known(PersonFactory(), centre)

    for person in (other, head):
        with pytest.raises(Refused):
            posts.give_post(person, territory, NEXT, by=staff, now=NOON)
    posts.give_post(other, territory, Office(title="староста", is_head=False), by=staff, now=NOON)

    assert territory.posts.current().count() == 2


def test_the_same_post_sent_twice_is_one(territory, head, staff):
    deputy = Office(title="заместитель главы", is_head=False)
    first, again = (posts.give_post(head, territory, deputy, by=staff, now=NOON) for _ in range(2))

    assert first == again
    assert list(head.posts.all()) == [first]


def test_a_post_is_handed_over_and_the_former_head_writes_no_more(territory, head, staff, centre):
    posts.give_post(head, territory, HEAD, by=staff, now=NOON)
    successor = known(PersonFactory(), centre)

    posts.hand_over(successor, territory, NEXT, by=staff, now=NOON)

    told = territory.posts.order_by("pk").values_list("person", "title", "since", "until")
    assert list(told) == [
        (head.pk, HEAD.title, HEAD.since, NEXT.since),
        (successor.pk, NEXT.title, NEXT.since, None),
    ]
    assert (open_to(head), open_to(successor)) == ([], [territory])


def test_a_former_head_who_was_asked_to_keep_the_passport_goes_on(territory, head, staff, centre):
    posts.give_post(head, territory, HEAD, by=staff, now=NOON)
    services.admit(territory, head, now=NOON, by=staff)

    posts.hand_over(known(PersonFactory(), centre), territory, NEXT, by=staff, now=NOON)

    assert open_to(head) == [territory]


def test_a_post_is_not_handed_over_before_it_began(territory, head, staff, centre):
    posts.give_post(head, territory, HEAD, by=staff, now=NOON)
    early = Office(title="глава", since=HEAD.since - timedelta(days=1))

    with pytest.raises(Refused):
        posts.hand_over(known(PersonFactory(), centre), territory, early, by=staff, now=NOON)

    assert territory.posts.get().until is None


def test_ending_a_post_twice_ends_it_once(territory, head, staff):
    post = posts.give_post(head, territory, HEAD, by=staff, now=NOON)

    for day in (date(2026, 5, 1), date(2026, 6, 1)):
        posts.end_post(post, on=day, by=staff)

    assert (post.until, Entry.objects.filter(deed="places.post.ended").count()) == (
        date(2026, 5, 1), 1,
    )  # fmt: skip


def test_no_post_is_given_where_only_another_centre_works(territory, head, staff):
    services.take_care(territory, another_centre(), now=NOON, by=None)

    with pytest.raises(Refused):
        posts.give_post(head, territory, HEAD, by=staff, now=NOON)


def test_a_helper_of_the_head_writes_as_long_as_both_the_trust_and_the_post_last(
    territory, head, staff
):
    helper = PersonFactory()
    post = posts.give_post(head, territory, HEAD, by=staff, now=NOON)
    trust = people.trust.trust(head, helper, now=NOON)
    assert open_to(helper) == [territory]
    assert list(Territory.objects.with_passport_for(helper)) == [territory]

    people.trust.take_back(trust, by=head, now=NOON)
    assert open_to(helper) == []
    people.trust.trust(head, helper, now=NOON)
    posts.end_post(post, on=NOON.date(), by=staff)

    assert open_to(helper) == []


def test_a_helper_of_somebody_who_does_not_head_the_territory_opens_nothing(territory, head, staff):
    helper = PersonFactory()
    posts.give_post(head, territory, Office("староста", is_head=False), by=staff, now=NOON)

    people.trust.trust(head, helper, now=NOON)

    assert open_to(helper) == []


def test_staff_find_the_territory_and_write_the_post_down(client, territory, head, staff, centre):
    client.force_login(staff)
    Organisation.objects.create(centre=centre, kind="municipal_body", name="Администрация округа")
    said = {"title": "глава", "is_head": "on", "since": "2025-03-01", "organisation": "администр"}
    assert "Ключевская территория" in client.get(f"/people/{head.pk}/posts/new/?find=КЛЮЧИ").text

    response = client.post(f"/people/{head.pk}/posts/new/{territory.pk}/", said)

    post = head.posts.get()
    assert (response.status_code, response.url) == (302, f"/people/{head.pk}/")
    assert (post.title, post.since, str(post.organisation)) == (
        "глава", date(2025, 3, 1), "Администрация округа",
    )  # fmt: skip


def test_handing_over_is_said_aloud(client, territory, head, staff, centre):
    posts.give_post(head, territory, HEAD, by=staff, now=NOON)
    successor = known(PersonFactory(), centre)
    address = f"/people/{successor.pk}/posts/new/{territory.pk}/"
    client.force_login(staff)
    assert "Должность передаёт Ковалёва Анна" in client.get(address).text

    refused = client.post(address, {"title": "глава", "is_head": "on"})
    done = client.post(address, {"title": "глава", "is_head": "on", "takes_over": "on"})

    assert (refused.status_code, done.status_code) == (409, 302)
    assert 'value="глава"' in refused.text
    assert [post.person for post in territory.posts.current()] == [successor]


def test_the_post_begins_with_the_name_that_the_installation_gives_it(
    client, territory, head, staff, settings
):
    settings.POST_TITLE = "глава сельского поселения"
    client.force_login(staff)

    page = client.get(f"/people/{head.pk}/posts/new/{territory.pk}/")

    assert 'value="глава сельского поселения"' in page.text


@pytest.mark.parametrize("name", ["Лес", "Такой нет"])
def test_an_organisation_that_is_not_clear_is_asked_for_again(client, territory, head, staff, name):
    centre = people.centre_meant()
    for full in ("АНО «Лес»", "ООО «Лесная сказка»"):
        Organisation.objects.create(centre=centre, kind="ngo", name=full)
    client.force_login(staff)

    response = client.post(
        f"/people/{head.pk}/posts/new/{territory.pk}/", {"title": "глава", "organisation": name}
    )

    assert (response.status_code, head.posts.count()) == (422, 0)
