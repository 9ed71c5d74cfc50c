"""Codes on paper: two of the staff, one use, no way round."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people import codes, services
from peremena.people.abilities import Role
from peremena.people.models import PaperCode
from tests.factories import NOON, PersonFactory, another_centre, known, somebody_with

pytestmark = pytest.mark.django_db

SIGN_IN = "/sign-in/paper/"
DAY = timedelta(days=1)


@pytest.fixture
def centre():
    return services.centre_meant()


@pytest.fixture
def staff(centre):
    return [somebody_with(Role.STAFF, centre=centre) for _ in range(2)]


@pytest.fixture
def person(centre):
    return known(PersonFactory(email="", name="Мария", surname="Семёнова"), centre)


def handed_out(person, staff, now=NOON):
    maker, colleague = staff
    made = services.paper_codes.make(person, by=maker, now=now)
    return services.paper_codes.confirm(made, by=colleague, now=now)


def type_in(client, code, address=SIGN_IN):
    cache.clear()
    return client.post(address, {"code": code})


def who(client):
    return client.session.get("_auth_user_id")


def test_a_code_signs_in_once(person, staff):
    code = handed_out(person, staff)

    assert services.paper_codes.use(code, now=NOON) == person
    assert services.paper_codes.use(code, now=NOON) is None
    deeds = Entry.objects.filter(deed__startswith="people.paper-code").order_by("pk")
    assert [(entry.deed, entry.actor) for entry in deeds] == [
        ("people.paper-code.made", staff[0]),
        ("people.paper-code.confirmed", staff[1]),
        ("people.paper-code.used", person),
    ]


def test_the_code_itself_is_kept_nowhere(person, staff):
    code = handed_out(person, staff)

    kept = [*PaperCode.objects.values_list("digest", flat=True)]
    kept += [str(entry.details) for entry in Entry.objects.all()]
    assert not any(code in text for text in kept)


def test_before_a_colleague_confirms_there_is_no_code_at_all(person, staff):
    made = services.paper_codes.make(person, by=staff[0], now=NOON)

    assert not PaperCode.objects.usable(NOON).exists()
    with pytest.raises(Refused):
        services.paper_codes.confirm(made, by=staff[0], now=NOON)


def test_staff_of_another_centre_cannot_confirm(person, staff):
    made = services.paper_codes.make(person, by=staff[0], now=NOON)
    foreign = somebody_with(Role.STAFF, centre=another_centre())

    with pytest.raises(Refused):
        services.paper_codes.confirm(made, by=foreign, now=NOON)


def test_two_who_share_no_centre_cannot_make_a_code_though_both_know_the_person(person, staff):
    other = another_centre()
    known(person, other)
    made = services.paper_codes.make(person, by=staff[0], now=NOON)

    with pytest.raises(Refused):
        services.paper_codes.confirm(made, by=somebody_with(Role.STAFF, centre=other), now=NOON)


@pytest.mark.parametrize("role", [Role.STAFF, Role.ADMINISTRATOR])
def test_nobody_gets_into_the_account_of_staff_by_a_code(centre, staff, role):
    somebody = known(somebody_with(role, centre=centre), centre)

    with pytest.raises(Refused):
        services.paper_codes.make(somebody, by=staff[0], now=NOON)


@pytest.mark.parametrize("later", [14 * DAY, 400 * DAY])
def test_a_code_runs_out_in_two_weeks(person, staff, later):
    code = handed_out(person, staff)

    assert services.paper_codes.use(code, now=NOON + later) is None
    assert services.paper_codes.use(code, now=NOON + 14 * DAY - timedelta(seconds=1)) == person


def test_a_new_code_and_a_withdrawal_end_the_code_before(person, staff):
    first = handed_out(person, staff)
    second = handed_out(person, staff)
    assert services.paper_codes.use(first, now=NOON) is None

    services.paper_codes.withdraw(PaperCode.objects.last(), by=staff[0], now=NOON)

    assert services.paper_codes.use(second, now=NOON) is None


def test_a_closed_account_stays_closed(person, staff):
    code = handed_out(person, staff)
    person.is_active = False
    person.save()

    assert services.paper_codes.use(code, now=NOON) is None


def test_from_the_card_to_the_first_page(client, person, staff):
    maker, colleague = staff
    client.force_login(maker)
    client.post(f"/people/{person.pk}/paper-code/")
    made = PaperCode.objects.get()
    assert "Подтвердить и показать код" not in client.get("/paper-codes/").text
    assert client.post(f"/paper-codes/{made.pk}/confirm/").status_code == 409
    client.force_login(colleague)
    shown = client.post(f"/paper-codes/{made.pk}/confirm/")
    code = shown.context["code"]
    slip = client.post(f"/paper-codes/{made.pk}/slip/", {"code": code})
    assert (slip.headers["Content-Type"], slip.content[:5]) == ("application/pdf", b"%PDF-")
    client.logout()

    response = type_in(client, code.lower(), f"{SIGN_IN}?next=/me/")

    assert (response.status_code, response.url, who(client)) == (302, "/me/", str(person.pk))
    assert client.session.get_expiry_age() > 50 * 24 * 60 * 60
    for page in ("/", "/me/", "/me/e-mail/", "/me/devices/", "/me/password/new/", "/me/helpers/"):
        assert client.get(page).status_code == 200, page
    assert client.get("/me/keys/add/").status_code == 200


def test_the_slip_is_for_whoever_sees_the_code(client, person, staff):
    handed_out(person, staff, now=timezone.now())
    made = PaperCode.objects.get()
    client.force_login(staff[1])

    assert client.post(f"/paper-codes/{made.pk}/slip/", {"code": "KMH27T9XPA"}).status_code == 302
    client.force_login(staff[0])
    assert client.post(f"/paper-codes/{made.pk}/slip/", {"code": "KMH27T9XPA"}).status_code == 404


def test_the_page_with_the_code_is_kept_by_no_browser(client, person, staff):
    made = services.paper_codes.make(person, by=staff[0], now=timezone.now())
    client.force_login(staff[1])

    response = client.post(f"/paper-codes/{made.pk}/confirm/")

    assert "no-store" in response.headers["Cache-Control"]


def test_a_code_that_does_not_work_says_so_and_signs_nobody_in(client):
    wrong = type_in(client, "KMH27-T9XPA")
    unreadable = type_in(client, "привет")

    assert (wrong.status_code, unreadable.status_code, who(client)) == (422, 422, None)
    assert "Этот код не подходит" in wrong.text


def test_a_guesser_is_stopped(client):
    cache.clear()
    same = [client.post(SIGN_IN, {"code": "KMH27-T9XPA"}).status_code for _ in range(6)]
    cache.clear()
    signs = codes.SIGNS
    guesses = [f"KMH27T9X{signs[n // 18]}{signs[n % 18]}" for n in range(61)]
    many = [client.post(SIGN_IN, {"code": guess}).status_code for guess in guesses]
    cache.clear()

    assert (same, set(many[:60]), many[60]) == ([422] * 5 + [429], {422}, 429)


def alone(work, *arguments):
    try:
        return work(*arguments)
    finally:
        connections["default"].close()


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Two threads, each with its own connection; SQLite in memory becomes a file for them."""
    in_a_file = connection.vendor == "sqlite"
    if in_a_file:
        monkeypatch.setitem(connections.settings["default"], "NAME", str(tmp_path / "codes.db"))
    with ThreadPoolExecutor(2) as pool:
        if in_a_file:
            pool.submit(alone, call_command, "migrate", "--run-syncdb", "-v0").result()
        yield partial(pool.submit, alone)


@pytest.mark.engine
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_who_use_a_code_at_one_moment_one_gets_in(elsewhere):
    def begin():
        centre = services.centre_meant()
        staff = [somebody_with(Role.STAFF, centre=centre) for _ in range(2)]
        return handed_out(known(PersonFactory(email="", surname="Семёнова"), centre), staff)

    gate, code = Barrier(2), elsewhere(begin).result()

    def use():
        gate.wait()
        return services.paper_codes.use(code, now=NOON)

    winners = [attempt.result() for attempt in (elsewhere(use), elsewhere(use))]

    assert sorted(str(winner) for winner in winners) == ["None", str(next(filter(None, winners)))]
