"""What a page shows only at times shuts nobody out: a wrong number, no network, a queue."""

import pytest

from peremena.projects.brief import Brief
from tests.browser.looking import ALL, COLOURS, UNFOLD, accessibility_faults, sideways
from tests.factories import PersonFactory, member_of, project_of

MONEY = '[name="partners.k1.money"]'
PARTNERS = [{"id": "k1", "org": "Дом культуры", "money": 64800}, {"id": "k2", "org": "КФХ"}]


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def address(leader, settings):
    settings.KEPT = []
    content = {"profile": "ngo", "partners": PARTNERS}
    project = project_of(leader, brief=Brief.model_validate(content))
    member_of(project, name="Павел", surname="Ёлкин")
    return f"/projects/{project.pk}/partners/"


def faults(page, state):
    """By day all of it, by night the colours."""
    page.evaluate(UNFOLD)
    found = []
    for scheme, rules in {"light": ALL, "dark": COLOURS}.items():
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{state}, {scheme}: {fault}" for fault in accessibility_faults(page, rules)]
    if (pixels := sideways(page)) > 0:
        found.append(f"{state}: {pixels} px stick out")
    return found


def test_no_state_of_a_section_shuts_anybody_out(open_browser, leader, address):
    page = open_browser(leader)
    page.goto(address)
    page.evaluate(UNFOLD)

    page.locator(MONEY).fill("много")
    page.get_by_role("button", name="Убрать Партнёр 2").click()
    page.locator(".question .error").wait_for()
    page.get_by_role("button", name="Вернуть").first.wait_for()
    found = faults(page, "a number in words, a row removed")

    note = page.locator('[data-question="partners.k1.org"] .talks textarea')
    note.press_sequentially("Спроси @ёл")
    page.locator(".mention li", has_text="Павел Ёлкин").wait_for()
    found += faults(page, "whom a note calls")
    note.press("Escape")

    page.route("**/*", posts_nothing)
    page.locator('[name="partners.k1.contribution"]').fill("зал и тепло")
    page.locator(".phone-bar", has_text="связи").wait_for()
    found += faults(page, "a change that waits")
    page.goto("/on-this-phone/")
    page.get_by_text("зал и тепло").wait_for()
    found += faults(page, "the queue")

    assert found == []
    assert page.complaints == []


def posts_nothing(route):
    if route.request.method == "POST":
        return route.abort()
    return route.continue_()


def test_a_plain_form_that_was_not_taken_shuts_nobody_out(open_browser, leader, address):
    """Without the scripts of the page, as where they did not arrive."""
    page = open_browser(leader, service_workers="block")
    page.route("**/*.js", lambda route: route.abort())
    page.goto(address)
    page.evaluate(UNFOLD)

    page.locator(MONEY).fill("много")
    page.get_by_role("button", name="Сохранить", exact=True).click()
    page.locator(".error").first.wait_for()

    assert faults(page, "422") == []
