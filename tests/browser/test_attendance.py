"""Forty people ticked off on a phone: counted taps, two phones, no network."""

from datetime import timedelta

from django.utils import timezone

from peremena.lessons.models import Sign
from peremena.lessons.queries import roll
from tests.browser.looking import accessibility_faults
from tests.factories import NOON, PersonFactory
from tests.lessons.school import school


def day_with_forty():
    place = school()
    now = timezone.now()
    for _number in range(38):
        place.enrolment.project.memberships.create(
            person=PersonFactory(), role="reader", joined_at=NOON
        )
    session = place.cohort.sessions.create(
        title="Цель", uid="1@peremena", starts_at=now, ends_at=now + timedelta(hours=3),
        changed_at=now,
    )  # fmt: skip
    return place, session


def said(page, words):
    page.locator("[data-state]").filter(has_text=words).wait_for()


def test_forty_people_are_ticked_off_without_a_network_by_two_phones(open_browser):
    place, session = day_with_forty()
    address = f"/sessions/{session.pk}/attendance/"
    one, other = open_browser(place.staff), open_browser(place.staff)
    one.goto(address)
    other.goto(address)
    taps = 0

    one.context.set_offline(True)
    for number in range(38):
        one.locator(".tick").nth(number).click()
        taps += 1
    said(one, "Нет связи")
    waiting = Sign.objects.count()
    row = other.locator(".roll > li").nth(39)
    row.locator("summary").click()
    row.get_by_role("button", name="опоздал").click()
    other.locator(".tick").nth(38).click()
    taps += 3
    said(other, "отправлены")
    one.context.set_offline(False)
    said(one, "отправлены")

    found = roll.roll(session)
    assert (waiting, found.there, found.unmarked) == (0, 40, 0)
    assert taps <= 45
    assert sorted(Sign.objects.values_list("presence", flat=True))[0] == "late"
    assert one.locator("[data-there]").inner_text() == "40"
    assert accessibility_faults(one) == []
    assert one.complaints == other.complaints == []


def test_signing_out_warns_of_ticks_that_wait_and_then_leaves_none(open_browser):
    place, session = day_with_forty()
    page = open_browser(place.staff)
    page.route("**/attendance/tick/", lambda route: route.abort())
    page.goto(f"/sessions/{session.pk}/attendance/")
    for number in range(2):
        page.locator(".tick").nth(number).click()
    said(page, "Нет связи")

    page.locator("form[action$='sign-out/']").first.evaluate("form => form.requestSubmit()")
    page.get_by_text("Выйти сейчас?").wait_for()
    page.get_by_text("2 отметки").wait_for()
    still = page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('roll/'))")
    page.get_by_role("button", name="Выйти и всё отсюда убрать").click()
    page.get_by_role("link", name="Войти").first.wait_for()
    left = page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('roll/'))")

    assert (len(still), left) == (1, [])
    assert Sign.objects.count() == 0
    assert page.complaints == []
