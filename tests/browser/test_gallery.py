"""The components in a real browser: both widths, both themes, with scripts and without."""

import pytest

from .looking import SCHEMES, WIDTHS, accessibility_faults, sideways

pytestmark = pytest.mark.urls("peremena.kit.urls")


@pytest.fixture(autouse=True)
def demonstration(settings):
    settings.DEMONSTRATION = True


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nobody_is_shut_out(open_browser, width, scheme):
    page = open_browser(viewport={"width": width, "height": 900}, color_scheme=scheme)

    page.goto("/kit/")

    assert accessibility_faults(page) == []
    assert page.complaints == []


@pytest.mark.parametrize("path", ["/kit/", "/no-such-page/"])
def test_nothing_sticks_out_on_the_narrowest_phone_or_at_double_size(open_browser, path):
    page = open_browser(viewport={"width": 320, "height": 640})

    page.goto(path)

    assert sideways(page) == 0


def test_nothing_is_asked_of_another_host(open_browser, live_server):
    page = open_browser()
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto("/kit/", wait_until="networkidle")

    assert [url for url in asked if not url.startswith(live_server.url)] == []


def test_the_counter_follows_what_is_typed(open_browser):
    page = open_browser()
    page.goto("/kit/")
    core = page.get_by_label("В чём беда")
    counter = page.locator("#f-gallery-core-left")

    core.fill("ё" * 400)
    short = counter.inner_text()
    core.fill("ё" * 1200)

    assert [short, counter.inner_text()] == ["Осталось знаков: 600", "Лишних знаков: 200"]


def test_a_dialog_opens_closes_and_gives_the_focus_back(open_browser):
    page = open_browser()
    page.goto("/kit/")

    page.get_by_text("Удалить строку", exact=True).click()
    window = page.get_by_role("dialog", name="Удалить строку «Доска обрезная»?")
    window.wait_for()
    assert accessibility_faults(page) == []
    page.keyboard.press("Escape")
    page.locator("details.dialog:not([open])").wait_for()
    page.get_by_text("Удалить строку", exact=True).click()
    page.get_by_role("button", name="Оставить").click()

    window.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.textContent") == "Удалить строку"


def test_without_scripts_everything_is_within_reach(open_browser):
    page = open_browser(java_script_enabled=False)
    page.goto("/kit/")

    page.get_by_text("Удалить строку", exact=True).click()
    page.get_by_text("Зачем это и как написать").first.click()

    assert page.get_by_text("Её можно будет вернуть из истории.").is_visible()
    assert page.get_by_text("Эксперт оценивает проблему первой.").is_visible()


def test_the_keyboard_reaches_the_content_first(open_browser):
    page = open_browser()
    page.goto("/kit/")

    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert focused == "Сразу к содержанию"
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_choice_of_colours_outweighs_the_device(open_browser):
    page = open_browser(color_scheme="light")
    page.goto("/kit/")

    page.get_by_role("button", name="тёмные").click()

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 24, 26)"
