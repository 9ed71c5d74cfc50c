"""The call on a phone: applying without an account, and the door of the seminar, without a net."""

from datetime import timedelta

from django.utils import timezone

from peremena.intake.models import Candidate
from peremena.intake.queries.seminar import to_invite
from peremena.intake.services import seminar
from tests.browser.looking import accessibility_faults
from tests.cohorts.school import staff_of
from tests.factories import TerritoryFactory
from tests.intake.calls import call_of, handed_in, text_of_consent

DAY = timedelta(days=1)


def open_call():
    now, staff = timezone.now(), staff_of()
    days = {"opens_at": now - DAY, "closes_at": now + 9 * DAY, "seminar_at": now + 12 * DAY}
    return call_of(staff, now=now, **days), staff


def state(page, words):
    page.locator("[data-state]").filter(has_text=words).wait_for()


def introduce(page, ground):
    """Whether the call is for her, then who she is."""
    page.check("input[name=village][value=yes]")
    page.check("input[name=adult][value=yes]")
    page.click("main form button")
    for name, text in {"surname": "Ветрова", "name": "Ольга", "phone": "8 913 123-45-67"}.items():
        page.fill(f"[name={name}]", text)
    page.select_option("[name=district]", str(ground.district_id))
    page.wait_for_selector(f"option[value='{ground.pk}']", state="attached")
    page.select_option("[name=territory]", str(ground.pk))
    page.check("[name=agree]")
    page.click("main form button:not([name=show])")


def write(page, name, text):
    page.fill(f"[name={name}]", text)
    page.locator(f"[name={name}]").blur()


def test_a_head_applies_on_a_phone_whose_link_drops(open_browser):
    call, _staff = open_call()
    ground = TerritoryFactory()
    text_of_consent()
    page = open_browser()

    page.goto(f"{call.public_url}fit/")
    introduce(page, ground)
    write(page, "idea", "Открыть вечерний клуб.")
    state(page, "Сохранено")
    page.context.set_offline(True)
    write(page, "team", "библиотекарь")
    state(page, "на этом телефоне")
    page.context.set_offline(False)
    state(page, "Сохранено")
    page.check("input[name=before][value=no]")
    page.locator("[name=post]").focus()
    page.wait_for_timeout(1500)
    page.click("text=Сдать заявку")
    page.wait_for_selector("text=Ваша заявка у нас")

    candidate = Candidate.objects.select_related("draft").get()
    assert (candidate.state, candidate.draft.content["team"]) == ("handed-in", "библиотекарь")
    assert accessibility_faults(page) == []
    assert page.complaints == []


def test_ticks_at_the_door_wait_for_the_link(open_browser):
    call, staff = open_call()
    for number in range(2):
        handed_in(call, number, now=timezone.now())
    seminar.invite(call, list(to_invite(call)), by=staff)
    page = open_browser(staff)

    page.goto(f"/intake/{call.pk}/seminar/")
    page.context.set_offline(True)
    page.locator(".door button").nth(0).click()
    page.locator("[data-door-state]").filter(has_text="Нет связи").wait_for()
    before = Candidate.objects.exclude(arrived_at=None).count()
    page.context.set_offline(False)
    page.locator("[data-door-state]").filter(has_text="отправлены").wait_for()

    assert (before, Candidate.objects.exclude(arrived_at=None).count()) == (0, 1)
    assert page.locator(".door [aria-pressed=true]").count() == 1
    assert page.locator("[data-arrived]").inner_text() == "1"
