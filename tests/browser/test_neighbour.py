"""A neighbour answers on a phone whose link drops: what was typed is not lost."""

from django.utils import timezone
from playwright.sync_api import expect

from peremena.people.abilities import Role
from peremena.places.services import capacity
from tests.factories import TerritoryFactory, somebody_with

ANSWER = "Кладу печи и учу внука."


def test_an_answer_stays_on_the_screen_until_it_is_taken(open_browser):
    keeper, now = somebody_with(Role.STAFF), timezone.now()
    asked = capacity.ask(TerritoryFactory(), token="q" * 32, by=keeper, now=now)
    page = open_browser()
    page.goto(f"/n/{asked.token}/1/")
    page.get_by_role("textbox").fill(ANSWER)

    page.context.set_offline(True)
    page.get_by_role("button", name="Дальше").click()
    expect(page.get_by_role("alert")).to_contain_text("Связи сейчас нет")
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value(ANSWER)
    page.get_by_role("button", name="Дальше").click()
    page.wait_for_url("**/2/")

    asked.refresh_from_db()
    assert list(asked.answers.values()) == [ANSWER]
    assert page.evaluate("sessionStorage.length") == 0
